// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"), .strictMemorySafety(),
]

let package = Package(
  name: "meshmap",
  products: [
    .executable(name: "meshmap", targets: ["meshmap"])
  ],
  dependencies: [
    .package(name: "mesh-mapping", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .executableTarget(
      name: "meshmap",
      dependencies: [
        "MeshMapKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "KubernetesJSON", package: "mesh-mapping"),
        .product(name: "MeshDiagnostics", package: "mesh-mapping"),
        .product(name: "MeshMapping", package: "mesh-mapping"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "MeshMapKit",
      dependencies: [
        .product(name: "KubernetesJSON", package: "mesh-mapping"),
        .product(name: "KubernetesObjects", package: "mesh-mapping"),
        .product(name: "KubernetesYAML", package: "mesh-mapping"),
        .product(name: "MeshMapping", package: "mesh-mapping"),
        .product(name: "MeshDiagnostics", package: "mesh-mapping"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "MeshMapTests",
      dependencies: [
        "MeshMapKit", "meshmap", .product(name: "KubernetesJSON", package: "mesh-mapping"),
        .product(name: "KubernetesYAML", package: "mesh-mapping"),
        .product(name: "MeshMapping", package: "mesh-mapping"),
        .product(name: "MeshDiagnostics", package: "mesh-mapping"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
