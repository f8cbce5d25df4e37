import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// A fleet that is changed event by event is the fleet built afresh, and the changes it tells are the whole difference.
@Suite("Events")
struct EventTests {
  @Test(arguments: 0..<28)
  func anySequenceOfEventsGivesTheFleetBuiltAfresh(seed: Int) throws {
    // Besides the newest patch releases one that an endpoint without a target crashes.
    let planes = PropertyTests.planes + [ControlPlane(release: try KumaRelease(parsing: "2.8.1"))]
    var kuma = planes[min(seed, planes.count - 1)]
    kuma.settings.ignoredSelectorLabels = seed % 3 == 0 ? ["version"] : []
    var events = RandomEvents(seed: UInt64(seed))
    var fleet = Fleet([], under: kuma)
    var plan = fleet.plan()
    for step in 0..<240 {
      let event = events.next()
      let changes = fleet.apply(event)
      plan = plan.applying(changes)
      #expect(changes.map(\.name) == changes.map(\.name).sorted())
      // The first objects only fill the fleet; from then on they change and go.
      guard step > 60, step.isMultiple(of: 4) else { continue }
      let afresh = Fleet(events.objects, under: kuma)
      #expect(plan == afresh.plan(), "what the changes say after \(event)")
      #expect(fleet.plan() == afresh.plan(), "the fleet after \(event)")
      #expect(fleet.reconciliations() == afresh.reconciliations())
    }
  }

  @Test(arguments: 1...5)
  func partsTogetherAreTheWhole(count: Int) {
    var cluster = RandomCluster(seed: UInt64(count))
    let fleet = Fleet(cluster.objects(), under: PropertyTests.planes[0])
    let parts = fleet.shards(count)
    #expect(parts.flatMap { $0.reconciliations() }.sorted { $0.name < $1.name } == fleet.reconciliations())
    #expect(Fleet(merging: parts, under: fleet.controlPlane).plan() == fleet.plan())
  }

  @Test func mergedPartsKnowWhichMeshesExist() throws {
    var cluster = RandomCluster(seed: 7)
    let objects = cluster.objects() + [.mesh(Mesh(name: "other"))]
    let fleet = Fleet(objects, under: ControlPlane(release: .newest))
    let merged = Fleet(merging: fleet.shards(3), under: fleet.controlPlane)
    #expect(merged.reconciliations() == fleet.reconciliations())
    #expect(fleet.reconciliations().contains { $0.outcome == .fail(.meshNotFound("default")) })
  }

  @Test(arguments: 1...5)
  func anObjectThatIsThereAlreadyChangesNothing(seed: Int) {
    var cluster = RandomCluster(seed: UInt64(seed))
    let objects = cluster.objects()
    var fleet = Fleet(objects, under: PropertyTests.planes[seed % PropertyTests.planes.count])
    let plan = fleet.plan()
    for object in objects {
      #expect(fleet.apply(.modified(object)).isEmpty)
      #expect(fleet.apply(.added(object)).isEmpty)
    }
    #expect(fleet.plan() == plan)
  }

  /// A Pod without a Service is named after what owns it, so a ReplicaSet that arrives after it matters, and one behind a Service
  /// does not mind.
  @Test func aReplicaSetThatArrivesAfterItsPodEndsTheFailureOfPodsWithoutAService() throws {
    func pod(_ name: String, labels: StringMap) -> Pod {
      let owner = OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "web-abc")
      return .fixture(name: name, labels: labels, annotations: ["kuma.io/sidecar-injected": "true"], owners: [owner])
    }
    let service = Service(
      metadata: ObjectMeta(name: "web", namespace: "demo"), selector: ["app": "web"],
      ports: [ServicePort(port: 80, targetPort: 8080)])
    let objects: [KubernetesObject] = [
      .namespace(Namespace(metadata: ObjectMeta(name: "demo"))), .service(service), .pod(pod("alone", labels: [:])),
      .pod(pod("served", labels: ["app": "web"])),
    ]
    var fleet = Fleet(objects.map(ClusterObject.kubernetes), under: ControlPlane(release: try KumaRelease(parsing: "2.9.4")))
    let owner = OwnerReference(apiVersion: "apps/v1", kind: "Deployment", name: "web")
    let replicaSet = ReplicaSet(metadata: ObjectMeta(name: "web-abc", namespace: "demo", ownerReferences: [owner]))
    let changes = fleet.apply(.added(.kubernetes(.replicaSet(replicaSet))))
    #expect(changes.map(\.name.name) == ["alone"])
    let failure = MappingFailure.ownerNotFound(kind: "ReplicaSet", name: ObjectName(namespace: "demo", name: "web-abc"))
    let effects = try #require(changes.first?.effects)
    guard case .created(let dataplane) = effects.first else {
      Issue.record("the Dataplane is created")
      return
    }
    #expect(dataplane.networking.inbound.map { $0.tags["kuma.io/service"] } == ["web_demo_svc"])
    #expect(effects.dropFirst() == [.failureEnded(failure)])
  }
}
