import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// Causes are found without comparing again what did not change; the plain way, which compares everything in every trial, finds the same.
@Suite("Causes, the fast way and the plain one")
struct CauseTests {
  /// Both ends of the history, outbounds on both sides, on neither, and downgrades.
  private static let pairs = [
    ("1.2.0", "2.14.3"), ("1.2.0", "2.1.0"), ("2.0.8", "3.0"), ("2.9.4", "2.14.3"), ("2.14.3", "1.4.1"), ("1.5.0", "2.6.5"),
  ]

  @Test(arguments: pairs)
  func sampleClusters(_ pair: (String, String)) throws {
    for objects in try SampleClusters.objects() { try check(objects, pair) }
  }

  @Test(arguments: 0..<12)
  func randomClusters(_ seed: Int) throws {
    try check(try RandomManifests.of(UInt64(seed)).objects(), Self.pairs[seed % Self.pairs.count])
  }

  /// Clusters with Nodes, Meshes, owners of every kind and Services that have addresses, so that outbounds are written and lost.
  @Test(arguments: 0..<8)
  func randomFleets(_ seed: Int) throws {
    try check(try RandomFleet.objects(UInt64(seed)), Self.pairs[seed % Self.pairs.count])
  }

  /// Settings and objects are causes as rows are, outbounds among what they do.
  @Test(arguments: 0..<6)
  func otherSettingsAndObjects(_ seed: Int) throws {
    let objects = try RandomManifests.of(UInt64(seed)).objects()
    let edits = try Manifests(stringLiteral: Self.edits).objects()
    var settings = ControlPlaneSettings()
    settings.zone = "east"
    settings.outbounds = .dataplanes
    try check(objects, Self.pairs[seed % Self.pairs.count], settings: settings)
    try check(objects, Self.pairs[seed % Self.pairs.count], settings: settings, edits: edits)
  }

  /// However many pieces the work is done in, the comparison is the same, each piece of Pods of its own.
  @Test(arguments: [1, 2, 3, 100])
  func pieces(_ count: Int) throws {
    let (old, new) = try (KumaRelease(parsing: "1.2.0"), KumaRelease(parsing: "2.14.3"))
    for objects in try SampleClusters.objects() {
      let cluster = Cluster(objects, under: ControlPlane(release: old))
      let work = UpgradeComparisonWork(of: cluster, from: old, to: new)
      let pieces = work.pieces(count)
      #expect(pieces.count <= count)
      #expect(work.comparison(of: pieces.map { $0.result() }) == UpgradeComparison(of: cluster, from: old, to: new))
    }
  }

  /// One of the services cannot be an outbound, so that every Dataplane is refused where outbounds are written.
  @Test(arguments: pairs)
  func outboundsThatAreRefused(_ pair: (String, String)) throws {
    try check(try Manifests(stringLiteral: Self.refused).objects(), pair)
    // A Dataplane that is there already is no less refused for the Pod's.
    let existing = """
      {apiVersion: kuma.io/v1alpha1, kind: Dataplane, mesh: default, metadata: {name: web-2, namespace: b},
       spec: {networking: {address: 10.0.0.2, inbound: [{port: 8080, tags: {kuma.io/service: We$b_b_svc_80}}]}}}
      """
    let objects = try Manifests(Self.refused + existing).objects().filter {
      $0.reference.name != "web-1" || $0.reference.namespace == "a"
    }
    try check(objects, pair)
    // So is one whose address is a name, where its Service is headless.
    let named = """
      {apiVersion: kuma.io/v1alpha1, kind: Dataplane, mesh: default, metadata: {name: web-2, namespace: a},
       spec: {networking: {address: web.example.com, inbound: [
         {port: 8080, tags: {kuma.io/service: web_a_svc_80, kuma.io/instance: web-2}}]}}}
      """
    let headless = try Manifests(Self.refused.replacing("clusterIP: 10.96.0.1", with: "clusterIP: None") + named).objects()
    try check(headless.filter { $0.reference.namespace != "b" && $0.reference.name != "b" }, pair)
  }

  private func check(
    _ objects: [ClusterObject],
    _ pair: (String, String),
    settings: ControlPlaneSettings = ControlPlaneSettings(),
    edits: [ClusterObject] = []
  ) throws {
    let (old, new) = try (KumaRelease(parsing: pair.0), KumaRelease(parsing: pair.1))
    for completeness in [nil, Completeness.complete] {
      let cluster = Cluster(objects, under: ControlPlane(release: old), completeness: completeness)
      func compared(_ extent: ComparisonExtent) -> ReleaseComparison {
        ReleaseComparison(
          doing: ReleaseComparisonWork(
            of: cluster, from: old, to: new, newSettings: settings,
            edited: edits.isEmpty ? nil : cluster.applying(edits), looking: extent))
      }
      let (fast, plain) = (compared(.whatMayDiffer), compared(.everything))
      for (found, expected) in zip(fast.changes, plain.changes) where found != expected {
        Issue.record(
          "\(pair) \(found.pod): \(found.difference.message) by \(found.causes.map(\.id)), not by \(expected.causes.map(\.id))"
        )
      }
      #expect(fast == plain)
    }
  }

  private static let edits = """
    apiVersion: v1
    kind: Namespace
    metadata: {name: shop, labels: {kuma.io/sidecar-injection: disabled, kuma.io/mesh: blue}}
    """

  private static let refused = ["web", "We$b"].map { service in
    """
    apiVersion: v1
    kind: Namespace
    metadata: {name: \(service == "web" ? "a" : "b"), labels: {kuma.io/sidecar-injection: enabled}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: \(service), namespace: \(service == "web" ? "a" : "b")}
    spec: {clusterIP: 10.96.0.1, selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: web-1
      namespace: \(service == "web" ? "a" : "b")
      labels: {app: web, kuma.io/sidecar-injection: enabled}
      annotations: {kuma.io/sidecar-injected: "true"}
    spec: {containers: [{name: app, image: app}]}
    status: {podIP: 10.0.0.1, phase: Running}
    ---

    """
  }
  .joined()
}
