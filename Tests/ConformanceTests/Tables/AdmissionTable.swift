import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport
import Testing

/// What the API server stores of a Dataplane that the controller writes.
struct AdmissionCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let written: Dataplane
  let namespace: Namespace
  let meshes: MeshCatalog
  let settings: SettingsChange?
  let expected: Expected

  /// What is stored.
  enum Expected: Hashable, Sendable {
    case stored(labels: [String: String], annotations: [String: String])
    case refused(MappingFailure)

    /// As it is written, in the tables below.
    static let unaltered = Expected.stored(labels: [:], annotations: [:])
  }

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    _ written: Dataplane = AdmissionTable.dataplane(),
    in namespace: Namespace = .fixture(labels: ["kuma.io/sidecar-injection": "enabled"]),
    meshes: [Mesh] = [],
    settings: SettingsChange? = nil,
    expect expected: Expected
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    self.written = written
    self.namespace = namespace
    self.meshes = MeshCatalog(meshes)
    self.settings = settings
    self.expected = expected
  }
}

/// What becomes of a Pod whose Dataplane is admitted, altered or refused.
struct AdmissionOutcomeCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let objects: [ClusterObject]
  let settings: SettingsChange?
  let standpoint: PodReport.Standpoint
  let expected: DataplaneVerdict
  let findings: [Told]

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    at standpoint: PodReport.Standpoint = .reconciliation,
    _ pod: Pod,
    in namespace: Namespace = .fixture(labels: ["kuma.io/sidecar-injection": "enabled"]),
    services: [Service] = [.fixture()],
    meshes: [Mesh] = [],
    existing: [Dataplane] = [],
    settings: SettingsChange? = nil,
    expect expected: DataplaneVerdict,
    findings: [Told] = []
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    let objects: [KubernetesObject] = [.namespace(namespace), .pod(pod)] + services.map(KubernetesObject.service)
    self.objects =
      objects.map(ClusterObject.kubernetes) + meshes.map(ClusterObject.mesh) + existing.map(ClusterObject.dataplane)
    self.settings = settings
    self.standpoint = standpoint
    self.expected = expected
    self.findings = findings
  }
}

enum AdmissionTable {
  private static let account = "k8s.kuma.io/service-account"
  private static let displayName = "kuma.io/display-name"
  private static let mesh = "kuma.io/mesh"
  private static let namespaceKey = "k8s.kuma.io/namespace"
  private static let origin = "kuma.io/origin"
  private static let proxyType = "kuma.io/proxy-type"
  private static let workload = "kuma.io/workload"
  private static let inEast: SettingsChange = { $0.zone = "east" }
  private static let leftOut: SettingsChange = { $0.admission = .leftOut }
  private static let unlabelled = Namespace.fixture()
  private static let kubeSystem = Namespace.fixture(
    name: "kube-system", labels: ["kuma.io/sidecar-injection": "enabled"])

  private static func tags(_ map: StringMap) -> Tags {
    Tags(map.entries.map { KumaTag(key: $0.key, value: $0.value, origin: .resource) })
  }

  /// A Dataplane of one inbound with the tag of its service, and others.
  static func dataplane(
    mesh: String = "default",
    labels: StringMap = [:],
    annotations: StringMap = [:],
    tags others: StringMap = [:],
    gateway: Dataplane.Gateway? = nil,
    listeners: [Dataplane.Listener.ListenerType] = []
  ) -> Dataplane {
    var map = others
    map["kuma.io/service"] = "web_demo_svc_80"
    return Dataplane(
      mesh: mesh,
      metadata: .init(name: "web-1", namespace: "demo", labels: labels, annotations: annotations),
      networking: .init(
        address: "10.0.0.1",
        inbound: gateway == nil ? [.init(port: 8080, tags: tags(map))] : [],
        listeners: listeners.enumerated().map {
          .init(type: $1, address: "10.0.0.1", port: .init(10001 + $0), name: "", state: .ready)
        },
        gateway: gateway
      )
    )
  }

  private static func stored(
    _ labels: [String: String], _ annotations: [String: String] = [displayName: "web-1"]
  ) -> AdmissionCase.Expected {
    .stored(labels: labels, annotations: annotations)
  }

  private static func refused(_ refusal: DataplaneRefusal) -> AdmissionCase.Expected { .refused(.dataplaneRefused(refusal)) }

  private static func problem(_ path: String, _ kind: ValidationProblem.Kind) -> ValidationProblem {
    ValidationProblem(path: path, kind: kind)
  }

  private static let emptyTag = problem("networking.inbound[0].tags[\"a\"]", .tagValue(""))
  private static let invalid = dataplane(tags: ["a": ""])

  /// What is stored in every case below from 2.9 on, with labels beside it: the zone is `default` where none is set.
  private static func zoned(_ others: [String: String] = [:]) -> [String: String] {
    [
      mesh: "default", namespaceKey: "demo", origin: "zone", "kuma.io/zone": "default", "kuma.io/env": "kubernetes",
    ].merging(others) { $1 }
  }

  /// What is stored in every case below from 2.10 on, with labels beside it.
  private static func computed(_ others: [String: String] = [:]) -> [String: String] {
    zoned([proxyType: "sidecar"]).merging(others) { $1 }
  }

  static let cases = asking + labels + annotations + listeners + meshes + constraints + storable + order + leaving

  /// ADM-1.
  private static let asking: [AdmissionCase] = [
    AdmissionCase("ADM-1", "everywhere", invalid, in: unlabelled, expect: refused(.invalid([emptyTag]))),
    AdmissionCase("ADM-1", "in kube-system", invalid, in: kubeSystem, expect: refused(.invalid([emptyTag]))),
    AdmissionCase(
      "ADM-1", "in kube-system", under: "2.4.10", invalid, in: kubeSystem, expect: refused(.invalid([emptyTag]))),
    AdmissionCase("ADM-1", "not in kube-system", under: "2.5.0", invalid, in: kubeSystem, expect: .unaltered),
    AdmissionCase("ADM-1", "not in kube-system, for whatever label", under: .newest, in: kubeSystem, expect: .unaltered),
    AdmissionCase(
      "ADM-1", "a Namespace without the label", under: "2.10.11", invalid, in: unlabelled,
      expect: refused(.invalid([emptyTag]))
    ),
    AdmissionCase("ADM-1", "a Namespace without the label", under: "2.11.0", invalid, in: unlabelled, expect: .unaltered),
    AdmissionCase(
      "ADM-1", "a namespace that is not on the list", under: "2.11.0", invalid,
      settings: { $0.namespaceAllowList = ["shop"] }, expect: .unaltered
    ),
    AdmissionCase(
      "ADM-1", "a namespace that is on the list", under: "2.11.0", invalid,
      settings: { $0.namespaceAllowList = ["demo"] }, expect: refused(.invalid([emptyTag]))
    ),
    AdmissionCase(
      "ADM-1", "the control plane's namespace, which need not be on the list", under: "2.11.0", invalid,
      in: .fixture(name: "kuma-system", labels: ["kuma.io/sidecar-injection": "false"]),
      settings: { $0.namespaceAllowList = ["demo"] }, expect: refused(.invalid([emptyTag]))
    ),
    AdmissionCase(
      "ADM-1", "a Namespace annotated only", under: .newest, invalid,
      in: .fixture(annotations: ["kuma.io/sidecar-injection": "enabled"]), expect: .unaltered
    ),
    AdmissionCase(
      "ADM-1", "a Namespace with the label that says no", under: "2.11.0", invalid,
      in: .fixture(labels: ["kuma.io/sidecar-injection": "disabled"]), expect: refused(.invalid([emptyTag]))
    ),
    AdmissionCase(
      "ADM-1", "a Namespace with the empty label", under: .newest, invalid,
      in: .fixture(labels: ["kuma.io/sidecar-injection": ""]), expect: refused(.invalid([emptyTag]))
    ),
    AdmissionCase(
      "ADM-1", "the namespace of the control plane is labelled", under: "2.11.0",
      in: .fixture(name: "kuma-system", labels: ["kuma.io/sidecar-injection": "false"]), expect: stored(computed())
    ),
  ]

  /// ADM-2.
  private static let labels: [AdmissionCase] = [
    AdmissionCase("ADM-2", "nothing is defaulted", settings: inEast, expect: .unaltered),
    AdmissionCase("ADM-2", "nothing is defaulted yet", under: "2.8.8", settings: inEast, expect: .unaltered),
    AdmissionCase("ADM-2", "the zone is the release's own where none is set", under: "2.9.0", expect: stored(zoned())),
    AdmissionCase(
      "ADM-2", "without a name the control plane is that of a zone all the same", under: "2.9.0", settings: { $0.zone = "" },
      expect: stored([mesh: "default", namespaceKey: "demo", origin: "zone", "kuma.io/env": "kubernetes"])
    ),
    AdmissionCase(
      "ADM-2", "with a zone", under: "2.9.19", settings: inEast,
      expect: stored([
        mesh: "default", namespaceKey: "demo", origin: "zone", "kuma.io/zone": "east", "kuma.io/env": "kubernetes",
      ])
    ),
    AdmissionCase(
      "ADM-2", "in 2.9 a Namespace needs no label", under: "2.9.19", in: unlabelled,
      expect: stored(zoned())
    ),
    AdmissionCase(
      "ADM-2", "what is there stays, empty values too", under: "2.9.0",
      dataplane(labels: [mesh: "", namespaceKey: "x", origin: "zone", "kuma.io/zone": "west", "kuma.io/env": "universal"]),
      settings: inEast,
      expect: stored([mesh: "", namespaceKey: "x", origin: "zone", "kuma.io/zone": "west", "kuma.io/env": "universal"])
    ),
    AdmissionCase(
      "ADM-2", "the mesh that the Dataplane is in", under: "2.9.0", dataplane(mesh: "blue", labels: ["old": "1"]),
      expect: stored(zoned(["old": "1", mesh: "blue"]))
    ),
    AdmissionCase(
      "ADM-2", "what comes from the global control plane", under: "2.10.0", dataplane(labels: [origin: "global"]),
      settings: inEast, expect: stored([mesh: "default", origin: "global", proxyType: "sidecar"])
    ),
    AdmissionCase(
      "ADM-2", "the type of the proxy is always written", under: "2.10.0", dataplane(labels: [proxyType: "x"]),
      expect: stored(computed())
    ),
    AdmissionCase(
      "ADM-2", "a gateway that somebody else runs is a sidecar", under: .newest,
      dataplane(gateway: .init(tags: tags(["kuma.io/service": "edge"]))), expect: stored(computed())
    ),
    AdmissionCase(
      "ADM-2", "a gateway that Kuma runs is one", under: .newest,
      dataplane(labels: [proxyType: "sidecar"], gateway: .init(type: .builtin, tags: tags(["kuma.io/service": "edge"]))),
      expect: stored(computed([proxyType: "gateway"]))
    ),
  ]

  /// ADM-3.
  private static let annotations: [AdmissionCase] = [
    AdmissionCase(
      "ADM-3", "the name to show that is annotated stays", under: "2.9.0", dataplane(annotations: [displayName: "Web"]),
      expect: stored(zoned(), [displayName: "Web"])
    ),
    AdmissionCase(
      "ADM-3", "a label of the name to show is lost", under: "2.10.0", dataplane(labels: [displayName: "Web"]),
      expect: stored(computed())
    ),
    AdmissionCase(
      "ADM-3", "the service account is a label still", under: "2.11.18", dataplane(labels: [account: "shop"]),
      expect: stored(computed([account: "shop"]))
    ),
    AdmissionCase(
      "ADM-3", "the service account", under: "2.12.0", dataplane(labels: [account: "shop", workload: "shop"]),
      expect: stored(computed([workload: "shop"]), [displayName: "web-1", account: "shop"])
    ),
    AdmissionCase(
      "ADM-3", "the workload too", under: "2.13.0", dataplane(labels: [account: "shop", workload: "web"]),
      expect: stored(computed(), [displayName: "web-1", account: "shop", workload: "web"])
    ),
    AdmissionCase(
      "ADM-3", "what is annotated already stays", under: .newest,
      dataplane(labels: [account: "new", workload: "new"], annotations: [account: "old", workload: "old", "note": "1"]),
      expect: stored(computed(), [displayName: "web-1", account: "old", workload: "old", "note": "1"])
    ),
    AdmissionCase(
      "ADM-3", "where no webhook is asked they stay labels", under: "2.13.0",
      dataplane(labels: [account: "shop", workload: "web"]), in: unlabelled,
      expect: stored([account: "shop", workload: "web"], [:])
    ),
  ]

  private static let ingress = "kuma.io/listener-zoneingress"
  private static let egress = "kuma.io/listener-zoneegress"

  /// ADM-4.
  private static let listeners: [AdmissionCase] = [
    AdmissionCase(
      "ADM-4", "there are none yet", under: "2.13.10", dataplane(listeners: [.zoneIngress]), expect: stored(computed())),
    AdmissionCase(
      "ADM-4", "those that the Dataplane has now", under: "2.14.0", dataplane(listeners: [.zoneIngress]),
      expect: stored(computed([ingress: "enabled"]))
    ),
    AdmissionCase(
      "ADM-4", "those that it no longer has are taken away", under: .newest,
      dataplane(labels: [ingress: "enabled"], listeners: [.zoneEgress]), expect: stored(computed([egress: "enabled"]))
    ),
    AdmissionCase(
      "ADM-4", "where no webhook is asked they stay those of before", under: "2.14.0",
      dataplane(labels: [ingress: "enabled"]), in: unlabelled, expect: stored([ingress: "enabled"], [:])
    ),
  ]

  /// ADM-5.
  private static let meshes: [AdmissionCase] = [
    AdmissionCase(
      "ADM-5", "a mesh that does not exist", dataplane(mesh: "blue"), meshes: [Mesh(name: "default")],
      expect: .refused(.meshNotFound("blue"))
    ),
    AdmissionCase(
      "ADM-5", "a mesh that does not exist", under: "1.4.1", dataplane(mesh: "blue"), meshes: [Mesh(name: "default")],
      expect: .unaltered
    ),
    AdmissionCase(
      "ADM-5", "a mesh that does not exist", under: "2.10.11", dataplane(mesh: "blue"), meshes: [Mesh(name: "default")],
      expect: .refused(.meshNotFound("blue"))
    ),
    AdmissionCase("ADM-5", "a mesh that exists", dataplane(mesh: "blue"), meshes: [Mesh(name: "blue")], expect: .unaltered),
    AdmissionCase("ADM-5", "no Mesh is known", dataplane(mesh: "blue"), expect: .unaltered),
    AdmissionCase(
      "ADM-5", "nobody looks in kube-system", under: "2.5.0", dataplane(mesh: "blue"), in: kubeSystem,
      meshes: [Mesh(name: "default")], expect: .unaltered
    ),
  ]

  private static let path: ExactString = "networking.inbound[0].tags"

  private static func constrained(_ requirements: [StringMap], but restrictions: [StringMap] = []) -> [Mesh] {
    [Mesh(name: "default", constraints: MeshConstraints(requirements: requirements, restrictions: restrictions))]
  }

  private static let ofTeamA = dataplane(tags: ["team": "a"])
  private static let teamA: StringMap = ["kuma.io/service": "web_demo_svc_80", "team": "a"]

  /// ADM-6.
  private static let constraints: [AdmissionCase] = [
    AdmissionCase(
      "ADM-6", "one of two requirements", ofTeamA, meshes: constrained([["x": "y"], ["team": "a"]]), expect: .unaltered),
    AdmissionCase(
      "ADM-6", "none of the requirements", ofTeamA, meshes: constrained([["x": "y"], ["team": "b"]]),
      expect: refused(.unmetRequirements(mesh: "default", path: path, tags: teamA))
    ),
    AdmissionCase(
      "ADM-6", "one of two tags of a requirement", under: "1.5.0", ofTeamA, meshes: constrained([["team": "a", "x": "y"]]),
      expect: refused(.unmetRequirements(mesh: "default", path: path, tags: teamA))
    ),
    AdmissionCase("ADM-6", "any value", ofTeamA, meshes: constrained([["team": "*"]]), expect: .unaltered),
    AdmissionCase(
      "ADM-6", "any value of a tag that is absent", dataplane(), meshes: constrained([["team": "*"]]),
      expect: refused(
        .unmetRequirements(mesh: "default", path: path, tags: ["kuma.io/service": "web_demo_svc_80"]))
    ),
    AdmissionCase(
      "ADM-6", "the empty value of a tag that is absent", meshes: constrained([["team": ""]]), expect: .unaltered),
    AdmissionCase("ADM-6", "a requirement of nothing", meshes: constrained([[:]]), expect: .unaltered),
    AdmissionCase(
      "ADM-6", "a restriction", ofTeamA, meshes: constrained([], but: [["team": "b"], ["team": "a"]]),
      expect: refused(.restricted(mesh: "default", path: path, tags: teamA, restriction: ["team": "a"]))
    ),
    AdmissionCase(
      "ADM-6", "another restriction", ofTeamA, meshes: constrained([], but: [["team": "b"]]), expect: .unaltered),
    AdmissionCase(
      "ADM-6", "a restriction of what is required", ofTeamA, meshes: constrained([["team": "*"]], but: [["team": "*"]]),
      expect: refused(.restricted(mesh: "default", path: path, tags: teamA, restriction: ["team": "*"]))
    ),
    AdmissionCase(
      "ADM-6", "a gateway", dataplane(gateway: .init(tags: tags(["kuma.io/service": "edge"]))),
      meshes: constrained([["team": "*"]]),
      expect: refused(
        .unmetRequirements(mesh: "default", path: "networking.gateway.tags", tags: ["kuma.io/service": "edge"]))
    ),
    AdmissionCase(
      "ADM-6", "nobody looks yet", under: "1.4.1", ofTeamA, meshes: constrained([["x": "y"]]), expect: .unaltered),
    AdmissionCase(
      "ADM-6", "nobody looks there", under: "2.11.0", ofTeamA, in: unlabelled, meshes: constrained([["x": "y"]]),
      expect: .unaltered
    ),
    AdmissionCase(
      "ADM-6", "the constraints of another Mesh", ofTeamA,
      meshes: [Mesh(name: "default"), Mesh(name: "blue", constraints: MeshConstraints(requirements: [["x": "y"]]))],
      expect: .unaltered
    ),
  ]

  private static let long = String(repeating: "a", count: 64)
  private static let longest = String(repeating: "a", count: 63)

  /// ADM-7.
  private static let storable: [AdmissionCase] = [
    AdmissionCase(
      "ADM-7", "a long service account is annotated", under: "2.12.0", dataplane(labels: [account: long]),
      expect: stored(computed(), [displayName: "web-1", account: long])
    ),
    AdmissionCase(
      "ADM-7", "where no webhook is asked it is a label", under: "2.12.0", dataplane(labels: [account: long]),
      in: unlabelled, expect: refused(.invalidLabel(key: ExactString(account), value: ExactString(long)))
    ),
    AdmissionCase(
      "ADM-7", "the longest label", under: "2.12.0", dataplane(labels: [account: longest]), in: unlabelled,
      expect: stored([account: longest], [:])
    ),
    AdmissionCase(
      "ADM-7", "a long workload where no webhook is asked", under: "2.13.0", dataplane(labels: [workload: long]),
      in: unlabelled, expect: refused(.invalidLabel(key: ExactString(workload), value: ExactString(long)))
    ),
    AdmissionCase(
      "ADM-7", "a long mesh", under: "2.9.0", dataplane(mesh: long),
      expect: refused(.invalidLabel(key: ExactString(mesh), value: ExactString(long)))),
    AdmissionCase("ADM-7", "a long mesh is no label yet", under: "2.8.8", dataplane(mesh: long), expect: .unaltered),
    AdmissionCase(
      "ADM-7", "a mesh that ends in a hyphen", under: .newest, dataplane(mesh: "blue-"),
      expect: refused(.invalidLabel(key: ExactString(mesh), value: ExactString("blue-")))
    ),
    AdmissionCase(
      "ADM-7", "a long name that is a label", under: "3.0.0", dataplane(labels: [displayName: long]), in: unlabelled,
      expect: refused(.invalidLabel(key: ExactString(displayName), value: ExactString(long)))
    ),
    AdmissionCase(
      "ADM-7", "the longest name", under: "3.0.0", dataplane(labels: [displayName: longest]), in: unlabelled,
      expect: stored([displayName: longest], [:])
    ),
    AdmissionCase(
      "ADM-7", "a long zone", under: "2.9.0", settings: { $0.zone = long },
      expect: refused(.invalidLabel(key: "kuma.io/zone", value: ExactString(long)))
    ),
  ]

  /// ADM-8.
  private static let order: [AdmissionCase] = [
    AdmissionCase(
      "ADM-8", "the mesh's name before the specification", dataplane(mesh: "Blue", tags: ["a": ""]),
      expect: refused(.invalid([problem("mesh", .meshName("Blue"))]))
    ),
    AdmissionCase(
      "ADM-8", "the origin before the specification", under: "2.6.0", dataplane(labels: [origin: "x"], tags: ["a": ""]),
      expect: refused(.invalid([problem("labels[\"kuma.io/origin\"]", .unknownOrigin("x"))]))
    ),
    AdmissionCase(
      "ADM-8", "all of the specification together", dataplane(tags: ["a": "", "b c": "1"]),
      expect: refused(.invalid([emptyTag, problem("networking.inbound[0].tags[\"b c\"]", .tagName("b c"))]))
    ),
    AdmissionCase(
      "ADM-8", "the specification before the Mesh", dataplane(mesh: "blue", tags: ["a": ""]),
      meshes: [Mesh(name: "default")],
      expect: refused(.invalid([emptyTag]))
    ),
  ]

  /// ADM-9.
  private static let leaving: [AdmissionCase] = [
    AdmissionCase("ADM-9", "nothing is refused", invalid, settings: leftOut, expect: .unaltered),
    AdmissionCase(
      "ADM-9", "the mesh need not exist", under: "2.10.11", dataplane(mesh: "blue"), meshes: [Mesh(name: "default")],
      settings: leftOut, expect: .unaltered
    ),
    AdmissionCase(
      "ADM-9", "nothing is altered, labels may be long", under: .newest, dataplane(labels: [account: long]),
      settings: leftOut, expect: stored([account: long], [:])
    ),
  ]

  // MARK: Outcomes

  /// The Pod `demo/web-1`, injected, whose Services give the tag of a protocol.
  private static func pod(labels: StringMap = ["app": "web"], namespace: String = "demo") -> Pod {
    .fixture(
      namespace: namespace,
      labels: labels,
      annotations: ["kuma.io/sidecar-injected": "true"],
      containers: [Container(name: "app"), Container(name: "kuma-sidecar")],
      statuses: [ContainerStatus(name: "app", isReady: true)]
    )
  }

  private static let unknownProtocol = Service.fixture(annotations: ["80.service.kuma.io/protocol": "htttp"])
  private static let protocolPath = "networking.inbound[0].tags[\"kuma.io/protocol\"]"
  private static let protocolProblem = problem(
    protocolPath, .unknownProtocol("htttp", known: ["grpc", "http", "http2", "kafka", "mysql", "tcp", "tls"]))
  private static let originProblem = problem("labels[\"kuma.io/origin\"]", .unknownOrigin("elsewhere"))

  static let outcomes: [AdmissionOutcomeCase] = [
    AdmissionOutcomeCase(
      "ADM-8", "a protocol that is not known", under: "2.13.0", pod(), services: [unknownProtocol],
      expect: .fail(.dataplaneRefused(.invalid([protocolProblem]))), findings: [.invalidDataplane(protocolProblem)]
    ),
    AdmissionOutcomeCase(
      "ADM-8", "the Dataplane that exists stays", under: "2.13.0", pod(), services: [unknownProtocol],
      existing: [dataplane()], expect: .fail(.dataplaneRefused(.invalid([protocolProblem]))),
      findings: [.invalidDataplane(protocolProblem)]
    ),
    AdmissionOutcomeCase(
      "ADM-1", "nobody refuses a protocol that is not known", under: "2.13.0", pod(), in: unlabelled,
      services: [unknownProtocol], expect: .apply,
      findings: [
        wouldGetNone(
          .namespaceLabels(.isIn(key: injection, values: ["enabled", "true"]), found: nil),
          .namespaceLabels(.exists(key: injection), found: nil)),
        .invalidDataplaneStored(protocolProblem, .namespaceWithoutLabel(key: "kuma.io/sidecar-injection")),
      ]
    ),
    AdmissionOutcomeCase(
      "ADM-1", "nobody refuses it in kube-system", under: "2.13.0", pod(namespace: "kube-system"), in: kubeSystem,
      services: [.fixture(namespace: "kube-system", annotations: ["80.service.kuma.io/protocol": "htttp"])],
      expect: .apply,
      findings: [
        wouldGetNone(.namespaceOutOfScope("kube-system"), .namespaceOutOfScope("kube-system")),
        .invalidDataplaneStored(protocolProblem, .namespaceOutOfScope("kube-system")),
      ]
    ),
    AdmissionOutcomeCase(
      "ADM-9", "a protocol that is not known", under: "2.13.0", pod(), services: [unknownProtocol], settings: leftOut,
      expect: .apply, findings: [.invalidDataplane(protocolProblem)]
    ),
    AdmissionOutcomeCase(
      "ADM-8", "a preview of a Pod that is injected", under: "2.13.0", at: .preview,
      .fixture(labels: ["app": "web"], phase: "", podIP: ""), services: [unknownProtocol],
      expect: .fail(.dataplaneRefused(.invalid([protocolProblem]))), findings: [.invalidDataplane(protocolProblem)]
    ),
    AdmissionOutcomeCase(
      "VALID-10", "a Pod's label of the origin is not the Dataplane's yet", under: "2.9.19",
      pod(labels: ["app": "web", origin: "elsewhere"]), expect: .apply,
      findings: [.reservedLabel(key: origin, value: "elsewhere")]
    ),
    AdmissionOutcomeCase(
      "VALID-10", "a Pod's label of the origin", under: "2.10.0", pod(labels: ["app": "web", origin: "elsewhere"]),
      expect: .fail(.dataplaneRefused(.invalid([originProblem]))), findings: [.invalidDataplane(originProblem)]
    ),
    AdmissionOutcomeCase(
      "ADM-6", "a Mesh's constraints", under: .newest, pod(), meshes: constrained([], but: [["app": "web"]]),
      expect: .fail(.dataplaneRefused(restriction)), findings: [.dataplaneRefused(restriction)]
    ),
    AdmissionOutcomeCase(
      "ADM-5", "a mesh that does not exist", under: "1.5.0", pod(), meshes: [Mesh(name: "blue")],
      expect: .fail(.meshNotFound("default")), findings: [.dataplaneFails(.meshNotFound("default"))]
    ),
  ]

  private static let injection = "kuma.io/sidecar-injection"

  /// The Pod has its sidecar, and nobody would ask the injector about it now: why not by Namespace, and by Pod.
  private static func wouldGetNone(_ namespace: WebhookCall.Reason, _ pod: WebhookCall.Reason) -> Told {
    let misses = [
      WebhookCall.Miss(webhook: "namespace-kuma-injector", reason: namespace),
      WebhookCall.Miss(webhook: "pods-kuma-injector", reason: pod),
    ]
    return .wouldGetNoSidecar(.skip(.webhookNotCalled(misses)), of: nil)
  }

  private static let restriction = DataplaneRefusal.restricted(
    mesh: "default", path: path,
    tags: [
      "app": "web", "k8s.kuma.io/namespace": "demo", "k8s.kuma.io/service-name": "web", "k8s.kuma.io/service-port": "80",
      "kuma.io/protocol": "tcp", "kuma.io/service": "web_demo_svc_80", "kuma.io/zone": "default",
    ],
    restriction: ["app": "web"]
  )
}

@Suite("Admission of Dataplanes")
struct AdmissionTests {
  @Test(arguments: AdmissionTable.cases)
  func stored(_ row: AdmissionCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    switch kuma.storedDataplane(of: row.written, in: row.namespace, among: row.meshes) {
    case .failure(let failure): #expect(row.expected == .refused(failure))
    case .success(let stored):
      #expect(
        row.expected
          == .stored(labels: stored.metadata.labels.dictionary, annotations: stored.metadata.annotations.dictionary))
      #expect(stored.networking == row.written.networking)
      #expect(stored.mesh == row.written.mesh)
    }
  }

  @Test(arguments: AdmissionTable.outcomes)
  func outcomes(_ row: AdmissionOutcomeCase) throws {
    let cluster = Cluster(row.objects, under: try row.rules.controlPlane(row.settings))
    let name = try #require(cluster.podNames.first)
    let report = try #require(row.standpoint == .preview ? cluster.preview(of: name) : cluster.reconciliation(of: name))
    #expect(report.outcome.verdict == row.expected)
    #expect((report.outcome.dataplane == nil) == (row.expected != .apply))
    #expect(Told.findings(of: cluster, on: report) == row.findings)
    if case .fail(let failure) = row.expected, row.standpoint == .reconciliation {
      let existing = cluster.existingDataplane(name)
      #expect(cluster.planItem(of: name) == .fail(failure, existing: existing.map(ProxyResource.dataplane)))
    }
  }

  /// What people see of it, in the words of the webhook and in those of this library.
  @Test func words() {
    let refusal = DataplaneRefusal.invalid([
      ValidationProblem(path: "networking.inbound[0].tags[\"a\"]", kind: .tagValue("")),
      ValidationProblem(path: "networking.inbound[0].port", kind: .port(0)),
    ])
    #expect(
      refusal.answer
        == "spec.networking.inbound[0].tags[\"a\"]: tag value must be non-empty; spec.networking.inbound[0].port: port must be in the range [1, 65535]"
    )
    let origin = DataplaneRefusal.invalid([.init(path: "labels[\"kuma.io/origin\"]", kind: .unknownOrigin("x"))])
    #expect(origin.answer == "labels[\"kuma.io/origin\"]: unknown resource origin \"x\"")
    let unmet = DataplaneRefusal.unmetRequirements(mesh: "m", path: "networking.gateway.tags", tags: ["b": "2", "a": "1"])
    #expect(
      unmet.answer
        == "dataplane cannot be a member of mesh \"m\" because its tags \"a=1 b=2\" does not fulfill any requirements defined on the Mesh"
    )
    #expect(DataplaneRefusal.invalidLabel(key: "a", value: ExactString("b")).answer == nil)
    #expect(
      MappingFailure.dataplaneRefused(refusal).message
        == "Kuma refuses the Dataplane: networking.inbound[0].tags[\"a\"] is \"\", which must be letters, digits and .-_:; networking.inbound[0].port is 0, which must be from 1 to 65535."
    )
  }
}
