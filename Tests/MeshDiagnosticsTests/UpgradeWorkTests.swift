import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// Ways are looked at without mapping again what did not change; the plain way, which maps everything under every release, finds the same.
@Suite("Upgrades, the fast way and the plain one")
struct UpgradeWorkTests {
  @Test(arguments: ["1.2.0", "1.8.0", "2.0.8", "2.9.4"])
  func sampleClusters(_ release: String) throws {
    for objects in try SampleClusters.objects() { try check(objects, from: release) }
  }

  @Test(arguments: 0..<12)
  func randomClusters(_ seed: Int) throws {
    let releases = ["1.2.0", "1.4.1", "2.1.0", "2.6.5"]
    try check(try RandomManifests.of(UInt64(seed)).objects(), from: releases[seed % releases.count])
  }

  /// Clusters with Nodes, Meshes, policies and owners of every kind.
  @Test(arguments: 0..<4)
  func randomFleets(_ seed: Int) throws {
    let releases = ["1.2.0", "1.4.1", "2.1.0", "2.6.5"]
    try check(try RandomFleet.objects(UInt64(seed)), from: releases[seed % releases.count])
  }

  /// Fixes of one namespace change what lists of others mean.
  @Test(arguments: ["1.2.0", "2.0.8"])
  func listsForDirectAccess(_ release: String) throws {
    let objects = try Manifests(
      stringLiteral: Self.reaching("a", "web_b_svc_80") + Self.reaching("b", "web_c_svc_80,x") + Self.reaching("c", "*")
    )
    .objects()
    try check(objects, from: release)
  }

  /// A cluster in which something needs attention in old releases, which write outbounds into Dataplanes; one cannot be written.
  @Test func outboundsThatAreRefused() throws {
    let objects = try Manifests(stringLiteral: Self.reaching("a", "web_b_svc_80") + Self.reaching("b", "", service: "We$b"))
      .objects()
    try check(objects, from: "1.2.0", to: "2.3.0")
  }

  private static func reaching(_ namespace: String, _ list: String, service: String = "web") -> String {
    """
    apiVersion: v1
    kind: Namespace
    metadata: {name: \(namespace), labels: {kuma.io/sidecar-injection: enabled}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: \(service), namespace: \(namespace)}
    spec: {clusterIP: 10.96.0.1, selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: web-1
      namespace: \(namespace)
      labels: {app: web, kuma.io/sidecar-injection: enabled}
      annotations: {kuma.io/direct-access-services: "\(list)", kuma.io/sidecar-injected: "true"}
    spec: {containers: [{name: app, image: app}]}
    status: {podIP: 10.0.0.1, phase: Running}
    ---

    """
  }

  private func check(_ objects: [ClusterObject], from old: String, to new: String = "3.0") throws {
    let (old, new) = try (KumaRelease(parsing: old), KumaRelease(parsing: new))
    for completeness in [nil, Completeness.complete] {
      let cluster = Cluster(objects, under: ControlPlane(release: old), completeness: completeness)
      var plain = UpgradeWork(of: cluster, from: old, to: new, looking: .everything)
      while !plain.isDone { plain.take(plain.pieces(1).map { $0.result() }) }
      let fast = UpgradePath(of: cluster, from: old, to: new)
      #expect(fast == plain.path)
      var parts = UpgradeWork(of: cluster, from: old, to: new)
      while !parts.isDone { parts.take(parts.pieces(5).map { $0.result() }) }
      #expect(parts.path == fast)
    }
  }
}
