import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// What holds of a verdict whatever the objects are.
@Suite("Verdicts on upgrades")
struct UpgradePropertyTests {
  /// Parts of a cluster, each a Namespace of its own with a workload: some of trouble somewhere between 2.0 and 3.0, some without.
  private static let parts: [Part] = [
    Part(isTroubled: true, labels: "{}", template: "labels: {app: web, kuma.io/sidecar-injection: enabled}"),
    Part(isTroubled: true, labels: "{}", template: "annotations: {kuma.io/sidecar-injection: enabled}, labels: {app: web}"),
    Part(
      isTroubled: true, labels: "{kuma.io/sidecar-injection: enabled}",
      template: "labels: {app: web}, annotations: {kuma.io/mesh: blue}"),
    Part(
      isTroubled: true, labels: "{kuma.io/sidecar-injection: enabled}",
      template: "labels: {app: web}, annotations: {kuma.io/direct-access-services: db_x_svc_80}"),
    Part(
      isTroubled: true, labels: "{kuma.io/sidecar-injection: enabled}",
      template: "labels: {app: web}, annotations: {kuma.io/transparent-proxying-reachable-services: db_x_svc_80}"),
    Part(
      isTroubled: true, labels: "{kuma.io/sidecar-injection: enabled}",
      template: "labels: {app: web, kuma.io/workload: shop}"),
    Part(isTroubled: false, labels: "{kuma.io/sidecar-injection: enabled}", template: "labels: {app: web, version: v1}"),
    Part(
      isTroubled: false, labels: "{kuma.io/sidecar-injection: enabled}",
      template: "labels: {app: web}, annotations: {kuma.io/virtual-probes: enabled, kuma.io/builtindns: enabled}"),
    Part(isTroubled: false, labels: "{}", template: "labels: {app: web}"),
  ]

  struct Part {
    let isTroubled: Bool
    let labels: String
    let template: String

    func manifests(_ name: String) -> String {
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: \(name), labels: \(labels)}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: \(name)}
      spec: {clusterIP: 10.96.0.1, selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: \(name)}
      spec:
        selector: {matchLabels: {app: web}}
        template: {metadata: {\(template)}, spec: {containers: [{name: app, image: app}]}}
      ---

      """
    }
  }

  private static let meshes = """
    apiVersion: kuma.io/v1alpha1
    kind: Mesh
    metadata: {name: default}
    ---
    apiVersion: kuma.io/v1alpha1
    kind: Mesh
    metadata: {name: blue}
    ---

    """

  private static func objects(of parts: [Int]) throws -> [ClusterObject] {
    let text = parts.map { Self.parts[$0].manifests("part-\($0)") }.joined()
    return try Manifests(stringLiteral: meshes + text).objects()
  }

  private static func path(
    _ objects: [ClusterObject], from old: String = "2.0.8", knowing completeness: Completeness? = nil
  ) throws -> UpgradePath {
    let (old, new) = try (KumaRelease(parsing: old), KumaRelease(parsing: "3.0"))
    let cluster = Cluster(objects, under: ControlPlane(release: old), completeness: completeness)
    return UpgradePath(of: cluster, from: old, to: new)
  }

  /// What is told of a namespace does not depend on what else is there.
  private static func told(_ path: UpgradePath, of namespace: String) -> Set<String> {
    Set(
      path.steps.flatMap { step in
        step.troubles.flatMap { trouble in
          trouble.workloads.filter { $0.subject.namespace == namespace }.map { workload in
            "\(trouble.first) \(trouble.effect) \(trouble.causes.map(\.id)) \(workload.changes.map(\.difference.message))"
          }
        }
      })
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func theOrderOfObjectsChangesNothing(_ seed: UInt64) throws {
    let objects = try Self.objects(of: Array(Self.parts.indices))
    var generator = Shuffle(state: seed)
    let expected = try Self.path(objects, knowing: .complete)
    #expect(try Self.path(objects.shuffled(using: &generator), knowing: .complete) == expected)
  }

  /// Beside whatever else, each part is told the same.
  @Test(arguments: Self.parts.indices)
  func nothingHidesTrouble(_ part: Int) throws {
    let alone = try Self.path(Self.objects(of: [part]), knowing: .complete)
    let together = try Self.path(Self.objects(of: Array(Self.parts.indices)), knowing: .complete)
    let told = Self.told(alone, of: "part-\(part)")
    #expect(told.isEmpty == !Self.parts[part].isTroubled)
    #expect(Self.told(together, of: "part-\(part)") == told)
  }

  /// Whatever is taken out of the input, troubles are told or doubted, and never fine.
  @Test(arguments: Self.parts.indices.filter { Self.parts[$0].isTroubled })
  func takingObjectsAwayMakesNoVerdictReady(_ part: Int) throws {
    let objects = try Self.objects(of: [part])
    #expect(try Self.path(objects).verdict.heading == "NOT READY")
    for kind in ["Namespace", "Service", "Mesh"] {
      let left = objects.filter { $0.reference.kind != kind }
      let verdict = try Self.path(left).verdict
      #expect(verdict != .ready, "without \(kind)")
    }
  }

  /// A list that was cut off is no proof that there is nothing else, whatever of its kind is left.
  @Test(arguments: parts.indices, ["Namespace", "Service", "Mesh", "Deployment", "MeshTimeout", ""])
  func aListThatWasCutOffMakesNoVerdictReady(_ part: Int, _ kind: String) throws {
    let objects = try Self.objects(of: [part]) + [Self.policy]
    let whole = try Self.path(objects, from: "2.13.10", knowing: .complete)
    #expect(whole.verdict.heading == "NOT READY")
    let groups = ["Deployment": "apps", "Mesh": "kuma.io", "MeshTimeout": "kuma.io"]
    let cut = ObjectReference(apiGroup: groups[kind] ?? "", kind: kind, namespace: "", name: "")
    for left in [objects, objects.filter { $0.reference.kind != kind }] {
      let completeness = Completeness(known: Completeness.complete.known, unreadable: [cut])
      let verdict = try Self.path(left, from: "2.13.10", knowing: completeness).verdict
      #expect(verdict != .ready, "without \(kind)")
    }
  }

  /// A policy that 3.0 refuses.
  private static let policy = ClusterObject.resource(
    MeshResource(
      type: ObjectType(apiVersion: "kuma.io/v1alpha1", kind: "MeshTimeout"), metadata: ObjectMeta(name: "slow"),
      fields: .object([.init(key: "targetRef", value: .object([.init(key: "kind", value: .string("MeshSubset"))]))])))

  /// What is left out, whole or one object of it.
  enum Left: CaseIterable {
    case namespaces, replicaSets, meshes, oneNamespace

    func without(_ objects: [ClusterObject]) -> [ClusterObject] {
      let kind = self == .replicaSets ? "ReplicaSet" : self == .meshes ? "Mesh" : "Namespace"
      let first = objects.firstIndex { $0.reference.kind == kind }
      return objects.enumerated().filter { offset, object in
        self == .oneNamespace ? offset != first : object.reference.kind != kind
      }
      .map(\.element)
    }
  }

  /// What is left out of a cluster with the mistakes that people make turns neither a verdict nor the findings green.
  @Test(arguments: Left.allCases, 0..<6)
  func whatIsLeftOutTurnsNothingGreen(_ left: Left, _ seed: Int) throws {
    let objects = try RandomManifests.of(UInt64(seed)).objects() + Manifests(stringLiteral: Self.meshes).objects()
    let (old, new) = try (KumaRelease(parsing: "2.10.11"), KumaRelease(parsing: "2.11.0"))
    let kuma = ControlPlane(release: old)
    let whole = Cluster(objects, under: kuma, completeness: .complete)
    let part = Cluster(left.without(objects), under: kuma)
    let truth = UpgradePath(of: whole, from: old, to: new).verdict
    if case .notReady = truth { #expect(UpgradePath(of: part, from: old, to: new).verdict != .ready, "\(seed)") }
    func isGreen(_ cluster: Cluster) -> Bool {
      let reports = cluster.previews()
      let findings = Diagnostics(of: cluster).findings(on: reports).joined()
      return !findings.contains { $0.severity == .error } && Incompleteness.of(reports).isEmpty
    }
    if !isGreen(whole) { #expect(!isGreen(part), "\(seed)") }
  }

  /// What all fixes together do: what they say that they help is not told any more.
  @Test func fixesTogetherDoAwayWithWhatTheyHelp() throws {
    let objects = try Self.objects(of: Array(Self.parts.indices))
    let path = try Self.path(objects, knowing: .complete)
    let old = try KumaRelease(parsing: "2.0.8")
    let cluster = Cluster(objects, under: ControlPlane(release: old), completeness: .complete)
    let fixes = path.steps.flatMap { $0.lasting + $0.followUps }.flatMap(\.fixes)
    #expect(fixes.count >= 5)
    let mended = try #require(cluster.applying(fixes.flatMap(\.fix.edits)))
    let after = UpgradePath(of: mended, from: old, to: try KumaRelease(parsing: "3.0"))
    let left = Set(after.steps.flatMap(\.lasting).map(\.effect))
    // Reachable services cannot be written otherwise.
    #expect(left == [.reach])
    // What mends a note does so together with all others.
    let notes = path.steps.flatMap(\.noteFixes)
    #expect(notes.map(\.note.id) == ["dns-annotations-gone", "virtual-probes-annotations"])
    let edited = try #require(cluster.applying(notes.flatMap(\.fix.edits)))
    let told = UpgradePath(of: edited, from: old, to: try KumaRelease(parsing: "3.0")).steps.flatMap(\.notes).map(\.note)
    #expect(!told.contains { note in notes.contains { $0.note == note } })
  }
}

/// The same order for the same seed.
private struct Shuffle: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
