import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// Labels, Nodes and identifiers that very many Pods of a namespace have: they are found by another kind of list than those of a few,
/// and what comes, changes and goes is found all the same.
@Suite("Crowded indexes")
struct CrowdedIndexTests {
  private static let count = 150

  private static func pod(_ number: Int, version: String = "v1") -> Pod {
    let labels: StringMap = ["app": "web", "version": version]
    return .fixture(
      name: "web-\(number)", uid: "", labels: labels, annotations: ["kuma.io/sidecar-injected": "true"], nodeName: "node-1",
      statuses: [ContainerStatus(name: "app", isReady: true)])
  }

  private static func cluster(_ pods: some Sequence<Pod>, under release: KumaRelease = .newest) -> Cluster {
    let objects: [KubernetesObject] = [.namespace(.fixture()), .service(.fixture())]
    return Cluster(
      (objects + pods.map(KubernetesObject.pod)).map(ClusterObject.kubernetes), under: ControlPlane(release: release))
  }

  private static func names(in cluster: Cluster, _ selector: StringMap) -> [String] {
    cluster.pods(in: "demo", selectedBy: selector).map(\.metadata.name)
  }

  private static func reference(_ number: Int) -> ObjectReference {
    ObjectReference(.pod, namespace: "demo", name: "web-\(number)")
  }

  /// All but three go, in an order that is not that in which they came, and then half of them come again.
  @Test func podsThatGoAreFoundNoMore() {
    var cluster = Self.cluster((0..<Self.count).map { Self.pod($0) })
    #expect(Self.names(in: cluster, ["app": "web"]).count == Self.count)
    var left = Set((0..<Self.count).map { "web-\($0)" })
    for number in (0..<Self.count - 3).map({ ($0 * 37) % Self.count }) {
      cluster.apply(.deleted(Self.reference(number)))
      left.remove("web-\(number)")
      #expect(Self.names(in: cluster, ["app": "web"]) == left.sorted())
    }
    #expect(left.count == 3)
    for number in stride(from: 0, to: Self.count, by: 2) {
      cluster.apply(.added(.kubernetes(.pod(Self.pod(number)))))
      left.insert("web-\(number)")
    }
    #expect(Self.names(in: cluster, ["app": "web"]) == left.sorted())
    #expect(Self.names(in: cluster, ["app": "web", "version": "v1"]) == left.sorted())
  }

  /// What changes is found under what it has now, and what is the same is still found.
  @Test func labelsThatChangeAreFiledAnew() {
    var cluster = Self.cluster((0..<Self.count).map { Self.pod($0) })
    for number in 0..<100 { cluster.apply(.modified(.kubernetes(.pod(Self.pod(number, version: "v2"))))) }
    #expect(Self.names(in: cluster, ["version": "v2"]) == (0..<100).map { "web-\($0)" }.sorted())
    #expect(Self.names(in: cluster, ["version": "v1"]) == (100..<Self.count).map { "web-\($0)" }.sorted())
    #expect(Self.names(in: cluster, ["app": "web"]).count == Self.count)
    for number in 0..<100 { cluster.apply(.modified(.kubernetes(.pod(Self.pod(number))))) }
    #expect(Self.names(in: cluster, ["version": "v2"]).isEmpty)
    #expect(cluster.plan() == Self.cluster((0..<Self.count).map { Self.pod($0) }).plan())
  }

  /// An event that concerns all of them changes all of them.
  @Test func whatConcernsAllChangesAll() throws {
    // Services are named in tags there.
    var cluster = Self.cluster((0..<Self.count).map { Self.pod($0) }, under: try KumaRelease(parsing: "2.9.4"))
    var service = Service.fixture()
    service.ports[0].port = 81
    let changes = cluster.apply(.modified(.kubernetes(.service(service))))
    #expect(changes.map(\.name.name) == (0..<Self.count).map { "web-\($0)" }.sorted())
    let node = Node(metadata: ObjectMeta(name: "node-1", labels: ["topology.kubernetes.io/zone": "east-1"]))
    var newest = Self.cluster((0..<Self.count).map { Self.pod($0) })
    let moved = newest.apply(.added(.kubernetes(.node(node))))
    #expect(moved.count == Self.count)
  }
}
