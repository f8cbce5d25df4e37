import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What a plan says of each name, and what events change in it.
@Suite("Plans")
struct PlanTests {
  private static let name = ObjectName(namespace: "demo", name: "web-1")
  private static let injected: StringMap = ["kuma.io/sidecar-injected": "true"]
  private static let pod = Pod.fixture(
    labels: ["app": "web"], annotations: injected,
    containers: [Container(name: "app", ports: [ContainerPort(containerPort: 8080)])])

  private static func cluster(
    _ objects: [KubernetesObject],
    dataplane: Dataplane? = nil,
    meshes: [String] = ["default"]
  ) throws -> Cluster {
    let all = [.namespace(.fixture()), .service(.fixture())] + objects
    return Cluster(
      all.map(ClusterObject.kubernetes) + meshes.map { .mesh(Mesh(name: $0)) } + (dataplane.map { [.dataplane($0)] } ?? []),
      under: ControlPlane(release: try KumaRelease(parsing: "2.9.4")))
  }

  private static func dataplane() throws -> Dataplane {
    try #require(try cluster([.pod(pod)]).outcome(of: name)?.dataplane)
  }

  /// What differs between two plans: what only one has, and what they have otherwise.
  @Test func changesLeadFromOnePlanToAnother() throws {
    func pod(_ name: String, _ label: String = "x") -> KubernetesObject {
      .pod(.fixture(name: name, labels: ["app": "web", "team": label], annotations: Self.injected))
    }
    let old = try Self.cluster([pod("a"), pod("b"), pod("c"), pod("d")]).plan()
    let new = try Self.cluster([pod("b"), pod("c", "y"), pod("e")]).plan()
    let changes = old.changes(to: new)
    #expect(changes.map(\.name.name) == ["a", "c", "d", "e"])
    #expect(changes.map { $0.old == nil } == [false, false, false, true])
    #expect(changes.map { $0.new == nil } == [true, false, true, false])
    #expect(old.applying(changes) == new)
    #expect(new.applying(new.changes(to: old)) == old)
    #expect(old.changes(to: old).isEmpty)
  }

  /// A Pod that has no sidecar is to have no Dataplane: that is a deletion only where there is one.
  @Test func nothingIsDeletedWhereNothingIs() throws {
    let plain = Pod.fixture(labels: ["app": "web"])
    #expect(try Self.cluster([.pod(plain)]).planItem(of: Self.name) == nil)
    #expect(try Self.cluster([.pod(plain)]).plan().isEmpty)
  }

  @Test func whatCompletesLosesItsDataplaneWhereThereIsOne() throws {
    var done = Self.pod
    done.status.phase = "Succeeded"
    let dataplane = try Self.dataplane()
    #expect(try Self.cluster([.pod(done)]).planItem(of: Self.name) == nil)
    guard case .delete(_, let existing)? = try Self.cluster([.pod(done)], dataplane: dataplane).planItem(of: Self.name)
    else {
      Issue.record("the Dataplane of a Pod that is done is deleted")
      return
    }
    #expect(existing == .dataplane(dataplane))
  }

  /// A Dataplane is unchanged where all of it is the one that would be written, and only there.
  @Test func whatIsUnchangedIsTheSame() throws {
    let dataplane = try Self.dataplane()
    #expect(
      try Self.cluster([.pod(Self.pod)], dataplane: dataplane).planItem(of: Self.name) == .unchanged(.dataplane(dataplane)))
    var moved = dataplane
    moved.networking.address = "10.0.0.2"
    guard
      case .update(let written, let fields)? = try Self.cluster([.pod(Self.pod)], dataplane: moved).planItem(of: Self.name)
    else {
      Issue.record("a Dataplane with another address is updated")
      return
    }
    #expect(written == .dataplane(dataplane))
    #expect(fields.map { "\($0.path)" } == ["networking.address"])
  }

  /// What no difference tells of is written all the same.
  @Test func whatOnlyLooksUnchangedIsWritten() throws {
    let dataplane = try Self.dataplane()
    var owned = dataplane
    try #require(owned.metadata.ownerReferences.count == 1)
    owned.metadata.ownerReferences[0].blockOwnerDeletion = nil
    #expect(owned != dataplane && owned.differences(to: dataplane).isEmpty)
    #expect(
      try Self.cluster([.pod(Self.pod)], dataplane: owned).planItem(of: Self.name) == .update(.dataplane(dataplane), []))
  }

  /// A failure begins once, ends once, and is another one where its reason is.
  @Test func aFailureBeginsAndEndsOnce() throws {
    var cluster = try Self.cluster([.pod(Self.pod)], meshes: ["other"])
    let failure = MappingFailure.meshNotFound("default")
    #expect(cluster.planItem(of: Self.name)?.failure == failure)
    var changed = Self.pod
    changed.metadata.labels["version"] = "v1"
    #expect(cluster.apply(.modified(.kubernetes(.pod(changed)))).isEmpty)
    let ended = cluster.apply(.added(.mesh(Mesh(name: "default"))))
    #expect(ended.flatMap(\.effects).contains(.failureEnded(failure)))
    #expect(cluster.apply(.modified(.mesh(Mesh(name: "default")))).isEmpty)
    let begun = cluster.apply(.deleted(ClusterObject.mesh(Mesh(name: "default")).reference))
    #expect(begun.map(\.effects).map { $0.filter { $0 == .failureBegan(failure) }.count } == [1])
    let other = Self.item(fails: .meshNotFound("a"))
    let change = ClusterChange(name: Self.name, old: other, new: Self.item(fails: .meshNotFound("b")))
    #expect(change.effects == [.failureEnded(.meshNotFound("a")), .failureBegan(.meshNotFound("b"))])
    #expect(ClusterChange(name: Self.name, old: other, new: other).effects.isEmpty)
  }

  private static func item(fails failure: MappingFailure) -> PlanItem {
    .fail(failure, existing: nil)
  }

  /// What is in a Namespace goes another way when the Namespace's mesh or phase changes, wherever the mesh is written.
  @Test(arguments: ["label", "annotation"])
  func aNamespaceThatMovesToAnotherMeshMovesItsPods(place: String) throws {
    var cluster = try Self.cluster([.pod(Self.pod)], meshes: ["default", "other"])
    #expect(cluster.outcome(of: Self.name)?.dataplane?.mesh == "default")
    let mesh: StringMap = ["kuma.io/mesh": "other"]
    let moved = place == "label" ? Namespace.fixture(labels: mesh) : Namespace.fixture(annotations: mesh)
    #expect(cluster.apply(.modified(.kubernetes(.namespace(moved)))).map(\.name) == [Self.name])
    #expect(cluster.outcome(of: Self.name)?.dataplane?.mesh == "other")
    #expect(cluster.apply(.modified(.kubernetes(.namespace(.fixture())))).map(\.name) == [Self.name])
    #expect(cluster.outcome(of: Self.name)?.dataplane?.mesh == "default")
  }

  /// From 2.7 on what is in a Namespace that is going is left as it is, until the Namespace is another one again.
  @Test func aNamespaceThatIsGoingLeavesItsDataplanesAsTheyAre() throws {
    var done = Self.pod
    done.status.phase = "Succeeded"
    let dataplane = ProxyResource.dataplane(try Self.dataplane())
    var cluster = try Self.cluster([.pod(done)], dataplane: try Self.dataplane())
    #expect(cluster.planItem(of: Self.name) == .delete(.podSucceeded, existing: dataplane))
    let going = Namespace.fixture(phase: "Terminating")
    #expect(cluster.apply(.modified(.kubernetes(.namespace(going)))).map(\.name) == [Self.name])
    #expect(cluster.planItem(of: Self.name) == .leave(.namespaceTerminating, existing: dataplane))
    #expect(cluster.apply(.modified(.kubernetes(.namespace(.fixture())))).map(\.name) == [Self.name])
    #expect(cluster.planItem(of: Self.name) == .delete(.podSucceeded, existing: dataplane))
  }

  /// An EndpointSlice that names other Pods than before concerns those that it named as well.
  @Test func anEndpointSliceThatMovesConcernsThePodsItNamed() throws {
    func pod(_ name: String) -> Pod {
      .fixture(
        name: name, uid: "uid-\(name)", annotations: Self.injected,
        containers: [Container(name: "app", ports: [ContainerPort(containerPort: 8080)])])
    }
    func slice(_ uid: String) -> ClusterObject {
      let metadata = ObjectMeta(name: "web-x", namespace: "demo", labels: ["kubernetes.io/service-name": "plain"])
      let endpoint = EndpointSlice.Endpoint(targetRef: EndpointSlice.TargetReference(uid: uid))
      return .kubernetes(.endpointSlice(EndpointSlice(metadata: metadata, endpoints: [endpoint])))
    }
    let objects: [KubernetesObject] = [
      .service(.fixture(name: "plain", selector: [:])), .pod(pod("one")), .pod(pod("two")),
    ]
    var cluster = try Self.cluster(objects)
    #expect(cluster.apply(.added(slice("uid-one"))).map(\.name.name) == ["one"])
    #expect(cluster.apply(.modified(slice("uid-two"))).map(\.name.name) == ["one", "two"])
    #expect(cluster.apply(.deleted(slice("uid-two").reference)).map(\.name.name) == ["two"])
  }
}
