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
    dependencies: ["KubernetesObjects", "KubernetesJSON", "MeshMapping", "MeshDiagnostics"],
    path: "Examples/\(name)",
    swiftSettings: settings
  )
}

let playgrounds = [
  "InjectionDecision", "TagGeneration", "DirectAccess", "SmallCluster", "Upgrading", "Findings", "WhatWouldChangeIt",
]

let package = Package(
  name: "mesh-mapping",
  products: [
    .library(name: "KubernetesObjects", targets: ["KubernetesObjects"]),
    .library(name: "KubernetesJSON", targets: ["KubernetesJSON"]),
    .library(name: "KubernetesYAML", targets: ["KubernetesYAML"]),
    .library(name: "MeshMapping", targets: ["MeshMapping"]),
    .library(name: "MeshDiagnostics", targets: ["MeshDiagnostics"]),
  ],
  targets: [
    .target(name: "KubernetesObjects", swiftSettings: settings),
    .target(name: "KubernetesJSON", dependencies: ["KubernetesObjects"], swiftSettings: settings),
    .target(name: "KubernetesYAML", swiftSettings: settings),
    .target(
      name: "MeshMapping", dependencies: ["KubernetesObjects", "KubernetesJSON", "KubernetesYAML"], swiftSettings: settings),
    .target(
      name: "MeshDiagnostics", dependencies: ["KubernetesObjects", "KubernetesJSON", "MeshMapping"], swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["KubernetesObjects", "KubernetesJSON"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "KubernetesObjectsTests", dependencies: ["KubernetesObjects", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "KubernetesJSONTests", dependencies: ["KubernetesJSON", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "KubernetesYAMLTests", dependencies: ["KubernetesYAML", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "MeshMappingTests", dependencies: ["MeshMapping", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "MeshDiagnosticsTests",
      dependencies: ["KubernetesJSON", "KubernetesYAML", "MeshMapping", "MeshDiagnostics", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ConformanceTests", dependencies: ["MeshMapping", "MeshDiagnostics", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ExampleTests",
      dependencies: ["KubernetesJSON", "MeshMapping", "MeshDiagnostics"] + playgrounds.map { .target(name: $0) },
      swiftSettings: settings
    ),
  ] + playgrounds.map(playground),
  swiftLanguageModes: [.v6]
)
