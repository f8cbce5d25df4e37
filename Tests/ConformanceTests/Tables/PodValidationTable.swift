import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What becomes of a Pod that the webhook which validates Pods may be asked about.
struct PodValidationCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let namespace: Namespace
  let dataplanes: [Dataplane]
  let settings: SettingsChange?
  /// Why the Pod is refused; nil where it is not.
  let expected: InjectionDecision.RejectReason?

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = .newest,
    labels: StringMap = [:],
    annotations: StringMap = [:],
    containers: [Container] = [Container(name: "app")],
    namespace: String = "demo",
    namespaceLabels: StringMap = ["kuma.io/sidecar-injection": "enabled"],
    dataplanes: [Dataplane] = [],
    settings: SettingsChange? = nil,
    expect expected: InjectionDecision.RejectReason?
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(namespace: namespace, labels: labels, annotations: annotations, containers: containers)
    self.namespace = .fixture(name: namespace, labels: namespaceLabels)
    self.dataplanes = dataplanes
    self.settings = settings
    self.expected = expected
  }
}

enum PodValidationTable {
  private static let injection = "kuma.io/sidecar-injection"
  private static let workload = "kuma.io/workload"
  private static let longMesh = String(repeating: "m", count: 64)
  private static let oneMesh: SettingsChange = { $0.meshesPerNamespace = .one }

  private static func refused(_ value: String = "shop") -> InjectionDecision.RejectReason {
    .reservedWorkloadLabel(Evidence(.podLabel, key: workload, value: value))
  }

  private static func dataplane(_ name: String, in mesh: String, labels: StringMap, namespace: String = "demo") -> Dataplane
  {
    var metadata = Dataplane.Metadata(name: name, namespace: namespace)
    metadata.labels = labels
    return Dataplane(mesh: mesh, metadata: metadata, networking: Dataplane.Networking(address: "10.0.0.9"))
  }

  static let cases: [PodValidationCase] = [
    PodValidationCase("REFUSE-1", "a Pod to be injected", labels: [workload: "shop"], expect: refused()),
    PodValidationCase(
      "REFUSE-1", "a namespace that is not on the list", labels: [workload: "shop"],
      settings: { $0.namespaceAllowList = ["shop"] }, expect: nil),
    PodValidationCase(
      "REFUSE-1", "a namespace that is on the list", labels: [workload: "shop"],
      settings: { $0.namespaceAllowList = ["demo"] }, expect: refused()),
    PodValidationCase("REFUSE-1", "whatever the label says", labels: [workload: ""], expect: refused("")),
    PodValidationCase("REFUSE-1", "there is no such webhook", under: "2.12.0", labels: [workload: "shop"], expect: nil),
    PodValidationCase("REFUSE-1", "there is no such webhook", under: "documented", labels: [workload: "shop"], expect: nil),
    PodValidationCase(
      "REFUSE-1", "the webhooks are left out", labels: [workload: "shop"], settings: { $0.admission = .leftOut }, expect: nil
    ),
    PodValidationCase("REFUSE-1", "an annotation is free", annotations: [workload: "shop"], expect: nil),
    PodValidationCase(
      "REFUSE-1", "a Pod that opts out", labels: [workload: "shop", injection: "disabled"], expect: refused()
    ),
    PodValidationCase(
      "REFUSE-1", "a Namespace that opts out", labels: [workload: "shop"], namespaceLabels: [injection: "disabled"],
      expect: refused()
    ),
    PodValidationCase(
      "REFUSE-1", "a Namespace with an empty label", labels: [workload: "shop"], namespaceLabels: [injection: ""],
      expect: refused()
    ),
    PodValidationCase(
      "REFUSE-1", "a Namespace without the label", labels: [workload: "shop"], namespaceLabels: [:], expect: nil
    ),
    PodValidationCase("REFUSE-1", "kube-system", labels: [workload: "shop"], namespace: "kube-system", expect: nil),
    PodValidationCase(
      "REFUSE-1", "the control plane's namespace", labels: [workload: "shop"], namespace: "kuma-system", expect: nil
    ),
    PodValidationCase(
      "REFUSE-1", "the injector's error comes first", labels: [workload: "shop", injection: "x"],
      expect: .unreadableSwitch(Evidence(.podLabel, key: injection, value: "x"))
    ),
    PodValidationCase(
      "REFUSE-1", "a Pod that carries its sidecar was let in", labels: [workload: "shop"],
      containers: [Container(name: "app"), Container(name: "kuma-sidecar")], expect: nil
    ),
    PodValidationCase(
      "REFUSE-3", "63 characters", annotations: ["kuma.io/mesh": String(repeating: "m", count: 63)], expect: nil),
    PodValidationCase(
      "REFUSE-3", "64 characters", annotations: ["kuma.io/mesh": longMesh],
      expect: .meshNameNotALabel(named(longMesh))),
    PodValidationCase(
      "REFUSE-3", "64 characters", under: "2.9.0", annotations: ["kuma.io/mesh": longMesh],
      expect: .meshNameNotALabel(named(longMesh))),
    PodValidationCase(
      "REFUSE-3", "the mesh is an annotation", under: "2.8.8", annotations: ["kuma.io/mesh": longMesh], expect: nil),
    PodValidationCase(
      "REFUSE-3", "a hyphen at the end", annotations: ["kuma.io/mesh": "blue-"],
      expect: .meshNameNotALabel(named("blue-"))),
    PodValidationCase(
      "REFUSE-3", "the label names another mesh", labels: ["kuma.io/mesh": "blue"],
      annotations: ["kuma.io/mesh": longMesh], expect: nil),
    PodValidationCase(
      "REFUSE-3", "the Pod is not injected", labels: ["kuma.io/sidecar-injection": "disabled"],
      annotations: ["kuma.io/mesh": longMesh], expect: nil),
    PodValidationCase(
      "REFUSE-3", "the webhooks are left out", annotations: ["kuma.io/mesh": longMesh],
      settings: { $0.admission = .leftOut }, expect: nil),
    PodValidationCase(
      "REFUSE-2", "a Dataplane of another mesh",
      dataplanes: [dataplane("other", in: "blue", labels: ["kuma.io/mesh": "blue"])],
      settings: oneMesh, expect: .secondMesh(ExactString("default"), namedBy: nil, existing: ExactString("blue"))
    ),
    PodValidationCase(
      "REFUSE-2", "a Dataplane without the label", dataplanes: [dataplane("other", in: "default", labels: [:])],
      settings: oneMesh, expect: .secondMesh(ExactString("default"), namedBy: nil, existing: ExactString("default"))
    ),
    PodValidationCase(
      "REFUSE-2", "a label that is older than the mesh",
      dataplanes: [dataplane("other", in: "default", labels: ["kuma.io/mesh": "blue"])],
      settings: oneMesh, expect: .secondMesh(ExactString("default"), namedBy: nil, existing: ExactString("blue"))
    ),
    PodValidationCase(
      "REFUSE-2", "Dataplanes of the same mesh",
      dataplanes: [dataplane("other", in: "default", labels: ["kuma.io/mesh": "default"])], settings: oneMesh, expect: nil
    ),
    PodValidationCase(
      "REFUSE-2", "a Dataplane of another namespace",
      dataplanes: [dataplane("other", in: "blue", labels: [:], namespace: "shop")], settings: oneMesh, expect: nil
    ),
    PodValidationCase(
      "REFUSE-2", "the Pod's own Dataplane goes with it", dataplanes: [dataplane("web-1", in: "blue", labels: [:])],
      settings: oneMesh, expect: nil
    ),
    PodValidationCase(
      "REFUSE-2", "namespaces are not held to one mesh", dataplanes: [dataplane("other", in: "blue", labels: [:])],
      expect: nil
    ),
    PodValidationCase(
      "REFUSE-2", "the setting is not known", under: "2.12.0", dataplanes: [dataplane("other", in: "blue", labels: [:])],
      settings: oneMesh, expect: nil
    ),
    PodValidationCase(
      "REFUSE-2", "the mesh that the Namespace names",
      namespaceLabels: [injection: "enabled", "kuma.io/mesh": "blue"],
      dataplanes: [dataplane("other", in: "blue", labels: ["kuma.io/mesh": "blue"])], settings: oneMesh, expect: nil
    ),
    PodValidationCase(
      "REFUSE-2", "another mesh that the Namespace names",
      namespaceLabels: [injection: "enabled", "kuma.io/mesh": "red"],
      dataplanes: [dataplane("other", in: "blue", labels: ["kuma.io/mesh": "blue"])], settings: oneMesh,
      expect: .secondMesh(
        ExactString("red"), namedBy: Evidence(.namespaceLabel, key: "kuma.io/mesh", value: "red"),
        existing: ExactString("blue"))
    ),
    PodValidationCase(
      "REFUSE-2", "a Pod that is not injected", labels: [injection: "disabled"],
      dataplanes: [dataplane("other", in: "blue", labels: ["kuma.io/mesh": "blue"])], settings: oneMesh,
      expect: .secondMesh(ExactString("default"), namedBy: nil, existing: ExactString("blue"))
    ),
    PodValidationCase(
      "REFUSE-2", "the label of the workload comes first", labels: [workload: "shop"],
      dataplanes: [dataplane("other", in: "blue", labels: [:])], settings: oneMesh, expect: refused()
    ),
  ]

  private static func named(_ mesh: String) -> Evidence { Evidence(.podAnnotation, key: "kuma.io/mesh", value: mesh) }
}

@Suite("Validation of Pods")
struct PodValidationTests {
  @Test(arguments: PodValidationTable.cases)
  func alone(_ row: PodValidationCase) throws {
    let catalog = ObjectCatalog(dataplanes: row.dataplanes)
    let admission = try row.rules.controlPlane(row.settings).admission(of: row.pod, in: row.namespace, among: catalog)
    check(admission, row)
  }

  @Test(arguments: PodValidationTable.cases)
  func inCluster(_ row: PodValidationCase) throws {
    let objects: [ClusterObject] =
      [.kubernetes(.pod(row.pod)), .kubernetes(.namespace(row.namespace))] + row.dataplanes.map { .dataplane($0) }
    let cluster = Cluster(objects, under: try row.rules.controlPlane(row.settings))
    let report = try #require(cluster.preview(of: ObjectName(of: row.pod.metadata)))
    check(report.admission, row)
  }

  /// A Dataplane of the Pod's own mesh that lacks the label is told to lack it.
  @Test func whatLacksTheLabelIsToldToLackIt() {
    let mesh = ExactString("default")
    let unlabelled = InjectionDecision.RejectReason.secondMesh(mesh, namedBy: nil, existing: mesh).message
    #expect(unlabelled.contains("a Dataplane without the label kuma.io/mesh"))
    let other = InjectionDecision.RejectReason.secondMesh(mesh, namedBy: nil, existing: ExactString("blue")).message
    #expect(other.contains("Dataplanes of mesh blue"))
  }

  private func check(_ admission: PodAdmission, _ row: PodValidationCase) {
    switch row.expected {
    case let reason?: #expect(admission.decision == .reject(reason))
    case nil: #expect(admission.decision.verdict != .reject)
    }
  }
}
