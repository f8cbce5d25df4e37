import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What is told of a Pod where the input lacks something, and of the same Pod where it lacks nothing.
struct CompletenessCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let standpoint: PodReport.Standpoint
  let objects: [ClusterObject]
  let completeness: Completeness?
  let settings: SettingsChange?
  /// The decision, the action, the mesh, the unknown values with their needs, and the alternatives with their actions.
  let expected: [String]

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName,
    as standpoint: PodReport.Standpoint = .preview,
    _ objects: [ClusterObject],
    knowing completeness: Completeness? = nil,
    settings: SettingsChange? = nil,
    expect expected: String...
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    self.standpoint = standpoint
    self.objects = objects
    self.completeness = completeness
    self.settings = settings
    self.expected = expected
  }
}

enum CompletenessTable {
  static let cases = namespaces + nodes + constraints + meshes + owners + slices + controller + unreadable

  private static let injected: StringMap = ["kuma.io/sidecar-injection": "enabled"]
  private static let tag = "spec.networking.inbound[0].tags"
  private static let zone = "\(tag)[\"topology.kubernetes.io/zone\"] needs nodes"
  private static let region = "\(tag)[\"topology.kubernetes.io/region\"] needs nodes"
  private static let host = "\(tag)[\"kubernetes.io/hostname\"] needs nodes"
  private static let asksItself: StringMap = ["app": "web", "kuma.io/sidecar-injection": "enabled"]

  private static func pod(
    labels: StringMap = ["app": "web"],
    annotations: StringMap = [:],
    owners: [OwnerReference] = [],
    node: String = "",
    ip: String = "10.0.0.1"
  ) -> ClusterObject {
    .kubernetes(
      .pod(
        .fixture(
          labels: labels, annotations: annotations, owners: owners, nodeName: node, phase: ip.isEmpty ? "" : "Running",
          podIP: ip)))
  }
  private static let service = ClusterObject.kubernetes(.service(.fixture()))
  private static let namespace = ClusterObject.kubernetes(.namespace(.fixture(labels: injected)))

  private static let namespaces: [CompletenessCase] = [
    CompletenessCase(
      "KNOW-1", "a Pod that asks for nothing", under: "2.0.0", [pod(), service],
      expect: "unknown needs namespaces", "unknown needs namespaces", "mesh unknown",
      "if the Namespace is labelled kuma.io/sidecar-injection=enabled: inject, apply",
      "if the Namespace has no label of Kuma: skip, none"
    ),
    CompletenessCase(
      "KNOW-1", "a Pod that opts out", under: "2.0.0", [pod(labels: ["kuma.io/sidecar-injection": "disabled"])],
      expect: "skip optedOut", "none willNotBeInjected", "mesh unknown"
    ),
    CompletenessCase(
      "KNOW-1", "a Pod that asks for it and names its mesh", under: "2.0.0",
      [pod(labels: asksItself, annotations: ["kuma.io/mesh": "default"]), service],
      expect: "inject requested", "apply", "mesh default"
    ),
    CompletenessCase(
      "KNOW-1", "a Pod that asks for it and may be in any mesh", under: "2.2.0", [pod(labels: asksItself), service],
      expect: "inject requested", "apply", "mesh unknown", "mesh needs namespaces"
    ),
    CompletenessCase(
      "KNOW-1", "a release that writes the outbounds of the mesh", under: "2.1.7", [pod(labels: asksItself), service],
      expect: "inject requested", "apply", "mesh unknown", "mesh needs namespaces",
      "spec.networking.outbound needs namespaces"
    ),
    CompletenessCase(
      "KNOW-1", "where there is only the mesh default", under: "2.0.0",
      [pod(labels: asksItself), service, .mesh(Mesh(name: "default"))],
      expect: "inject requested", "apply", "mesh default"
    ),
    CompletenessCase(
      "KNOW-1", "a release that wants a label of the Namespace", under: "2.11.0",
      [pod(labels: asksItself, annotations: ["kuma.io/mesh": "default"], node: ""), service, .mesh(Mesh(name: "default"))],
      expect: "unknown needs namespaces", "unknown needs namespaces", "mesh default",
      "if the Namespace is labelled kuma.io/sidecar-injection=enabled: inject, apply",
      "if the Namespace has no label of Kuma: skip, none"
    ),
    CompletenessCase(
      "KNOW-1", "its labels are said to ask for it", under: "2.0.0", [pod(), service],
      knowing: Completeness(known: [], namespaceLabels: injected),
      expect: "inject requested", "apply", "mesh default"
    ),
    CompletenessCase(
      "KNOW-1", "its labels are said to be none", under: "2.0.0", [pod(), service],
      knowing: Completeness(known: [], namespaceLabels: [:]),
      expect: "skip notRequested", "none willNotBeInjected", "mesh default"
    ),
    CompletenessCase(
      "KNOW-1", "Namespaces are said to be complete", under: "2.0.0", [pod(), service], knowing: .complete,
      expect: "reject namespaceNotFound", "fail namespaceNotFound", "mesh unknown"
    ),
    CompletenessCase(
      "KNOW-1", "in kube-system nobody is asked about", under: "2.6.0",
      [.kubernetes(.pod(.fixture(namespace: "kube-system", labels: ["app": "dns"])))],
      expect: "skip webhookNotCalled", "none willNotBeInjected", "mesh unknown"
    ),
  ]

  private static let nodes: [CompletenessCase] = [
    CompletenessCase(
      "KNOW-2", "a release that copies two labels", under: "2.7.0", [pod(node: "n1"), service, namespace],
      expect: "inject requested", "apply", "mesh default", region, zone
    ),
    CompletenessCase(
      "KNOW-2", "a release that copies three", under: "2.9.4", [pod(node: "n1"), service, namespace],
      expect: "inject requested", "apply", "mesh default", host, region, zone
    ),
    CompletenessCase(
      "KNOW-2", "a release that copies none", under: "2.6.15", [pod(node: "n1"), service, namespace],
      expect: "inject requested", "apply", "mesh default"
    ),
    CompletenessCase(
      "KNOW-2", "a label of the Pod that the Node may override", under: "2.7.0",
      [pod(labels: ["app": "web", "topology.kubernetes.io/zone": "z"], node: "n1"), service, namespace],
      expect: "inject requested", "apply", "mesh default", region, zone
    ),
    CompletenessCase(
      "KNOW-2", "a Pod that is not bound yet", under: "2.7.0",
      [pod(ip: ""), service, namespace, .kubernetes(.node(Node(metadata: ObjectMeta(name: "n1"))))],
      expect: "inject requested", "pending podHasNoAddress", "mesh default", region, zone
    ),
    CompletenessCase(
      "KNOW-2", "what the API server copies when a Pod is bound", under: "2.6.15",
      [pod(labels: ["app": "web", "topology.kubernetes.io/zone": "z"], ip: ""), service, namespace],
      settings: { $0.kubernetesVersion = KubernetesVersion(1, 35) },
      expect: "inject requested", "pending podHasNoAddress", "mesh default", region, zone
    ),
    CompletenessCase(
      "KNOW-2", "an older API server copies nothing", under: "2.6.15", [pod(ip: ""), service, namespace],
      settings: { $0.kubernetesVersion = KubernetesVersion(1, 34) },
      expect: "inject requested", "pending podHasNoAddress", "mesh default"
    ),
    CompletenessCase(
      "KNOW-2", "a Pod that is bound has what was copied", under: "2.6.15", [pod(node: "n1"), service, namespace],
      settings: { $0.kubernetesVersion = KubernetesVersion(1, 35) }, expect: "inject requested", "apply", "mesh default"
    ),
    CompletenessCase(
      "KNOW-2", "a Pod that runs without the name of a Node", under: "2.7.0", [pod(), service, namespace],
      expect: "inject requested", "apply", "mesh default"
    ),
    CompletenessCase(
      "KNOW-2", "another Node is in the input", under: "2.7.0",
      [pod(node: "n1"), service, namespace, .kubernetes(.node(Node(metadata: ObjectMeta(name: "n2"))))],
      expect: "inject requested", "fail nodeNotFound", "mesh default"
    ),
    CompletenessCase(
      "KNOW-2", "inbounds without tags", under: "2.7.0",
      [pod(annotations: ["kuma.io/gateway": "enabled"], node: "n1"), service, namespace],
      expect: "inject requested", "apply", "mesh default",
      "spec.networking.gateway.tags[\"topology.kubernetes.io/region\"] needs nodes",
      "spec.networking.gateway.tags[\"topology.kubernetes.io/zone\"] needs nodes"
    ),
  ]

  private static let inEast: StringMap = ["topology.kubernetes.io/zone": "east"]
  private static let anywhere: StringMap = ["topology.kubernetes.io/zone": "*"]

  private static func mesh(
    _ name: String = "default", requiring: [StringMap] = [], restricting: [StringMap] = []
  ) -> ClusterObject {
    .mesh(Mesh(name: name, constraints: MeshConstraints(requirements: requiring, restrictions: restricting)))
  }

  /// Constraints of the Mesh and labels of a Node that nobody knows.
  private static let constraints: [CompletenessCase] = [
    CompletenessCase(
      "KNOW-2", "a restriction of a label of the Node", under: "2.7.0",
      [pod(node: "n1"), service, namespace, mesh(restricting: [inEast])],
      expect: "inject requested", "unknown needs nodes", "mesh default"
    ),
    CompletenessCase(
      "KNOW-2", "a restriction of any value of it", under: "2.7.0",
      [pod(node: "n1"), service, namespace, mesh(restricting: [anywhere])],
      expect: "inject requested", "unknown needs nodes", "mesh default"
    ),
    CompletenessCase(
      "KNOW-2", "a requirement of a label of the Node", under: "2.7.0",
      [pod(node: "n1"), service, namespace, mesh(requiring: [inEast])],
      expect: "inject requested", "unknown needs nodes", "mesh default"
    ),
    CompletenessCase(
      "KNOW-2", "a requirement of a Pod that is not bound yet", under: "2.7.0",
      [
        pod(ip: ""), service, namespace, mesh(requiring: [inEast]),
        .kubernetes(.node(Node(metadata: ObjectMeta(name: "n1", labels: inEast)))),
      ],
      expect: "inject requested", "unknown needs nodes", "mesh default"
    ),
    CompletenessCase(
      "KNOW-2", "a restriction of what the API server copies when a Pod is bound", under: "2.6.15",
      [pod(ip: ""), service, namespace, mesh(restricting: [inEast])],
      settings: { $0.kubernetesVersion = KubernetesVersion(1, 35) },
      expect: "inject requested", "unknown needs nodes", "mesh default"
    ),
    CompletenessCase(
      "KNOW-2", "a restriction of one label and a requirement of the other", under: "2.7.0",
      [
        pod(node: "n1"), service, namespace,
        mesh(requiring: [["topology.kubernetes.io/region": "*"]], restricting: [inEast]),
      ],
      expect: "inject requested", "unknown needs nodes", "mesh default"
    ),
    CompletenessCase(
      "KNOW-2", "a requirement that the Pod meets whatever its Node is", under: "2.7.0",
      [pod(node: "n1"), service, namespace, mesh(requiring: [inEast, ["app": "web"]])],
      expect: "inject requested", "apply", "mesh default", region, zone
    ),
    CompletenessCase(
      "KNOW-2", "a restriction that it escapes whatever its Node is", under: "2.7.0",
      [pod(node: "n1"), service, namespace, mesh(restricting: [inEast.over(["app": "other"])])],
      expect: "inject requested", "apply", "mesh default", region, zone
    ),
    CompletenessCase(
      "KNOW-2", "a requirement that it breaks whatever its Node is", under: "2.7.0",
      [pod(node: "n1"), service, namespace, mesh(requiring: [inEast.over(["app": "other"])])],
      expect: "inject requested", "fail dataplaneRefused", "mesh default"
    ),
    CompletenessCase(
      "KNOW-2", "a restriction of a label that the release does not copy", under: "2.7.0",
      [pod(node: "n1"), service, namespace, mesh(restricting: [["kubernetes.io/hostname": "*"]])],
      expect: "inject requested", "apply", "mesh default", region, zone
    ),
    CompletenessCase(
      "KNOW-2", "a restriction under a release that copies none", under: "2.6.15",
      [pod(node: "n1"), service, namespace, mesh(restricting: [inEast])],
      expect: "inject requested", "apply", "mesh default"
    ),
    CompletenessCase(
      "KNOW-2", "a restriction in the zone of the Node", under: "2.7.0",
      [
        pod(node: "n1"), service, namespace, mesh(restricting: [inEast]),
        .kubernetes(.node(Node(metadata: ObjectMeta(name: "n1", labels: inEast)))),
      ],
      expect: "inject requested", "fail dataplaneRefused", "mesh default"
    ),
    CompletenessCase(
      "KNOW-2", "a restriction where the admission is left out", under: "2.7.0",
      [pod(node: "n1"), service, namespace, mesh(restricting: [inEast])], settings: { $0.admission = .leftOut },
      expect: "inject requested", "apply", "mesh default", region, zone
    ),
    CompletenessCase(
      "KNOW-1", "a Namespace that may name a mesh which refuses the Pod", under: "2.2.0",
      [pod(labels: asksItself), service, mesh(), mesh("blue"), mesh("red", restricting: [["app": "web"]])],
      expect: "inject requested", "unknown needs namespaces", "mesh unknown"
    ),
  ]

  private static let meshes: [CompletenessCase] = [
    CompletenessCase(
      "KNOW-3", "another mesh than default", under: "2.6.0",
      [pod(annotations: ["kuma.io/mesh": "blue"]), service, namespace],
      expect: "unknown needs meshes", "unknown needs meshes", "mesh blue", "if mesh blue exists: inject, apply",
      "if mesh blue does not exist: reject, none"
    ),
    CompletenessCase(
      "KNOW-3", "another mesh than default, and Meshes in the input", under: "2.6.0",
      [pod(annotations: ["kuma.io/mesh": "blue"]), service, namespace, .mesh(Mesh(name: "default"))],
      expect: "reject meshNotFound", "none willNotBeInjected", "mesh blue"
    ),
    CompletenessCase(
      "KNOW-3", "the mesh default", under: "2.6.0", [pod(), service, namespace],
      expect: "inject requested", "apply", "mesh default"
    ),
  ]

  private static let owner = OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "web-5c8", controller: true)
  private static let job = OwnerReference(apiVersion: "batch/v1", kind: "Job", name: "once", controller: true)
  private static func replicaSet(_ name: String) -> ClusterObject {
    .kubernetes(.replicaSet(ReplicaSet(metadata: ObjectMeta(name: name, namespace: "demo"))))
  }

  private static let owners: [CompletenessCase] = [
    CompletenessCase(
      "KNOW-4", "a Pod without a Service whose ReplicaSet is not there", under: "2.6.0", [pod(owners: [owner]), namespace],
      expect: "inject requested", "apply", "mesh default", "\(tag)[\"kuma.io/service\"] needs replicaSets"
    ),
    CompletenessCase(
      "KNOW-4", "a Pod without a Service whose Job is not there", under: "2.6.0", [pod(owners: [job]), namespace],
      expect: "inject requested", "apply", "mesh default", "\(tag)[\"kuma.io/service\"] needs jobs"
    ),
    CompletenessCase(
      "KNOW-4", "another ReplicaSet is in the input", under: "2.6.0",
      [pod(owners: [owner]), namespace, replicaSet("api-7d9")],
      expect: "inject requested", "fail ownerNotFound", "mesh default"
    ),
    CompletenessCase(
      "KNOW-4", "a Service names the Pod", under: "2.6.0", [pod(owners: [owner]), service, namespace],
      expect: "inject requested", "apply", "mesh default"
    ),
    CompletenessCase(
      "KNOW-4", "a release that names Pods after themselves", under: "2.0.0", [pod(owners: [owner]), namespace],
      expect: "inject requested", "apply", "mesh default"
    ),
  ]

  private static let external = ClusterObject.kubernetes(.service(.fixture(name: "db", selector: [:])))

  private static let slices: [CompletenessCase] = [
    CompletenessCase(
      "KNOW-5", "a Service without a selector", under: "2.8.1", [pod(node: ""), external, namespace],
      expect: "inject requested", "apply", "mesh default", "spec.networking.inbound needs endpointSlices"
    ),
    CompletenessCase(
      "KNOW-5", "a release that does not read EndpointSlices", under: "2.7.0", [pod(), external, namespace],
      expect: "inject requested", "apply", "mesh default"
    ),
  ]

  private static let controller: [CompletenessCase] = [
    CompletenessCase(
      "KNOW-6", "a Namespace that is not there", under: "2.9.4", as: .reconciliation,
      [pod(annotations: ["kuma.io/sidecar-injected": "true"]), service],
      expect: "reject namespaceNotFound", "fail namespaceNotFound", "mesh unknown"
    ),
    CompletenessCase(
      "KNOW-6", "any mesh", under: "2.14.3", as: .reconciliation,
      [
        pod(labels: ["app": "web", "kuma.io/mesh": "blue"], annotations: ["kuma.io/sidecar-injected": "true"]), service,
        namespace,
      ],
      expect: "inject requested", "apply", "mesh blue"
    ),
    CompletenessCase(
      "KNOW-6", "a Node that is not there", under: "2.9.4", as: .reconciliation,
      [pod(annotations: ["kuma.io/sidecar-injected": "true"], node: "n1"), service, namespace],
      expect: "inject requested", "fail nodeNotFound", "mesh default"
    ),
  ]

  private static func without(_ references: ObjectReference...) -> Completeness {
    Completeness(known: Set(Completeness.Kind.allCases), unreadable: Set(references))
  }
  private static func core(_ kind: String, _ name: String, in namespace: String = "") -> ObjectReference {
    ObjectReference(apiGroup: "", kind: kind, namespace: namespace, name: name)
  }
  private static let marked: StringMap = ["kuma.io/sidecar-injected": "true"]

  private static let unreadable: [CompletenessCase] = [
    CompletenessCase(
      "KNOW-7", "the Namespace, for the controller", under: "2.6.0", as: .reconciliation,
      [pod(annotations: marked), service], knowing: without(core("Namespace", "demo")),
      expect: "unknown needs namespaces", "apply", "mesh unknown", "mesh needs namespaces"
    ),
    CompletenessCase(
      "KNOW-7", "the Namespace of a Pod that says itself what is to be, for the controller", under: "2.5.0",
      as: .reconciliation,
      [pod(labels: ["app": "web", "kuma.io/sidecar-injection": "enabled"], annotations: marked), service],
      knowing: without(core("Namespace", "demo")), settings: { $0.webhookGate = .own },
      expect: "inject requested", "apply", "mesh unknown", "mesh needs namespaces"
    ),
    CompletenessCase(
      "KNOW-7", "another Namespace, for the controller", under: "2.9.4", as: .reconciliation,
      [pod(annotations: marked), service], knowing: without(core("Namespace", "other")),
      expect: "reject namespaceNotFound", "fail namespaceNotFound", "mesh unknown"
    ),
    CompletenessCase(
      "KNOW-7", "the Node, for the controller", under: "2.7.0", as: .reconciliation,
      [pod(annotations: marked, node: "n1"), service, namespace], knowing: without(core("Node", "n1")),
      expect: "inject requested", "apply", "mesh default", region, zone
    ),
    CompletenessCase(
      "KNOW-7", "the Node", under: "2.7.0", [pod(node: "n1"), service, namespace], knowing: without(core("Node", "n1")),
      expect: "inject requested", "apply", "mesh default", region, zone
    ),
    CompletenessCase(
      "KNOW-7", "another Node", under: "2.7.0", [pod(node: "n1"), service, namespace],
      knowing: without(core("Node", "n2")), expect: "inject requested", "fail nodeNotFound", "mesh default"
    ),
    CompletenessCase(
      "KNOW-7", "the ReplicaSet", under: "2.6.0", [pod(owners: [owner]), namespace],
      knowing: without(ObjectReference(apiGroup: "apps", kind: "ReplicaSet", namespace: "demo", name: "web-5c8")),
      expect: "inject requested", "apply", "mesh default", "\(tag)[\"kuma.io/service\"] needs replicaSets"
    ),
    CompletenessCase(
      "KNOW-7", "the Mesh", under: "2.6.0",
      [pod(annotations: ["kuma.io/mesh": "blue"]), service, namespace, .mesh(Mesh(name: "default"))],
      knowing: without(ObjectReference(apiGroup: "kuma.io", kind: "Mesh", namespace: "", name: "blue")),
      expect: "unknown needs meshes", "unknown needs meshes", "mesh blue", "if mesh blue exists: inject, apply",
      "if mesh blue does not exist: reject, none"
    ),
    CompletenessCase(
      "KNOW-7", "a Service of the namespace", under: "2.6.0", [pod(), namespace],
      knowing: without(core("Service", "web", in: "demo")),
      expect: "inject requested", "apply", "mesh default", "spec.networking.inbound needs services"
    ),
    CompletenessCase(
      "KNOW-7", "a list of Services that was cut off", under: "2.6.0", [pod(), namespace],
      knowing: without(core("Service", "", in: "")),
      expect: "inject requested", "apply", "mesh default", "spec.networking.inbound needs services"
    ),
    CompletenessCase(
      "KNOW-7", "a list of Nodes that was cut off", under: "2.7.0",
      [pod(node: "n1"), service, namespace, .kubernetes(.node(Node(metadata: ObjectMeta(name: "n2"))))],
      knowing: without(core("Node", "", in: "")), expect: "inject requested", "apply", "mesh default", region, zone
    ),
    CompletenessCase(
      "KNOW-7", "a Service of another namespace", under: "2.6.0", [pod(), namespace],
      knowing: without(core("Service", "web", in: "other")), expect: "inject requested", "apply", "mesh default"
    ),
  ]
}

@Suite("What the input does not let one know")
struct CompletenessTests {
  @Test(arguments: CompletenessTable.cases)
  func report(_ row: CompletenessCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    let cluster = Cluster(row.objects, under: kuma, completeness: row.completeness)
    let name = try #require(cluster.podNames.first)
    let report = try #require(row.standpoint == .preview ? cluster.preview(of: name) : cluster.reconciliation(of: name))
    #expect(Self.told(report) == row.expected)
  }

  private static func told(_ report: PodReport) -> [String] {
    let decision = report.admission.decision
    let verdict = report.outcome.verdict
    let told = [
      words(decision.verdict.rawValue, decision.needs.isEmpty ? decision.code : needed(decision.needs)),
      words(verdict.action.rawValue, verdict.needs.isEmpty ? verdict.code : needed(verdict.needs)),
      "mesh \(report.mesh?.name ?? "unknown")",
    ]
    let unknown = report.outcome.unknownValues.map { "\($0.path) \(needed([$0.needs]))" }
    let alternatives = report.alternatives.map {
      "\($0.condition.phrase): \($0.decision.verdict.rawValue), \($0.outcome.verdict.action.rawValue)"
    }
    return told + unknown + alternatives
  }

  private static func needed(_ needs: [Completeness.Kind]) -> String {
    "needs " + needs.map(\.rawValue).joined(separator: " ")
  }

  private static func words(_ first: String, _ second: String?) -> String {
    [first, second].compactMap(\.self).joined(separator: " ")
  }
}
