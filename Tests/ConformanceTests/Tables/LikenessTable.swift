import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// Which Pods are answered as one.
struct LikenessCase: SpecificationCase {
  let statement = "CMP-7"
  let title: String
  let rules: RulesName = .newest
  let objects: [ClusterObject]
  /// The Pods that stand for others, each with those.
  let expected: [String: [String]]

  init(_ title: String, _ pods: Pod..., among objects: [ClusterObject] = [], expect expected: [String: [String]]) {
    self.title = title
    self.objects = pods.map { .kubernetes(.pod($0)) } + objects
    self.expected = expected
  }
}

enum LikenessTable {
  static let cases: [LikenessCase] = [
    LikenessCase("replicas", pod("web-a"), pod("web-b"), expect: ["web-a": ["web-a", "web-b"]]),
    LikenessCase(
      "another address, identifier and Node", pod("web-a") { $0.spec.nodeName = "node-8" },
      pod("web-b") {
        $0.status.podIP = "10.9.9.9"
        $0.metadata.uid = "another"
        $0.spec.nodeName = "node-9"
      }, expect: ["web-a": ["web-a", "web-b"]]),
    LikenessCase(
      "an address of another family", pod("web-a"), pod("web-b") { $0.status.podIP = "fd00::1" }, expect: alone),
    LikenessCase("no address", pod("web-a"), pod("web-b") { $0.status.podIP = "" }, expect: alone),
    LikenessCase(
      "an address that means every one", pod("web-a"), pod("web-b") { $0.status.podIP = "0.0.0.0" }, expect: alone),
    LikenessCase("another label", pod("web-a"), pod("web-b") { $0.metadata.labels["version"] = "v2" }, expect: alone),
    LikenessCase(
      "the name of a Pod of a StatefulSet as a label", pod("web-a") { $0.metadata.labels[podName] = "web-a" },
      pod("web-b") { $0.metadata.labels[podName] = "web-b" }, expect: ["web-a": ["web-a", "web-b"]]),
    LikenessCase(
      "the name of a Pod as a label that a Service selects by", pod("web-a") { $0.metadata.labels[podName] = "web-a" },
      pod("web-b") { $0.metadata.labels[podName] = "web-b" },
      among: [service(selecting: [podName: "web-a"])], expect: alone),
    LikenessCase(
      "an annotation of the network", pod("web-a"),
      pod("web-b") { $0.metadata.annotations["cni.example.org/ip"] = "10.0.0.2" },
      expect: ["web-a": ["web-a", "web-b"]]),
    LikenessCase(
      "an annotation of Kuma", pod("web-a"), pod("web-b") { $0.metadata.annotations[KumaKey.adminPort] = "9902" },
      expect: alone),
    LikenessCase(
      "an annotation that Kuma reads by mistake", pod("web-a"),
      pod("web-b") { $0.metadata.annotations["prometheusXmetrics-kuma.io/aggregate-app-port"] = "1" }, expect: alone),
    LikenessCase(
      "a state", pod("web-a"),
      pod("web-b") { $0.status.containerStatuses = [ContainerStatus(name: "app", isReady: false)] }, expect: alone),
    LikenessCase(
      "being deleted", pod("web-a"), pod("web-b") { $0.metadata.deletionTimestamp = "2026-01-01T00:00:00Z" }, expect: alone),
    LikenessCase("another owner", pod("web-a"), pod("web-b") { $0.metadata.ownerReferences[0].name = "api" }, expect: alone),
    LikenessCase(
      "a name of another shape", pod("web-a"), pod("web-b-c"), expect: ["web-a": ["web-a"], "web-b-c": ["web-b-c"]]),
    LikenessCase(
      "Nodes of two zones", pod("web-a") { $0.spec.nodeName = "n1" }, pod("web-b") { $0.spec.nodeName = "n2" },
      among: [node("n1", zone: "z1"), node("n2", zone: "z2")], expect: ["web-a": ["web-a", "web-b"]]),
    LikenessCase(
      "Nodes of two zones, one of which is not allowed as a tag", pod("web-a") { $0.spec.nodeName = "n1" },
      pod("web-b") { $0.spec.nodeName = "n2" },
      among: [node("n1", zone: "z1"), node("n2", zone: "zone 2")], expect: alone),
    LikenessCase(
      "Nodes of which one has no zone", pod("web-a") { $0.spec.nodeName = "n1" }, pod("web-b") { $0.spec.nodeName = "n2" },
      among: [node("n1", zone: "z1"), node("n2", zone: nil)], expect: alone),
    LikenessCase(
      "Nodes of two zones where a policy selects by the zone", pod("web-a") { $0.spec.nodeName = "n1" },
      pod("web-b") { $0.spec.nodeName = "n2" },
      among: [node("n1", zone: "z1"), node("n2", zone: "z2"), policy(selecting: "topology.kubernetes.io/zone", "z2")],
      expect: alone),
    LikenessCase(
      "two Nodes of one zone", pod("web-a") { $0.spec.nodeName = "n1" }, pod("web-b") { $0.spec.nodeName = "n2" },
      among: [node("n1", zone: "z1"), node("n2", zone: "z1")], expect: ["web-a": ["web-a", "web-b"]]),
    LikenessCase(
      "the names of Nodes where a Mesh is about them", pod("web-a") { $0.spec.nodeName = "n1" },
      pod("web-b") { $0.spec.nodeName = "n2" },
      among: [
        node("n1", zone: "z1"), node("n2", zone: "z1"),
        .mesh(Mesh(name: "default", constraints: MeshConstraints(requirements: [["kubernetes.io/hostname": "n1"]]))),
      ], expect: alone),
    LikenessCase(
      "an EndpointSlice that names one of them", pod("web-a"), pod("web-b"),
      among: [service(selecting: [:]), slice(naming: "uid-web-b")], expect: alone),
    LikenessCase(
      "a Dataplane of one of them", pod("web-a"), pod("web-b"),
      among: [
        .dataplane(
          Dataplane(
            mesh: "default", metadata: .init(name: "web-a", namespace: "demo"), networking: .init(address: "10.0.0.1")))
      ],
      expect: alone),
    LikenessCase(
      "Dataplanes that say the names and zones of their Pods again", pod("web-a"), pod("web-b"),
      among: [dataplane("web-a", zone: "z1"), dataplane("web-b", zone: "z2")], expect: ["web-a": ["web-a", "web-b"]]),
    LikenessCase(
      "Dataplanes that say other names", pod("web-a"), pod("web-b"),
      among: [dataplane("web-a", saying: "x", zone: "z1"), dataplane("web-b", saying: "y", zone: "z1")], expect: alone),
    LikenessCase(
      "three that list services for direct access", direct("web-a"), direct("web-b"), direct("web-c"),
      expect: ["web-a": ["web-a", "web-c"], "web-b": ["web-b"]]),
    LikenessCase(
      "zone ingresses", pod("web-a") { $0.metadata.annotations[KumaKey.ingress] = "enabled" },
      pod("web-b") { $0.metadata.annotations[KumaKey.ingress] = "enabled" }, expect: alone),
  ]

  private static let alone = ["web-a": ["web-a"], "web-b": ["web-b"]]
  private static let podName = "statefulset.kubernetes.io/pod-name"

  private static func pod(_ name: String, _ change: (inout Pod) -> Void = { _ in }) -> Pod {
    var pod = Pod.fixture(
      name: name, namespace: "demo", uid: "uid-\(name)", labels: ["app": "web"],
      annotations: [KumaKey.sidecarInjected: "true"],
      owners: [OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "web", controller: true)],
      containers: [Container(name: "app"), Container(name: "kuma-sidecar")])
    change(&pod)
    return pod
  }

  private static func direct(_ name: String) -> Pod {
    pod(name) { $0.metadata.annotations[KumaKey.directAccessServices] = "db_demo_svc_5432" }
  }

  private static func service(selecting selector: StringMap) -> ClusterObject {
    .kubernetes(
      .service(
        Service(metadata: ObjectMeta(name: "svc", namespace: "demo"), clusterIP: "10.96.0.1", selector: selector, ports: []))
    )
  }

  private static func slice(naming uid: String) -> ClusterObject {
    .kubernetes(
      .endpointSlice(
        EndpointSlice(
          metadata: ObjectMeta(name: "svc-1", namespace: "demo", labels: [EndpointSlice.serviceNameLabel: "svc"]),
          endpoints: [EndpointSlice.Endpoint(targetRef: .init(uid: uid))])))
  }

  private static func policy(selecting key: String, _ value: String) -> ClusterObject {
    let tags = FieldValue.object([.init(key: key, value: .string(ExactString(value)))])
    let target = FieldValue.object([.init(key: "kind", value: .string("MeshSubset")), .init(key: "tags", value: tags)])
    return .resource(
      MeshResource(
        type: ObjectType(apiVersion: "kuma.io/v1alpha1", kind: "MeshTimeout"),
        metadata: ObjectMeta(name: "slow", namespace: "kuma-system"), mesh: nil,
        fields: .object([.init(key: "targetRef", value: target)])))
  }

  private static func node(_ name: String, zone: String?) -> ClusterObject {
    var labels: StringMap = ["kubernetes.io/hostname": name]
    labels["topology.kubernetes.io/zone"] = zone
    return .kubernetes(.node(Node(metadata: ObjectMeta(name: name, labels: labels))))
  }

  private static func dataplane(_ name: String, saying label: String? = nil, zone: String) -> ClusterObject {
    var dataplane = Dataplane(
      mesh: "default", metadata: .init(name: name, namespace: "demo"), networking: .init(address: "10.0.0.1"))
    dataplane.metadata.labels = [KumaKey.displayName: label ?? name, "topology.kubernetes.io/zone": zone]
    return .dataplane(dataplane)
  }
}

@Suite("Pods that are alike")
struct LikenessTests {
  @Test(arguments: LikenessTable.cases)
  func groups(_ row: LikenessCase) throws {
    let representatives = Representatives(of: Cluster(row.objects, under: ControlPlane(release: .newest)))
    let found = representatives.cluster.podNames.map { name in
      (name.name, representatives.pods(like: name).map(\.name))
    }
    #expect(Dictionary(uniqueKeysWithValues: found) == row.expected)
  }

  @Test(arguments: LikenessTable.cases)
  func theOrderOfObjectsChangesNothing(_ row: LikenessCase) {
    let groups = [row.objects, row.objects.reversed()].map { objects -> [[ObjectName]] in
      let representatives = Representatives(of: Cluster(objects, under: ControlPlane(release: .newest)))
      return representatives.cluster.podNames.map(representatives.pods(like:))
    }
    #expect(groups[0] == groups[1])
  }
}
