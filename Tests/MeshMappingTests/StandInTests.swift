import KubernetesJSON
import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What is made up to see what depends on it: of Pods that there are not yet, and of objects that the input lacks. None of it is ever shown.
@Suite("Stand-ins")
struct StandInTests {
  /// What is made up so that it can be told from what is there; numbers that a cluster may well have are not.
  private static let ofPodsToCome = [
    "4444444444", "-bbbbb", "ccccc", "28000000", "39999999", "0a0a0a0a-0000", "1b1b1b1b-1111",
  ]
  private static let ofWhatIsLacking = ["assumed", "otherwise"]
  private static let planes =
    [ControlPlane(rules: .documented)] + KumaRelease.newestOfEachLine.map { ControlPlane(release: $0, zone: "east") }

  /// Some of the control planes, others for each seed.
  private static func planes(_ seed: Int) -> [(offset: Int, element: ControlPlane)] {
    planes.enumerated().filter { ($0.offset + seed) % 3 == 0 }
  }

  /// Meshes that refuse every Dataplane, those of some Nodes, and none.
  private static let meshes: [Mesh] = [
    Mesh(name: "default", constraints: MeshConstraints(requirements: [["team": "*"]])),
    Mesh(name: "default", constraints: MeshConstraints(restrictions: [["kubernetes.io/hostname": "*"]])),
    Mesh(name: "default"),
  ]

  @Test(arguments: 0..<12)
  func noneIsShownOfPodsToCome(seed: Int) {
    var random = RandomWorkload(seed: UInt64(seed))
    let example = random.example()
    let mesh = ClusterObject.mesh(Self.meshes[seed % Self.meshes.count])
    for (index, plane) in Self.planes(seed) {
      // With their Namespace, and in an input that has none.
      let objects = example.objects(having: .workload).dropFirst((seed + index) % 2)
      Self.expect(
        none: Self.ofPodsToCome + Self.ofWhatIsLacking, in: Cluster(objects + [mesh], under: plane), "\(seed), \(index)")
    }
  }

  /// A refusal of Pods to come names what they will have as patterns, as far as that is known.
  @Test func aRefusalHasPatterns() throws {
    let deployment = Deployment(
      metadata: ObjectMeta(name: "web", namespace: "demo"),
      template: PodTemplateSpec(
        labels: ["app": "web"],
        spec: PodSpec(containers: [Container(name: "web", ports: [ContainerPort(name: "", containerPort: 80)])])))
    let namespace = Namespace.fixture(labels: ["kuma.io/sidecar-injection": "enabled"])
    let objects: [ClusterObject] = [
      .kubernetes(.namespace(namespace)), .kubernetes(.deployment(deployment)), .mesh(Self.meshes[0]),
    ]
    let cluster = Cluster(objects, under: ControlPlane(release: try KumaRelease(parsing: "2.9.4"), zone: "east"))
    // The last three are labels of a Node that nobody knows yet.
    let tags: StringMap = [
      "app": "web", "k8s.kuma.io/namespace": "demo", "kuma.io/instance": "web-*", "kuma.io/mesh": "default",
      "kuma.io/protocol": "tcp", "kuma.io/service": "web_demo_svc", "kuma.io/zone": "east", "pod-template-hash": "*",
      "kubernetes.io/hostname": "*", "topology.kubernetes.io/region": "*", "topology.kubernetes.io/zone": "*",
    ]
    let refusal = DataplaneRefusal.unmetRequirements(mesh: "default", path: "networking.inbound[0].tags", tags: tags)
    let outcome = try #require(cluster.previews().first?.outcome)
    #expect(outcome == DataplaneOutcome.fail(.dataplaneRefused(refusal)))
  }

  /// The owner of a Pod is not in the input, nor are its Node and its Namespace.
  @Test(arguments: 0..<12)
  func noneIsShownOfWhatIsLacking(seed: Int) {
    var random = RandomWorkload(seed: UInt64(seed))
    let example = random.example()
    let mesh = ClusterObject.mesh(Self.meshes[seed % Self.meshes.count])
    var pod = example.pod
    pod.spec.nodeName = "node-a"
    for (index, plane) in Self.planes(seed) {
      let namespace = (seed + index) % 2 == 0 ? [ClusterObject.kubernetes(.namespace(example.namespace))] : []
      let objects = namespace + [.kubernetes(.pod(pod)), mesh]
      Self.expect(none: Self.ofWhatIsLacking, in: Cluster(objects, under: plane), "\(seed), \(index)")
    }
  }

  @Test(arguments: 0..<6)
  func noneIsShownOfRandomClusters(seed: Int) {
    var random = RandomCluster(seed: UInt64(seed))
    let objects = random.objects()
    for (index, plane) in Self.planes(seed) {
      Self.expect(
        none: Self.ofPodsToCome + Self.ofWhatIsLacking, in: Cluster(objects, under: plane), "\(seed), \(index)")
    }
  }

  private static func expect(none madeUp: [String], in cluster: Cluster, _ title: String) {
    for report in cluster.previews() {
      var json = JSONWriter()
      report.write(to: &json)
      var texts = [String(decoding: json.bytes, as: UTF8.self), "\(report.admission)", "\(report.outcome)"]
      texts += report.alternatives.map { "\($0)" }
      texts.append("\(report.mesh.map { "\($0)" } ?? "")")
      for made in madeUp {
        // How a call is written that is not known is no value.
        for text in texts.map({ $0.replacing("WebhookCall.assumed", with: "") }) where text.contains(made) {
          Issue.record("\(title): \(made) is in \(text)")
        }
      }
    }
  }
}
