// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"), .strictMemorySafety(),
]

let package = Package(
  name: "fuzzing",
  dependencies: [
    .package(name: "mesh-mapping", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .executableTarget(
      name: "fuzz",
      dependencies: ["FuzzKit", "CSignals", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings
    ),
    .target(
      name: "FuzzKit",
      dependencies: [
        .product(name: "KubernetesObjects", package: "mesh-mapping"),
        .product(name: "KubernetesJSON", package: "mesh-mapping"),
        .product(name: "KubernetesYAML", package: "mesh-mapping"),
        .product(name: "MeshMapping", package: "mesh-mapping"),
        .product(name: "MeshDiagnostics", package: "mesh-mapping"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings
    ),
    .target(name: "CSignals"),
    .testTarget(name: "FuzzKitTests", dependencies: ["FuzzKit"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
