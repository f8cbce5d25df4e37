import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// The Dataplane of a Pod that Kuma runs a gateway in.
struct BuiltinGatewayCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let tags: String?
  let labels: StringMap
  let zone: String
  let previous: Dataplane?
  let mesh: String?
  let expected: Expected

  /// What comes of it.
  enum Expected: Hashable, Sendable {
    /// A Dataplane of these tags, mesh and labels.
    case dataplane(StringMap, mesh: ExactString, labels: StringMap, annotations: StringMap)
    case fail(MappingFailure)
    case other
  }

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName,
    _ tags: String?,
    labels: StringMap = [:],
    zone: String = "",
    mesh: String? = nil,
    previous: Dataplane? = nil,
    expect expected: Expected
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    self.tags = tags
    self.labels = labels
    self.zone = zone
    self.mesh = mesh
    self.previous = previous
    self.expected = expected
  }
}

enum BuiltinGatewayTable {
  static let cases = tags + metadata

  private static let plain = #"{"kuma.io/service": "edge_demo_svc"}"#

  private static func gateway(
    _ tags: StringMap = ["kuma.io/service": "edge_demo_svc"], mesh: ExactString = "default", labels: StringMap = [:],
    annotations: StringMap = [:]
  ) -> BuiltinGatewayCase.Expected {
    .dataplane(tags, mesh: mesh, labels: labels, annotations: annotations)
  }

  private static func invalid(_ value: String) -> BuiltinGatewayCase.Expected {
    .fail(.unreadableGatewayTags(Evidence(.podAnnotation, key: "kuma.io/tags", value: value)))
  }

  private static let missing = BuiltinGatewayCase.Expected.fail(.missingGatewayTags(key: "kuma.io/tags"))

  /// GW-7.
  private static let tags: [BuiltinGatewayCase] = [
    BuiltinGatewayCase("GW-7", "those of the annotation", under: "1.5.0", plain, expect: gateway()),
    BuiltinGatewayCase("GW-7", "those of the annotation", under: "documented", plain, expect: gateway()),
    BuiltinGatewayCase(
      "GW-7", "labels of the Pod are none", under: "1.5.0", #"{"kuma.io/service": "e", "a": "b"}"#, labels: ["c": "d"],
      expect: gateway(["a": "b", "kuma.io/service": "e"])
    ),
    BuiltinGatewayCase(
      "GW-7", "the zone is added, and replaces one that is written", under: "1.5.0",
      #"{"kuma.io/service": "e", "kuma.io/zone": "x"}"#, zone: "east",
      expect: gateway(["kuma.io/service": "e", "kuma.io/zone": "east"])
    ),
    BuiltinGatewayCase(
      "GW-7", "without a zone one that is written stays", under: "1.5.0", #"{"kuma.io/service": "e", "kuma.io/zone": "x"}"#,
      expect: gateway(["kuma.io/service": "e", "kuma.io/zone": "x"])
    ),
    BuiltinGatewayCase("GW-7", "no annotation", under: "1.5.0", nil, expect: missing),
    BuiltinGatewayCase("GW-7", "no annotation", under: .newest, nil, expect: missing),
    BuiltinGatewayCase("GW-7", "an empty annotation", under: "1.5.0", "", expect: invalid("")),
    BuiltinGatewayCase("GW-7", "what is no JSON", under: .newest, "a=b", expect: invalid("a=b")),
    BuiltinGatewayCase("GW-7", "a list", under: "1.5.0", "[]", expect: invalid("[]")),
    BuiltinGatewayCase(
      "GW-7", "a number among the values", under: "1.5.0", #"{"kuma.io/service": 1}"#,
      expect: invalid(#"{"kuma.io/service": 1}"#)
    ),
    BuiltinGatewayCase(
      "GW-7", "no service, which the validator wants", under: "1.5.0", "{}",
      expect: .fail(
        .dataplaneRefused(.invalid([ValidationProblem(path: "networking.gateway.tags", kind: .missingService)])))
    ),
    BuiltinGatewayCase(
      "GW-7", "null is no tag", under: "2.7.1", "null",
      expect: .fail(
        .dataplaneRefused(.invalid([ValidationProblem(path: "networking.gateway.tags", kind: .missingService)])))
    ),
    BuiltinGatewayCase(
      "GW-7", "null and a zone", under: "2.5.11", "null", zone: "east", expect: .fail(.controlPlaneCrash(.nullGatewayTags))
    ),
    BuiltinGatewayCase("GW-7", "null cannot be read", under: "2.7.2", "null", zone: "east", expect: invalid("null")),
  ]

  /// A Dataplane that exists, of another mesh.
  private static func existing(_ address: String = "10.0.0.1", labels: StringMap = ["old": "1"]) -> Dataplane {
    let tags = Tags([KumaTag(key: "kuma.io/service", value: "edge_demo_svc", origin: .resource)])
    let owner = OwnerReference(
      apiVersion: "v1", kind: "Pod", name: "web-1", uid: "pod-uid", controller: true, blockOwnerDeletion: true)
    return Dataplane(
      mesh: "old", metadata: .init(name: "web-1", namespace: "demo", labels: labels, ownerReferences: [owner]),
      networking: .init(address: address, gateway: .init(type: .builtin, tags: tags)))
  }

  private static let displayed: StringMap = ["kuma.io/display-name": "web-1"]

  /// GW-8.
  private static let metadata: [BuiltinGatewayCase] = [
    BuiltinGatewayCase("GW-8", "the mesh of the Pod", under: "1.5.0", plain, mesh: "blue", expect: gateway(mesh: "blue")),
    BuiltinGatewayCase(
      "GW-8", "one that exists keeps its mesh and its labels", under: "1.5.0", plain, mesh: "blue",
      previous: existing("10.0.0.9"), expect: gateway(mesh: "old", labels: ["old": "1"])
    ),
    BuiltinGatewayCase(
      "GW-8", "the webhook alone gives labels", under: "2.11.0", plain, labels: ["app": "edge"],
      expect: gateway(
        labels: [
          "k8s.kuma.io/namespace": "demo", "kuma.io/env": "kubernetes", "kuma.io/mesh": "default", "kuma.io/origin": "zone",
          "kuma.io/proxy-type": "gateway",
        ],
        annotations: displayed)
    ),
    BuiltinGatewayCase(
      "GW-8", "the controller gives labels, those of the Pod too", under: "2.12.0", plain, labels: ["app": "edge"],
      expect: gateway(
        labels: [
          "app": "edge", "k8s.kuma.io/namespace": "demo", "kuma.io/env": "kubernetes", "kuma.io/mesh": "default",
          "kuma.io/origin": "zone", "kuma.io/proxy-type": "gateway",
        ],
        annotations: displayed.over(["k8s.kuma.io/service-account": "edge"]))
    ),
    BuiltinGatewayCase(
      "GW-8", "it is never a workload", under: .newest, plain,
      expect: gateway(
        labels: [
          "k8s.kuma.io/namespace": "demo", "kuma.io/env": "kubernetes", "kuma.io/mesh": "default", "kuma.io/origin": "zone",
          "kuma.io/proxy-type": "gateway",
        ],
        annotations: displayed.over(["k8s.kuma.io/service-account": "edge"]))
    ),
    BuiltinGatewayCase(
      "GW-8", "one that exists gets labels of the webhook only", under: "2.12.0", plain, labels: ["app": "edge"],
      previous: existing("10.0.0.9"),
      expect: gateway(
        mesh: "old",
        labels: [
          "k8s.kuma.io/namespace": "demo", "kuma.io/env": "kubernetes", "kuma.io/mesh": "old", "kuma.io/origin": "zone",
          "kuma.io/proxy-type": "gateway", "old": "1",
        ],
        annotations: displayed)
    ),
    BuiltinGatewayCase(
      "GW-8", "one that is as it should be is not written at all", under: "2.12.0", plain, labels: ["app": "edge"],
      previous: existing(), expect: gateway(mesh: "old", labels: ["old": "1"])
    ),
  ]
}

@Suite("Builtin gateways")
struct BuiltinGatewayTests {
  @Test(arguments: BuiltinGatewayTable.cases)
  func outcome(_ row: BuiltinGatewayCase) throws {
    let kuma = try row.rules.controlPlane { $0.zone = row.zone }
    var annotations: StringMap = ["kuma.io/gateway": "builtin"]
    annotations["kuma.io/tags"] = row.tags
    annotations["kuma.io/mesh"] = row.mesh
    let pod = Pod.fixture(
      labels: row.labels, annotations: annotations, serviceAccountName: "edge",
      statuses: [ContainerStatus(name: "app", isReady: true)])
    let namespace = Namespace.fixture(labels: ["kuma.io/sidecar-injection": "disabled"])
    var objects: [ClusterObject] = [.kubernetes(.namespace(namespace)), .kubernetes(.pod(pod))]
    if let previous = row.previous { objects.append(.dataplane(previous)) }
    let cluster = Cluster(objects, under: kuma, completeness: .complete)
    let outcome = try #require(cluster.outcome(of: ObjectName(of: pod.metadata)))
    #expect(Self.told(outcome, address: "10.0.0.1") == row.expected)
    #expect(cluster.preview(of: ObjectName(of: pod.metadata))?.outcome == outcome)
  }

  /// GW-6: a Pod that is refused is not created, and so has no Dataplane; that of one that is there is applied all the same.
  @Test(arguments: ["1.8.0", "2.9.4", "2.14.3"])
  func aPreviewOfARefusedPodGivesNone(_ release: String) throws {
    let kuma = ControlPlane(release: try KumaRelease(parsing: release))
    let pod = Pod.fixture(
      annotations: ["kuma.io/gateway": "builtin", "kuma.io/tags": Self.plain],
      statuses: [ContainerStatus(name: "app", isReady: true)])
    let namespace = Namespace.fixture(labels: ["kuma.io/sidecar-injection": "enabled"])
    let cluster = Cluster([.kubernetes(.namespace(namespace)), .kubernetes(.pod(pod))], under: kuma)
    let name = ObjectName(of: pod.metadata)
    let report = try #require(cluster.preview(of: name))
    let gateway = Evidence(.podAnnotation, key: "kuma.io/gateway", value: "builtin")
    #expect(report.admission.decision == .reject(.unreadableGateway(gateway)))
    #expect(report.outcome == .leave(.willNotBeInjected))
    #expect(report.outcomeMessage == "There is no Dataplane, since the Pod is refused.")
    #expect(cluster.reconciliation(of: name)?.outcome.verdict == .apply)
  }

  private static let plain = #"{"kuma.io/service": "edge_demo_svc"}"#

  private static func told(_ outcome: DataplaneOutcome, address: String) -> BuiltinGatewayCase.Expected {
    switch outcome.verdict {
    case .fail(let failure): return .fail(failure)
    case .apply:
      guard let dataplane = outcome.dataplane, let gateway = dataplane.networking.gateway, gateway.type == .builtin else {
        return .other
      }
      // Nothing else is there.
      guard dataplane.networking == .init(address: address, gateway: gateway), dataplane.probes == nil else { return .other }
      return .dataplane(
        StringMap(gateway.tags.dictionary), mesh: ExactString(dataplane.mesh), labels: dataplane.metadata.labels,
        annotations: dataplane.metadata.annotations)
    default: return .other
    }
  }

  /// GW-7: each tag says where it comes from, and the labels of the Pod are none of them.
  @Test func tagsAndLabelsAreExplained() throws {
    let kuma = ControlPlane(release: .newest, zone: "east")
    let pod = Pod.fixture(
      labels: ["app": "edge"],
      annotations: [
        "kuma.io/gateway": "builtin", "kuma.io/tags": #"{"kuma.io/service": "e"}"#,
      ])
    let cluster = Cluster([.kubernetes(.namespace(.fixture())), .kubernetes(.pod(pod))], under: kuma)
    let explanation = try #require(cluster.explanation(of: ObjectName(of: pod.metadata)))
    let tags = try #require(explanation.report.outcome.dataplane?.networking.gateway?.tags)
    #expect(tags.origin(of: "kuma.io/service") == .gatewayAnnotation)
    #expect(tags.origin(of: "kuma.io/zone") == .zoneSetting)
    #expect(explanation.droppedLabels == [DroppedLabel(key: "app", value: "edge", reason: .builtinGateway)])
  }
}
