import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// A cluster that is changed event by event is the cluster built afresh, and the changes it tells are the whole difference.
@Suite("Events")
struct EventTests {
  @Test(arguments: 0..<28)
  func anySequenceOfEventsGivesTheClusterBuiltAfresh(seed: Int) throws {
    // Besides the newest patch releases one that an endpoint without a target crashes,
    // and one that is set to write outbounds, where ignored inbounds do not count.
    var written = ControlPlane(release: .newest)
    written.settings.outbounds = .dataplanes
    let planes = PropertyTests.planes + [written, ControlPlane(release: try KumaRelease(parsing: "2.8.1"))]
    var kuma = planes[min(seed, planes.count - 1)]
    kuma.settings.ignoredSelectorLabels = seed % 3 == 0 ? ["version"] : []
    var events = RandomEvents(seed: UInt64(seed))
    var cluster = Cluster([], under: kuma)
    var plan = cluster.plan()
    for step in 0..<240 {
      let event = events.next()
      let changes = cluster.apply(event)
      plan = plan.applying(changes)
      #expect(changes.map(\.name) == changes.map(\.name).sorted())
      // The first objects only fill the cluster; from then on they change and go.
      guard step > 60, step.isMultiple(of: 4) else { continue }
      let afresh = Cluster(events.objects, under: kuma)
      #expect(plan == afresh.plan(), "what the changes say after \(event)")
      #expect(cluster.plan() == afresh.plan(), "the cluster after \(event)")
      #expect(cluster.reconciliations() == afresh.reconciliations())
      #expect(cluster.previews() == afresh.previews())
    }
  }

  @Test(arguments: 1...5)
  func partsTogetherAreTheWhole(count: Int) {
    var random = RandomCluster(seed: UInt64(count))
    let cluster = Cluster(random.objects(), under: PropertyTests.planes[0])
    let parts = cluster.partitions(count)
    #expect(parts.flatMap { $0.reconciliations() }.sorted { $0.name < $1.name } == cluster.reconciliations())
    #expect(Cluster(merging: parts, under: cluster.controlPlane).plan() == cluster.plan())
  }

  /// A Pod whose ContainerPatch is in another part is not refused for it (INJ-16).
  @Test func mergedPartsKnowWhichContainerPatchesExist() throws {
    let patches = ["a", "b"].map { name in
      ClusterObject.containerPatch(ContainerPatch(ObjectName(namespace: "kuma-system", name: name)))
    }
    let pods = ["a", "b", "c"].map { name in
      ClusterObject.kubernetes(
        .pod(.fixture(name: name, annotations: ["kuma.io/container-patches": name], phase: "Pending")))
    }
    let namespace = Namespace.fixture(labels: ["kuma.io/sidecar-injection": "enabled"])
    let kuma = ControlPlane(release: .newest)
    let parts = [
      Cluster([patches[0]] + pods + [.kubernetes(.namespace(namespace))], under: kuma), Cluster([patches[1]], under: kuma),
    ]
    let decisions = Cluster(merging: parts, under: kuma).previews().map(\.admission.decision.verdict)
    #expect(decisions == [.inject, .inject, .reject])
  }

  @Test func mergedPartsKnowWhichMeshesExist() throws {
    var random = RandomCluster(seed: 7)
    let objects = random.objects() + [.mesh(Mesh(name: "other"))]
    let cluster = Cluster(objects, under: ControlPlane(release: .newest))
    let merged = Cluster(merging: cluster.partitions(3), under: cluster.controlPlane)
    #expect(merged.reconciliations() == cluster.reconciliations())
    #expect(cluster.reconciliations().contains { $0.outcome == .fail(.meshNotFound("default")) })
  }

  @Test(arguments: 1...5)
  func anObjectThatIsThereAlreadyChangesNothing(seed: Int) {
    var random = RandomCluster(seed: UInt64(seed))
    let objects = random.objects()
    var cluster = Cluster(objects, under: PropertyTests.planes[seed % PropertyTests.planes.count])
    let plan = cluster.plan()
    for object in objects {
      #expect(cluster.apply(.modified(object)).isEmpty)
      #expect(cluster.apply(.added(object)).isEmpty)
    }
    #expect(cluster.plan() == plan)
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
    var cluster = Cluster(
      objects.map(ClusterObject.kubernetes), under: ControlPlane(release: try KumaRelease(parsing: "2.9.4")))
    let owner = OwnerReference(apiVersion: "apps/v1", kind: "Deployment", name: "web")
    let replicaSet = ReplicaSet(metadata: ObjectMeta(name: "web-abc", namespace: "demo", ownerReferences: [owner]))
    let changes = cluster.apply(.added(.kubernetes(.replicaSet(replicaSet))))
    #expect(changes.map(\.name.name) == ["alone"])
    let failure = MappingFailure.ownerNotFound(kind: "ReplicaSet", name: ObjectName(namespace: "demo", name: "web-abc"))
    let effects = try #require(changes.first?.effects)
    guard case .created(.dataplane(let dataplane)) = effects.first else {
      Issue.record("the Dataplane is created")
      return
    }
    #expect(dataplane.networking.inbound.map { $0.tags["kuma.io/service"] } == ["web_demo_svc"])
    #expect(effects.dropFirst() == [.failureEnded(failure)])
  }
}
