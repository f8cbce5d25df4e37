import KubernetesObjects
import MeshMapping
import Testing

/// Policies are held like any other object, and found by what they select.
@Suite("Policy selections")
struct PolicySelectionsTests {
  private static func fields(_ members: (String, FieldValue)...) -> FieldValue {
    .object(of: members.map { FieldValue.Member(key: $0.0, value: $0.1) })
  }

  private static func policy(_ name: String, _ spec: FieldValue, kind: String = "MeshTimeout", mesh: String? = nil)
    -> MeshResource
  {
    let type = ObjectType(apiVersion: "kuma.io/v1alpha1", kind: kind)
    return MeshResource(type: type, metadata: ObjectMeta(name: name, namespace: "kuma-system"), mesh: mesh, fields: spec)
  }

  private static func target(_ members: (String, FieldValue)...) -> FieldValue {
    fields(("targetRef", .object(of: members.map { FieldValue.Member(key: $0.0, value: $0.1) })))
  }

  private static let byTag = policy("a", target(("kind", "MeshSubset"), ("tags", fields(("version", "v2")))))
  private static let byAnyTag = policy(
    "b", fields(("selectors", .list([fields(("match", fields(("version", "*"))))]))), kind: "ProxyTemplate")
  private static let otherMesh = policy(
    "c", target(("kind", "MeshSubset"), ("tags", fields(("version", "v2")))), mesh: "blue")
  private static let byLabel = policy(
    "d", target(("kind", "Dataplane"), ("labels", fields(("version", "v2"))), ("sectionName", "http")))
  private static let byKey = policy(
    "e", fields(("parameters", .list([fields(("tagKey", "version"))]))), kind: "VirtualOutbound")

  private static func cluster(_ resources: [MeshResource], _ objects: [ClusterObject] = []) -> Cluster {
    Cluster(resources.map(ClusterObject.resource) + objects, under: ControlPlane(rules: .documented))
  }

  private static let all = cluster([otherMesh, byKey, byLabel, byAnyTag, byTag])

  private func names(_ found: [SelectingPolicy]) -> [String] { found.map(\.policy.name) }

  @Test func byTag() {
    let selections = Self.all.policySelections
    #expect(names(selections.policies(selectingByTag: "version")) == ["a", "c", "b", "e"])
    #expect(names(selections.policies(selectingByTag: "version", value: "v2", in: "default")) == ["a", "b", "e"])
    #expect(names(selections.policies(selectingByTag: "version", value: "v3")) == ["b", "e"])
    #expect(names(selections.policies(selectingByTag: "versio")) == [])
    #expect(names(selections.policies(selectingByTag: "version", value: "v2", in: "blue")) == ["c"])
  }

  @Test func byLabelAndInbound() {
    let selections = Self.all.policySelections
    #expect(names(selections.policies(selectingByLabel: "version")) == ["d"])
    #expect(names(selections.policies(selectingByLabel: "version", value: "v2", in: "default")) == ["d"])
    #expect(names(selections.policies(selectingByLabel: "version", value: "v3")) == [])
    #expect(names(selections.policies(selectingByLabel: "version", of: "MeshService")) == [])
    #expect(names(selections.policies(selectingInbound: "http")) == ["d"])
    #expect(names(selections.policies(selectingInbound: "http", in: "blue")) == [])
  }

  @Test func anObjectIsFoundByItsName() {
    let policy = Self.policy("x", Self.target(("kind", "Dataplane"), ("name", "web"), ("namespace", "demo")))
    let selections = PolicySelections(of: [policy])
    #expect(names(selections.policies(naming: ObjectReference(.dataplane, namespace: "demo", name: "web"))) == ["x"])
    #expect(names(selections.policies(naming: ObjectReference(.dataplane, namespace: "demo", name: "we"))) == [])
  }

  @Test func withoutPoliciesNothingIsKnown() {
    #expect(Self.cluster([]).policySelections.isEmpty)
    #expect(!Self.cluster([Self.policy("x", .null)]).policySelections.isEmpty)
    let quota = MeshResource(
      type: ObjectType(apiVersion: "v1", kind: "ResourceQuota"), metadata: ObjectMeta(name: "q"), fields: .null)
    #expect(Self.cluster([quota, Self.policy("z", .null, kind: "Zone")]).policySelections.isEmpty)
  }

  /// What is read is not counted among what is not, and what Kuma writes about others is.
  @Test func policiesAreNotUnsupported() {
    #expect(Self.all.unsupported.isEmpty)
    #expect(Self.all.resources.map(\.metadata.name) == ["a", "c", "d", "b", "e"])
  }

  @Test func eventsAreTakenIn() {
    var cluster = Self.cluster([Self.byTag])
    #expect(cluster.apply(.added(.resource(Self.byLabel))).isEmpty)
    #expect(cluster.apply(.modified(.resource(Self.policy("a", .null)))).isEmpty)
    #expect(cluster.resources == [Self.policy("a", .null), Self.byLabel])
    #expect(cluster.apply(.deleted(Self.byTag.reference)).isEmpty)
    #expect(cluster.resources == [Self.byLabel])
    #expect(cluster.resource(Self.byLabel.reference) == Self.byLabel)
    #expect(cluster.resource(Self.byTag.reference) == nil)
  }

  @Test(arguments: 1...3)
  func partsTogetherHaveThemOnce(count: Int) {
    let namespaces = ["a", "b"].map { ClusterObject.kubernetes(.namespace(Namespace(metadata: ObjectMeta(name: $0)))) }
    let cluster = Self.cluster([Self.byTag, Self.byLabel], namespaces)
    let parts = cluster.partitions(count)
    for part in parts { #expect(part.resources == [Self.byTag, Self.byLabel]) }
    #expect(Cluster(merging: parts, under: cluster.controlPlane).resources == [Self.byTag, Self.byLabel])
    #expect(Cluster(cluster, under: ControlPlane(release: .newest)).resources == [Self.byTag, Self.byLabel])
    let others = Cluster(merging: [Self.cluster([Self.byTag]), Self.cluster([Self.byLabel])], under: cluster.controlPlane)
    #expect(others.resources == [Self.byTag, Self.byLabel])
  }

  /// What else a Mesh says is kept, and changes no Pod.
  @Test func aMeshThatSaysSomethingElseChangesNoPod() {
    let pod = ClusterObject.kubernetes(.pod(Pod(metadata: ObjectMeta(name: "web", namespace: "demo"))))
    var cluster = Self.cluster([], [.mesh(Mesh(name: "default")), pod])
    let secured = Mesh(name: "default", otherFields: Self.fields(("mtls", .null)))
    #expect(cluster.apply(.modified(.mesh(secured))).isEmpty)
    #expect(cluster.meshes.mesh("default") == secured)
  }
}
