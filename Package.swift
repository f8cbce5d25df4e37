// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same strictness; `.ci/run` turns warnings into errors.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"), .strictMemorySafety(),
]

/// A playground: one `main.swift` that prints what it shows.
func playground(_ name: String) -> Target {
  .executableTarget(
    name: name,
    dependencies: ["KubernetesObjects", "MeshMapping"],
    path: "Examples/\(name)",
    swiftSettings: settings
  )
}

let playgrounds = ["InjectionDecision", "TagGeneration", "DirectAccess", "SmallCluster"]

let package = Package(
  name: "mesh-mapping",
  products: [
    .library(name: "KubernetesObjects", targets: ["KubernetesObjects"]),
    .library(name: "MeshMapping", targets: ["MeshMapping"]),
  ],
  targets: [
    .target(name: "KubernetesObjects", swiftSettings: settings),
    .target(name: "MeshMapping", dependencies: ["KubernetesObjects"], swiftSettings: settings),
    .testTarget(name: "KubernetesObjectsTests", dependencies: ["KubernetesObjects"], swiftSettings: settings),
    .testTarget(name: "MeshMappingTests", dependencies: ["MeshMapping"], swiftSettings: settings),
    .testTarget(name: "ConformanceTests", dependencies: ["MeshMapping"], swiftSettings: settings),
    .testTarget(
      name: "ExampleTests",
      dependencies: ["MeshMapping"] + playgrounds.map { .target(name: $0) },
      swiftSettings: settings
    ),
  ] + playgrounds.map(playground),
  swiftLanguageModes: [.v6]
)
