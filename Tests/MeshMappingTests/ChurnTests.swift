import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// Objects come and go for as long as a cluster is kept: what is gone leaves nothing behind.
@Suite("Objects that come and go")
struct ChurnTests {
  /// An object of each kind that is found by more than its name, all of them of one number.
  private static func objects(_ number: Int) -> [ClusterObject] {
    let (name, owner) = ("web-\(number)", OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "rs-\(number)"))
    let pod = Pod.fixture(
      name: name, uid: "uid-\(number)", labels: ["app": name, "team-\(number)": "x"],
      annotations: ["kuma.io/sidecar-injected": "true"], owners: [owner], nodeName: "node-\(number)")
    let slice = EndpointSlice(
      metadata: ObjectMeta(
        name: "slice-\(number)", namespace: "demo", labels: ["kubernetes.io/service-name": "plain-\(number)"]),
      endpoints: [EndpointSlice.Endpoint(targetRef: EndpointSlice.TargetReference(uid: "uid-\(number)"))])
    let metadata = ObjectMeta(name: "rs-\(number)", namespace: "demo")
    let dataplane = Dataplane(
      mesh: "default", metadata: Dataplane.Metadata(name: name, namespace: "demo"),
      networking: Dataplane.Networking(address: "10.0.0.1"))
    let kubernetes: [KubernetesObject] = [
      .pod(pod), .service(.fixture(name: "svc-\(number)", selector: ["app": name])), .endpointSlice(slice),
      .service(.fixture(name: "plain-\(number)", selector: [:])), .replicaSet(ReplicaSet(metadata: metadata)),
      .job(Job(metadata: metadata)), .node(Node(metadata: ObjectMeta(name: "node-\(number)", labels: ["rack": name]))),
    ]
    return kubernetes.map(ClusterObject.kubernetes) + [.dataplane(dataplane), .mesh(Mesh(name: "mesh-\(number)"))]
  }

  private static let base: [ClusterObject] = [.kubernetes(.namespace(.fixture())), .mesh(Mesh(name: "default"))]

  /// How many values a value is made of, down to the smallest.
  private static func size(of value: Any) -> Int {
    Mirror(reflecting: value).children.reduce(1) { $0 + size(of: $1.value) }
  }

  /// Where as many others came and went before, a cluster keeps no more than where few did.
  @Test func whatIsGoneTakesNoPlace() throws {
    var kuma = ControlPlane(release: try KumaRelease(parsing: "2.9.4"))
    kuma.settings.nodeLabels = ["rack"]
    var cluster = Cluster(Self.base + Self.objects(0), under: kuma)
    func sizeAfter(_ numbers: ClosedRange<Int>) -> Int {
      for number in numbers {
        let objects = Self.objects(number)
        for object in objects { cluster.apply(.added(object)) }
        for object in objects { cluster.apply(.deleted(object.reference)) }
      }
      return Self.size(of: cluster)
    }
    let few = sizeAfter(1...2)
    #expect(sizeAfter(3...40) == few)
    #expect(cluster.plan() == Cluster(Self.base + Self.objects(0), under: kuma).plan())
  }

  /// What is found is what came last, where it takes the place of what is gone.
  @Test func whatComesInThePlaceOfAnotherIsFound() throws {
    let kuma = ControlPlane(release: try KumaRelease(parsing: "2.9.4"))
    var cluster = Cluster(Self.base + (0..<3).flatMap(Self.objects), under: kuma)
    for object in Self.objects(1) { cluster.apply(.deleted(object.reference)) }
    for object in Self.objects(7) { cluster.apply(.added(object)) }
    #expect(cluster.podNames.map(\.name) == ["web-0", "web-2", "web-7"])
    let afresh = Cluster(Self.base + [0, 2, 7].flatMap(Self.objects), under: kuma)
    #expect(cluster.plan() == afresh.plan())
    #expect(cluster.pods(behind: ServiceName(name: "svc-7", namespace: "demo", port: 80)).map(\.name) == ["web-7"])
    #expect(cluster.pods(behind: ServiceName(name: "svc-1", namespace: "demo", port: 80)).isEmpty)
  }
}
