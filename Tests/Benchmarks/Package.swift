// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"), .strictMemorySafety(),
]

let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "mesh-mapping", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "benchmarks",
      dependencies: ["BenchmarkKit", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings
    ),
    .target(
      name: "BenchmarkKit",
      dependencies: [
        "CMemory",
        .product(name: "KubernetesObjects", package: "mesh-mapping"),
        .product(name: "KubernetesYAML", package: "mesh-mapping"),
        .product(name: "MeshMapping", package: "mesh-mapping"),
        .product(name: "KubernetesJSON", package: "mesh-mapping"),
        .product(name: "MeshDiagnostics", package: "mesh-mapping"),
      ],
      swiftSettings: settings
    ),
    .target(name: "CMemory"),
    .testTarget(
      name: "BenchmarkKitTests",
      dependencies: [
        "BenchmarkKit", .product(name: "KubernetesObjects", package: "mesh-mapping"),
        .product(name: "MeshMapping", package: "mesh-mapping"),
        .product(name: "MeshDiagnostics", package: "mesh-mapping"),
      ],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
