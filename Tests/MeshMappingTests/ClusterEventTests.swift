import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// Single events that are easily overlooked: each changes what it should, and the cluster is then the one built afresh.
@Suite("Single events")
struct ClusterEventTests {
  private static let namespace = Namespace(metadata: ObjectMeta(name: "demo"))

  private static func pod(
    _ name: String,
    labels: StringMap = [:],
    annotations: StringMap = [:],
    owners: [OwnerReference] = [],
    node: String = "",
    account: String = ""
  ) -> Pod {
    var all = annotations
    all["kuma.io/sidecar-injected"] = "true"
    return .fixture(
      name: name, uid: "uid-\(name)", labels: labels, annotations: all, owners: owners, nodeName: node,
      serviceAccountName: account, statuses: [ContainerStatus(name: "app", isReady: true)])
  }

  private static func service(_ name: String, labels: StringMap = [:], selector: StringMap = ["app": "web"]) -> Service {
    Service(
      metadata: ObjectMeta(name: name, namespace: "demo", labels: labels), selector: selector,
      ports: [ServicePort(port: 80, targetPort: 8080)])
  }

  /// A cluster of a release, and what becomes of it by an event: the names whose Dataplanes change.
  private static func changes(
    of objects: [KubernetesObject],
    under release: String,
    mode: MeshServicesMode = .disabled,
    by event: ClusterEvent
  ) throws -> [String] {
    var kuma = ControlPlane(release: try KumaRelease(parsing: release), zone: "east")
    kuma.settings.meshServicesMode = mode
    var cluster = Cluster(([.namespace(namespace)] + objects).map(ClusterObject.kubernetes), under: kuma)
    let before = cluster.plan()
    let changes = cluster.apply(event)
    #expect(before.applying(changes) == cluster.plan())
    return changes.map(\.name.name)
  }

  private static let replicaSet = ReplicaSet(
    metadata: ObjectMeta(
      name: "web-abc", namespace: "demo",
      ownerReferences: [OwnerReference(apiVersion: "apps/v1", kind: "Deployment", name: "web")])
  )
  private static let owner = OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "web-abc")

  @Test func aGatewayThatIsNamedAfterItsDeploymentNeedsItsReplicaSet() throws {
    let pod = Self.pod("gateway", labels: ["app": "web"], annotations: ["kuma.io/gateway": "provided"], owners: [Self.owner])
    let objects: [KubernetesObject] = [.service(Self.service("web")), .pod(pod)]
    let event = ClusterEvent.added(.kubernetes(.replicaSet(Self.replicaSet)))
    #expect(try Self.changes(of: objects, under: "2.9.4", by: event) == ["gateway"])
  }

  /// One Service gives listeners and no inbound, and the other has no port that does.
  @Test func aPodWhoseOnlyPortIsAListenersNeedsItsReplicaSet() throws {
    let proxy = Self.service("proxy", labels: ["k8s.kuma.io/zone-proxy-type": "ingress"])
    var other = Self.service("other")
    other.ports[0].transportProtocol = .udp
    let pod = Self.pod("proxy", labels: ["app": "web"], owners: [Self.owner])
    let event = ClusterEvent.added(.kubernetes(.replicaSet(Self.replicaSet)))
    let objects: [KubernetesObject] = [.service(proxy), .service(other), .pod(pod)]
    #expect(try Self.changes(of: objects, under: "\(KumaRelease.newest)", mode: .exclusive, by: event) == ["proxy"])
  }

  /// Whatever the order in which the Pods came, and though a Service selects a Pod both before and after.
  @Test func changesAreSortedAndEachPodIsInThemOnce() throws {
    let pods = ["b", "a"].map { KubernetesObject.pod(Self.pod($0, labels: ["app": "web"])) }
    var service = Self.service("web")
    let added = ClusterEvent.added(.kubernetes(.service(service)))
    #expect(try Self.changes(of: pods, under: "2.9.4", by: added) == ["a", "b"])
    service.ports[0].targetPort = 9090
    let modified = ClusterEvent.modified(.kubernetes(.service(service)))
    let one: [KubernetesObject] = [.service(Self.service("web")), pods[0]]
    #expect(try Self.changes(of: one, under: "2.9.4", by: modified) == ["b"])
  }

  @Test func aJobThatArrivesAfterItsPodNamesIt() throws {
    let owner = OwnerReference(apiVersion: "batch/v1", kind: "Job", name: "nightly-1")
    let job = Job(
      metadata: ObjectMeta(
        name: "nightly-1", namespace: "demo",
        ownerReferences: [OwnerReference(apiVersion: "batch/v1", kind: "CronJob", name: "nightly")]))
    let event = ClusterEvent.added(.kubernetes(.job(job)))
    let pod = Self.pod("run", owners: [owner])
    #expect(try Self.changes(of: [.pod(pod)], under: "2.9.4", by: event) == ["run"])
    let cluster = Cluster(
      [.kubernetes(.namespace(Self.namespace)), .kubernetes(.pod(pod)), .kubernetes(.job(job))],
      under: ControlPlane(release: try KumaRelease(parsing: "2.9.4")))
    let dataplane = try #require(cluster.outcome(of: ObjectName(namespace: "demo", name: "run"))?.dataplane)
    #expect(dataplane.networking.inbound.map { $0.tags["kuma.io/service"] } == ["nightly_demo_svc"])
  }

  @Test func aLabelOfANodeThatIsCopiedMatters() throws {
    let key = "topology.kubernetes.io/zone"
    let node = Node(metadata: ObjectMeta(name: "node-a", labels: [key: "a", "other": "1"]))
    let objects: [KubernetesObject] = [.node(node), .pod(Self.pod("on", node: "node-a")), .pod(Self.pod("off"))]
    var moved = node
    moved.metadata.labels[key] = "b"
    #expect(try Self.changes(of: objects, under: "2.9.4", by: .modified(.kubernetes(.node(moved)))) == ["on"])
    var renamed = node
    renamed.metadata.labels["other"] = "2"
    #expect(try Self.changes(of: objects, under: "2.9.4", by: .modified(.kubernetes(.node(renamed)))).isEmpty)
  }

  /// A zone proxy whose mesh does not exist is waited for, while a Service makes it one.
  @Test func aServiceThatGoesMakesNoZoneProxyAnyMore() throws {
    let service = Self.service("proxy", labels: ["k8s.kuma.io/zone-proxy-type": "ingress"])
    let pod = Pod.fixture(name: "proxy", labels: ["app": "web", "kuma.io/mesh": "none"])
    let labels: StringMap = ["kuma.io/sidecar-injection": "enabled"]
    let objects: [ClusterObject] = [
      .mesh(Mesh(name: "default")), .kubernetes(.service(service)), .kubernetes(.pod(pod)),
      .kubernetes(.namespace(Namespace(metadata: ObjectMeta(name: "demo", labels: labels)))),
    ]
    var cluster = Cluster(objects, under: ControlPlane(release: .newest))
    let name = ObjectName(namespace: "demo", name: "proxy")
    #expect(cluster.preview(of: name)?.admission.decision.verdict == .inject)
    cluster.apply(.deleted(ClusterObject.kubernetes(.service(service)).reference))
    let label = Evidence(.podLabel, key: "kuma.io/mesh", value: "none")
    #expect(cluster.preview(of: name)?.admission.decision == .reject(.meshNotFound("none", namedBy: label)))
  }

  /// Of several Services that crash the control plane the first one by its name does.
  @Test(arguments: [["a", "b"], ["b", "a"]])
  func theFirstServiceCrashesTheControlPlane(order: [String]) throws {
    let objects = order.flatMap { name -> [KubernetesObject] in
      let slice = EndpointSlice(
        metadata: ObjectMeta(name: "slice-\(name)", namespace: "demo", labels: ["kubernetes.io/service-name": name]),
        endpoints: [EndpointSlice.Endpoint(targetRef: nil)])
      return [.service(Self.service(name, selector: [:])), .endpointSlice(slice)]
    }
    let all = [.namespace(Self.namespace), .pod(Self.pod("web"))] + objects
    var cluster = Cluster([], under: ControlPlane(release: try KumaRelease(parsing: "2.8.1")))
    for object in all { cluster.apply(.added(.kubernetes(object))) }
    let crash = DataplaneOutcome.fail(.controlPlaneCrash(.endpointWithoutTarget(slice: "slice-a")))
    #expect(cluster.outcome(of: ObjectName(namespace: "demo", name: "web")) == crash)
    let afresh = Cluster(all.map(ClusterObject.kubernetes), under: cluster.controlPlane)
    #expect(afresh.outcome(of: ObjectName(namespace: "demo", name: "web")) == crash)
  }

  /// What only looks the same is another text, and an event that changes nothing else changes that.
  @Test func aTextThatOnlyLooksTheSameIsAChange() throws {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    let node = Node(metadata: ObjectMeta(name: decomposed))
    let lost = Self.pod("web", node: composed)
    var found = lost
    found.spec.nodeName = decomposed
    let event = ClusterEvent.modified(.kubernetes(.pod(found)))
    #expect(try Self.changes(of: [.node(node), .pod(lost)], under: "2.9.4", by: event) == ["web"])
    let old = Self.pod("web", account: composed)
    var new = old
    new.spec.serviceAccountName = decomposed
    #expect(
      try Self.changes(of: [.pod(old)], under: "\(KumaRelease.newest)", by: .modified(.kubernetes(.pod(new)))) == ["web"])
  }

  /// Pods that come and go in any order are found by the events that affect them.
  @Test(arguments: 0..<6)
  func podsThatComeAndGoInAnyOrderAreFound(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var kuma = ControlPlane(release: try KumaRelease(parsing: "2.9.4"))
    kuma.settings.nodeLabels = ["rack"]
    let names = (0..<60).map { "web-\($0)" }
    let pods = names.map { Self.pod($0, labels: ["app": "web"], owners: [Self.owner, Self.owner], node: "node-a") }
    let node = Node(metadata: ObjectMeta(name: "node-a", labels: ["rack": "1"]))
    let base: [KubernetesObject] = [.namespace(Self.namespace), .node(node), .replicaSet(Self.replicaSet)]
    var cluster = Cluster((base + pods.map { .pod($0) }).map(ClusterObject.kubernetes), under: kuma)
    var there = Set(pods.indices)
    for index in pods.indices.shuffled(using: &random) + pods.indices.shuffled(using: &random).prefix(40) {
      let pod = ClusterObject.kubernetes(.pod(pods[index]))
      cluster.apply(there.contains(index) ? .deleted(pod.reference) : .added(pod))
      there.formSymmetricDifference([index])
    }
    let left = there.map { names[$0] }.sorted()
    let service = Self.service("web")
    #expect(cluster.apply(.added(.kubernetes(.service(service)))).map(\.name.name) == left)
    var moved = node
    moved.metadata.labels["rack"] = "2"
    #expect(cluster.apply(.modified(.kubernetes(.node(moved)))).map(\.name.name) == left)
    #expect(cluster.apply(.deleted(ClusterObject.kubernetes(.service(service)).reference)).map(\.name.name) == left)
    #expect(
      cluster.apply(.deleted(ClusterObject.kubernetes(.replicaSet(Self.replicaSet)).reference)).map(\.name.name) == left)
  }
}
