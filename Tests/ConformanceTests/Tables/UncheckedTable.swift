import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What could not be checked of a dump.
struct UncheckedCase: SpecificationCase {
  let statement = "VER-3"
  let title: String
  let rules: RulesName
  let objects: [ClusterObject]
  /// The problems that are certain, by their names.
  let problems: [String]
  /// Why something is unchecked: what the input would have to hold.
  let unchecked: [String]
  /// The objects that could not be read.
  let unreadable: Set<ObjectReference>

  init(
    _ title: String,
    under rules: RulesName,
    _ objects: [ClusterObject],
    without unreadable: Set<ObjectReference> = [],
    problems: [String] = [],
    unchecked: [String]
  ) {
    self.title = title
    self.rules = rules
    self.objects = objects
    self.problems = problems
    self.unchecked = unchecked
    self.unreadable = unreadable
  }
}

enum UncheckedTable {
  static let cases = [
    UncheckedCase("a Dataplane and no Pod at all", under: "2.0.0", [dataplane(), namespace], unchecked: ["pods"]),
    UncheckedCase(
      "a Dataplane and another Pod", under: "2.0.0", [dataplane(), pod(name: "api-1", owns: false), namespace],
      problems: ["orphaned"], unchecked: []
    ),
    UncheckedCase(
      "a Dataplane that no Pod owns", under: "2.0.0", [dataplane(owners: []), namespace, pod(name: "api-1", owns: false)],
      unchecked: ["notOwnedByPod"]
    ),
    UncheckedCase(
      "a Pod that the control plane fails on", under: "2.0.0",
      [pod(annotations: ["kuma.io/envoy-admin-port": "x"]), namespace, dataplane(address: "10.9.9.9")],
      unchecked: ["stays unreadableNumber"]
    ),
    UncheckedCase(
      "a Dataplane whose update is refused", under: "2.9.4",
      [pod(), labelled, refusing, dataplane(address: "10.9.9.9")], unchecked: ["stays dataplaneRefused"]
    ),
    UncheckedCase("a Pod and no Dataplane at all", under: "2.0.0", [pod(), namespace], unchecked: ["dataplanes"]),
    UncheckedCase(
      "a Pod and another Dataplane", under: "2.0.0", [pod(), namespace, dataplane(name: "api-1", owners: [])],
      problems: ["missing"], unchecked: ["notOwnedByPod"]
    ),
    UncheckedCase(
      "a Namespace that is not there", under: "1.8.1", [pod(), dataplane(mesh: "blue")], unchecked: ["namespaces"]),
    UncheckedCase(
      "a wrong address whatever the Namespace", under: "1.8.1", [pod(), dataplane(address: "10.9.9.9")],
      problems: ["differs"], unchecked: ["namespaces"]
    ),
    UncheckedCase(
      "a Node that is not there", under: "2.7.0", [pod(node: "n1"), namespace, dataplane()], problems: [],
      unchecked: ["nodes"]),
    UncheckedCase(
      "a mesh that is not there", under: "2.11.0",
      [pod(labels: ["kuma.io/mesh": "blue"]), namespace, dataplane(mesh: "blue")],
      unchecked: ["meshes"]
    ),
    UncheckedCase(
      "a Dataplane that could not be read", under: "2.0.0", [pod(), namespace, dataplane(name: "api-1", owners: [])],
      without: [reference("kuma.io", "Dataplane", "web-1")], unchecked: ["notOwnedByPod", "unreadable Dataplane web-1"]
    ),
    UncheckedCase(
      "a Pod that could not be read", under: "2.0.0", [pod(name: "api-1", owns: false), namespace, dataplane()],
      without: [reference("", "Pod", "web-1")], unchecked: ["unreadable Pod web-1"]
    ),
    UncheckedCase(
      "the mesh default could not be read", under: "2.11.0", [pod(), namespace, dataplane()],
      without: [ObjectReference(apiGroup: "kuma.io", kind: "Mesh", namespace: "", name: "default")], unchecked: ["meshes"]
    ),
    UncheckedCase(
      "an inbound that a Service may give which could not be read", under: "2.0.0",
      [pod(), namespace, dataplane(services: ["web_demo_svc_80"])],
      without: [reference("", "Service", "web")], unchecked: ["services"]
    ),
    UncheckedCase(
      "the same where all Services could be read", under: "2.0.0",
      [pod(), namespace, dataplane(services: ["web_demo_svc_80"])], problems: ["differs", "differs"], unchecked: []
    ),
    UncheckedCase(
      "a wrong address whatever the Service", under: "2.0.0", [pod(), namespace, dataplane(address: "10.9.9.9")],
      without: [reference("", "Service", "web")], problems: ["differs"], unchecked: ["services"]
    ),
    UncheckedCase(
      "one EndpointSlice of two could not be read", under: "2.14.3", [pod(), namespace, dataplane(), upstream, slice],
      without: [reference("discovery.k8s.io", "EndpointSlice", "other-1")], unchecked: ["endpointSlices"]
    ),
    UncheckedCase(
      "both EndpointSlices could be read", under: "2.14.3", [pod(), namespace, dataplane(), upstream, slice], unchecked: []
    ),
  ]

  private static func reference(_ group: String, _ kind: String, _ name: String) -> ObjectReference {
    ObjectReference(apiGroup: group, kind: kind, namespace: "demo", name: name)
  }

  /// A Service without a selector, and a slice of it that names no Pod of the cases.
  private static let upstream = ClusterObject.kubernetes(
    .service(Service(metadata: ObjectMeta(name: "other", namespace: "demo"), selector: [:], ports: [ServicePort(port: 80)])))
  private static let slice = ClusterObject.kubernetes(
    .endpointSlice(
      EndpointSlice(
        metadata: ObjectMeta(name: "other-2", namespace: "demo", labels: ["kubernetes.io/service-name": "other"]),
        endpoints: [])))

  private static let namespace = ClusterObject.kubernetes(.namespace(.fixture()))
  private static let labelled = ClusterObject.kubernetes(
    .namespace(.fixture(labels: ["kuma.io/sidecar-injection": "enabled"])))

  /// A Mesh that lets in no Dataplane of the cases.
  private static let refusing = ClusterObject.mesh(
    Mesh(name: "default", constraints: MeshConstraints(requirements: [["team": "*"]])))

  private static func pod(
    name: String = "web-1",
    labels: StringMap = [:],
    annotations: StringMap = [:],
    node: String = "",
    owns: Bool = true
  ) -> ClusterObject {
    let annotations = annotations.over(owns ? ["kuma.io/sidecar-injected": "true"] : [:])
    return .kubernetes(.pod(.fixture(name: name, labels: labels, annotations: annotations, nodeName: node)))
  }

  private static let owner = OwnerReference(
    apiVersion: "v1", kind: "Pod", name: "web-1", uid: "pod-uid", controller: true, blockOwnerDeletion: true)

  /// The Dataplane that the releases of the cases give the Pod.
  private static func dataplane(
    name: String = "web-1",
    mesh: String = "default",
    address: String = "10.0.0.1",
    owners: [OwnerReference] = [owner],
    services: [String] = []
  ) -> ClusterObject {
    let inbounds = services.map { service in
      Dataplane.Inbound(port: 8080, tags: Tags([KumaTag(key: "kuma.io/service", value: service, origin: .resource)]))
    }
    return .dataplane(
      Dataplane(
        mesh: mesh,
        metadata: Dataplane.Metadata(name: name, namespace: "demo", ownerReferences: owners),
        networking: Dataplane.Networking(address: address, inbound: inbounds)
      )
    )
  }
}

@Suite("What could not be checked")
struct UncheckedTests {
  @Test(arguments: UncheckedTable.cases)
  func verification(_ row: UncheckedCase) throws {
    let kuma = try row.rules.controlPlane { $0.zone = "" }
    let lacking: [ClusterObject] = [
      .kubernetes(.namespace(.fixture())), .kubernetes(.node(Node(metadata: ObjectMeta(name: "n1")))),
    ]
    let complete = Cluster(row.objects + lacking, under: kuma, completeness: .complete)
    var objects = row.objects
    // The Dataplane holds what the rules give, but for what the case has otherwise.
    if let given = complete.outcomes(of: [ObjectName(namespace: "demo", name: "web-1")]).first??.dataplane {
      objects = objects.map { object in
        guard case .dataplane(var dataplane) = object, dataplane.metadata.name == "web-1" else { return object }
        let (address, inbound) = (dataplane.networking.address, dataplane.networking.inbound)
        dataplane.networking = given.networking
        dataplane.networking.address = address
        if !inbound.isEmpty { dataplane.networking.inbound = inbound }
        dataplane.metadata.labels = given.metadata.labels
        dataplane.metadata.annotations = given.metadata.annotations
        return .dataplane(dataplane)
      }
    }
    let cluster = Cluster(objects, under: kuma)
    let knowing = Completeness(known: cluster.completeness.known, unreadable: row.unreadable)
    let verification = Cluster(objects, under: kuma, completeness: knowing).verification()
    #expect(verification.problems.map(\.kind.code) == row.problems)
    #expect(verification.unchecked.map(Self.words) == row.unchecked)
  }

  private static func words(_ unchecked: Verification.Unchecked) -> String {
    switch unchecked.reason {
    case .needs(let kinds): kinds.map(\.rawValue).joined(separator: " ")
    case .notOwnedByPod: "notOwnedByPod"
    case .unreadable(let object): "unreadable \(object.kind) \(object.name)"
    case .stays(let failure): "stays \(failure.code)"
    @unknown default: "?"
    }
  }
}
