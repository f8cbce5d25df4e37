import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport
import Testing

/// What the owner of a Pod is told about what happens to it.
struct FindingCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let standpoint: PodReport.Standpoint
  let pod: Pod
  let objects: [ClusterObject]
  let settings: SettingsChange?
  let expected: [Told]
  let code: String?
  let severity: Severity

  /// A row about a Pod of the Namespace `demo`, which asks for injection.
  ///
  /// The finding of the given code, if any, must have the given severity and name the row's statement.
  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    at standpoint: PodReport.Standpoint = .preview,
    _ pod: Pod,
    namespaceLabels: StringMap = ["kuma.io/sidecar-injection": "enabled"],
    namespaceAnnotations: StringMap = [:],
    services: [Service] = [],
    nodes: [Node] = [],
    settings: SettingsChange? = nil,
    code: String? = nil,
    _ severity: Severity = .info,
    expect expected: [Told]
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    self.standpoint = standpoint
    self.pod = pod
    let namespace = Namespace.fixture(labels: namespaceLabels, annotations: namespaceAnnotations)
    objects =
      [.kubernetes(.pod(pod)), .kubernetes(.namespace(namespace))] + services.map { .kubernetes(.service($0)) }
      + nodes.map { .kubernetes(.node($0)) }
    self.settings = settings
    self.expected = expected
    self.code = code
    self.severity = severity
  }
}

enum FindingTable {
  private static let key = "kuma.io/sidecar-injection"
  private static let direct = "kuma.io/direct-access-services"

  /// A Pod that is yet to be created.
  private static func new(
    _ labels: StringMap = [:],
    _ annotations: StringMap = [:],
    name: String = "web-1",
    owners: [OwnerReference] = [],
    nodeName: String = ""
  ) -> Pod {
    .fixture(
      name: name, labels: labels, annotations: annotations, owners: owners, nodeName: nodeName, phase: "Pending", podIP: ""
    )
  }

  /// A Pod that does not run yet, whose container declares a port.
  private static func declaring(_ port: Int) -> Pod {
    .fixture(
      labels: ["app": "web"], containers: [Container(name: "app", ports: [ContainerPort(containerPort: port)])],
      phase: "Pending", podIP: "")
  }

  /// A Pod that runs with its sidecar.
  private static func injected(
    _ labels: StringMap = [:],
    _ others: StringMap = [:],
    containers: [Container] = [Container(name: "app"), Container(name: "kuma-sidecar")],
    initContainers: [Container] = []
  ) -> Pod {
    let marked = (["kuma.io/sidecar-injected": "true"] as StringMap).over(.proxied)
    return .fixture(
      labels: labels, annotations: others.over(marked), containers: containers, initContainers: initContainers
    )
  }

  private static func sidecar(_ place: EvidencePlace) -> Evidence {
    Evidence(place, key: "name", value: "kuma-sidecar")
  }

  private static func evidence(_ place: EvidencePlace, _ value: String = "enabled") -> Evidence {
    Evidence(place, key: key, value: value)
  }

  static let cases = switches + labels + ports + proxying + anew + refusedServices + zoneProxies

  private static let annotated = Evidence(.serviceAnnotation, key: "80.service.kuma.io/protocol", value: "htttp")

  private static func speaking(_ name: String, appProtocol: String? = nil) -> Service {
    .fixture(
      annotations: ["80.service.kuma.io/protocol": name],
      ports: [ServicePort(appProtocol: appProtocol, port: 80, targetPort: 8080)])
  }

  /// SVC-7.
  private static let refusedServices: [FindingCase] = [
    FindingCase(
      "SVC-7", "a protocol that is not known beside one that is read", under: "2.4.0", new(["app": "web"]),
      services: [speaking("htttp", appProtocol: "http")], code: "service-refused", .error,
      expect: [.serviceRefused(service: "web", annotated)]
    ),
    FindingCase(
      "SVC-7", "a protocol that is not known is no longer refused", under: "2.10.0", new(["app": "web"]),
      services: [speaking("htttp", appProtocol: "http")], expect: []
    ),
    FindingCase(
      "SVC-7", "a protocol in capitals", under: "2.9.19", new(["app": "web"]), services: [speaking("HTTP")], expect: []),
    FindingCase(
      "SVC-7", "the admission is left out", under: "2.4.0", new(["app": "web"]),
      services: [speaking("htttp", appProtocol: "http")], settings: { $0.admission = .leftOut }, expect: []
    ),
    FindingCase(
      "SVC-7", "an annotation of another port", under: "2.4.0", new(["app": "web"]),
      services: [.fixture(annotations: ["81.service.kuma.io/protocol": "htttp"])], expect: []
    ),
  ]

  /// INJ-12.
  private static let anew: [FindingCase] = [
    FindingCase(
      "INJ-12", "a Pod that has its sidecar would get none now", under: .newest, injected(), namespaceLabels: [:],
      settings: { $0.webhookGate = .own }, code: "would-get-no-sidecar", .warning,
      expect: [.wouldGetNoSidecar(.skip(.notRequested), of: nil)]
    ),
    FindingCase(
      "INJ-12", "a Pod that has its sidecar opts out now", under: "1.4.1", injected([key: "disabled"]),
      code: "would-get-no-sidecar", .warning,
      expect: [
        .wouldGetNoSidecar(.skip(.optedOut(Evidence(.podLabel, key: key, value: "disabled"))), of: nil)
      ]
    ),
    FindingCase(
      "INJ-12", "a Pod that has its sidecar would be refused now", under: "2.5.11", injected([key: "on"]),
      code: "would-get-no-sidecar", .warning,
      expect: [.wouldGetNoSidecar(.reject(.unreadableSwitch(Evidence(.podLabel, key: key, value: "on"))), of: nil)]
    ),
  ]

  private static func mesh(_ mode: MeshServicesMode) -> SettingsChange { { $0.meshServicesMode = mode } }
  private static let ingress = Service.fixture(
    labels: ["k8s.kuma.io/zone-proxy-type": "ingress"], ports: [ServicePort(port: 10001, targetPort: 10001)])

  /// LSN-1.
  private static let zoneProxies: [FindingCase] = [
    FindingCase(
      "LSN-1", "a Service of zone proxies gives no listeners", under: "2.14.0", new(["app": "web"]), services: [ingress],
      settings: mesh(.everywhere), code: "zone-proxy-listeners-skipped", .warning,
      expect: [.zoneProxyListenersSkipped(service: "web", mesh: "default")]
    ),
    FindingCase(
      "LSN-1", "it gives them", under: "2.14.0", new(["app": "web"]), services: [ingress], settings: mesh(.exclusive),
      expect: []
    ),
    FindingCase(
      "LSN-1", "the label means nothing yet", under: "2.13.10", new(["app": "web"]), services: [ingress],
      settings: mesh(.everywhere), expect: []
    ),
  ]

  /// INJ-1, INJ-4 and INJ-12.
  private static let switches: [FindingCase] = [
    FindingCase(
      "INJ-4", "an annotation of the Pod decides", new([:], [key: "enabled"]), namespaceLabels: [:],
      code: "switch-by-annotation", .warning, expect: [.switchByAnnotation(evidence(.podAnnotation))]
    ),
    FindingCase(
      "INJ-4", "an annotation of the Namespace decides", new(), namespaceLabels: [:], namespaceAnnotations: [key: "true"],
      code: "switch-by-annotation", .warning, expect: [.switchByAnnotation(evidence(.namespaceAnnotation, "true"))]
    ),
    FindingCase(
      "INJ-4", "an annotation opts out", new([:], [key: "disabled"]), code: "switch-by-annotation", .warning,
      expect: [.switchByAnnotation(evidence(.podAnnotation, "disabled"))]
    ),
    FindingCase(
      "INJ-4", "an annotation that cannot be read", new([:], [key: "on"]), code: "switch-by-annotation", .warning,
      expect: [
        .podRefused(.unreadableSwitch(evidence(.podAnnotation, "on")), of: nil),
        .switchByAnnotation(evidence(.podAnnotation, "on")),
      ]
    ),
    FindingCase(
      "INJ-4", "an annotation stands behind a label that decides", new([key: "enabled"], [key: "enabled"]),
      services: [.fixture(selector: [key: "enabled"])], expect: []
    ),
    FindingCase("INJ-4", "a label decides", new(), expect: []),
    FindingCase(
      "INJ-4", "an annotation is the only place, so no label is recommended", under: "1.4.0", new([:], [key: "enabled"]),
      expect: []
    ),
    FindingCase(
      "INJ-4", "an annotation decides", under: "1.4.1", new([:], [key: "enabled"]), namespaceLabels: [:],
      code: "switch-by-annotation", .warning, expect: [.switchByAnnotation(evidence(.podAnnotation))]
    ),
    FindingCase(
      "INJ-4", "an annotation decides", under: "2.1.7", new(), namespaceLabels: [:], namespaceAnnotations: [key: "enabled"],
      code: "switch-by-annotation", .warning,
      expect: [.switchByAnnotation(evidence(.namespaceAnnotation))]
    ),
    FindingCase(
      "INJ-1", "an annotation is not read", under: "2.2.0", new([:], [key: "disabled"]), code: "switch-not-read", .warning,
      expect: [.switchNotRead(evidence(.podAnnotation, "disabled"))]
    ),
    FindingCase(
      "INJ-1", "annotations are not read, so nothing asks for injection", under: "2.5.11", new([:], [key: "enabled"]),
      namespaceLabels: [:], namespaceAnnotations: [key: "true"], code: "switch-not-read", .warning,
      expect: [.switchNotRead(evidence(.podAnnotation)), .switchNotRead(evidence(.namespaceAnnotation, "true"))]
    ),
    FindingCase(
      "INJ-12", "a Pod runs without the sidecar it would get", .fixture(), code: "runs-without-sidecar", .warning,
      expect: [.runsWithoutSidecar(of: nil)]
    ),
    FindingCase(
      "INJ-12", "a Pod runs without the sidecar it would get", under: .newest, .fixture(labels: ["app": "web"]),
      services: [.fixture()], code: "runs-without-sidecar", .warning, expect: [.runsWithoutSidecar(of: nil)]
    ),
    FindingCase(
      "INJ-12", "the controller's pass tells it too", under: "2.9.0", at: .reconciliation, .fixture(),
      code: "runs-without-sidecar", .warning, expect: [.runsWithoutSidecar(of: nil)]
    ),
    FindingCase("INJ-12", "a Pod runs with its sidecar", injected(), expect: []),
    FindingCase("INJ-12", "a Pod does not run yet", new(), expect: []),
    FindingCase("INJ-12", "a Pod has ended", .fixture(phase: "Succeeded"), expect: []),
    FindingCase("INJ-12", "a Pod that would get none runs without", .fixture(labels: [key: "disabled"]), expect: []),
    FindingCase(
      "INJ-12", "a Pod of a StatefulSet runs without", under: .newest,
      .fixture(owners: [OwnerReference(apiVersion: "apps/v1", kind: "StatefulSet", name: "db", controller: true)]),
      code: "runs-without-sidecar", .warning,
      expect: [.runsWithoutSidecar(of: WorkloadReference(kind: "StatefulSet", namespace: "demo", name: "db"))]
    ),
    FindingCase(
      "INJ-7", "the release does not look for the sidecar", under: "1.4.0",
      injected([:], [key: "enabled"], containers: [Container(name: "app"), Container(name: "kuma-sidecar")]),
      code: "sidecar-not-looked-for", expect: [.sidecarNotLookedFor(sidecar(.podContainer))]
    ),
    FindingCase(
      "INJ-7", "the release does not look for it among the init containers", under: "2.6.15",
      injected(containers: [Container(name: "app")], initContainers: [Container(name: "kuma-sidecar")]),
      code: "sidecar-not-looked-for", expect: [.sidecarNotLookedFor(sidecar(.podInitContainer))]
    ),
    FindingCase(
      "INJ-7", "the release finds it there", under: "2.7.0",
      injected(containers: [Container(name: "app")], initContainers: [Container(name: "kuma-sidecar")]), expect: []
    ),
    FindingCase(
      "INJ-3", "a Pod that is refused", new([key: "on"]), code: "pod-refused", .error,
      expect: [.podRefused(.unreadableSwitch(Evidence(.podLabel, key: key, value: "on")), of: nil)]
    ),
    FindingCase(
      "REFUSE-1", "a Pod that is refused, and what makes it", under: .newest,
      new(["kuma.io/workload": "x"], owners: [OwnerReference(apiVersion: "batch/v1", kind: "Job", name: "once")]),
      code: "pod-refused", .error,
      expect: [
        .podRefused(
          .reservedWorkloadLabel(Evidence(.podLabel, key: "kuma.io/workload", value: "x")),
          of: WorkloadReference(kind: "Job", namespace: "demo", name: "once"))
      ]
    ),
    FindingCase(
      "INJ-14", "a Pod that is refused for an annotation", under: .newest, new([:], ["kuma.io/sidecar-env-vars": "x"]),
      code: "pod-refused", .error,
      expect: [
        .podRefused(
          .unreadableAnnotation(
            Evidence(.podAnnotation, key: "kuma.io/sidecar-env-vars", value: "x"), .variables), of: nil)
      ]
    ),
    FindingCase(
      "GW-4", "the control plane gives up", under: "2.9.0", at: .reconciliation, injected([:], ["kuma.io/gateway": "x"]),
      code: "dataplane-fails", .error,
      expect: [.dataplaneFails(.invalidGatewayType(Evidence(.podAnnotation, key: "kuma.io/gateway", value: "x")))]
    ),
    FindingCase(
      "FAIL-1", "the control plane gives up on a Pod that is to be injected", under: "2.9.0",
      new([:], ["prometheus.metrics.kuma.io/port": "x"]), code: "dataplane-fails", .error,
      expect: [
        .dataplaneFails(.unreadableNumber(Evidence(.podAnnotation, key: "prometheus.metrics.kuma.io/port", value: "x")))
      ]
    ),
    FindingCase(
      "INJ-12", "a Pod runs without, and its mesh does not exist", under: "2.9.0", .fixture(labels: ["kuma.io/mesh": ""]),
      namespaceLabels: [:], expect: []
    ),
    FindingCase(
      "INJ-12", "a Pod that the injector is not asked about runs without", under: "2.6.0", .fixture(labels: [key: "true"]),
      namespaceLabels: [:], expect: []
    ),
  ]

  /// TAG-2, TAG-3, TAG-8, POD-2 and POD-3.
  private static let labels: [FindingCase] = [
    FindingCase(
      "TAG-2", "an empty label", new(["app": "web", "note": ""]), services: [.fixture()], code: "empty-label",
      expect: [.emptyLabel(key: "note")]
    ),
    FindingCase(
      "TAG-3", "a reserved label", under: .newest, new(["app": "web", "x.kuma.io/y": "1"]), services: [.fixture()],
      code: "reserved-label", expect: [.reservedLabel(key: "x.kuma.io/y", value: "1")]
    ),
    FindingCase(
      "TAG-3", "labels that are meant for Kuma", new(["app": "web", key: "enabled", "kuma.io/mesh": "default"]),
      services: [.fixture()], expect: []
    ),
    FindingCase(
      "TAG-8", "a label that an added tag replaces", under: "1.4.0", injected(["app": "web", "kuma.io/service": "x"]),
      namespaceLabels: [:], services: [.fixture()], code: "overridden-label",
      expect: [.overriddenLabel(key: "kuma.io/service", value: "x", by: .service)]
    ),
    FindingCase(
      "TAG-8", "a label that the Node's replaces", under: "2.7.0",
      new(["app": "web", "topology.kubernetes.io/zone": "a"], nodeName: "node-a"), services: [.fixture()],
      nodes: [Node(metadata: ObjectMeta(name: "node-a", labels: ["topology.kubernetes.io/zone": "b"]))],
      code: "overridden-label",
      expect: [.overriddenLabel(key: "topology.kubernetes.io/zone", value: "a", by: .nodeLabel)]
    ),
    FindingCase(
      "POD-3", "a reserved label becomes a tag", under: "2.8.8", new(["x.kuma.io/y": "1"]), code: "reserved-label-converted",
      .warning, expect: [.reservedLabelConverted(key: "x.kuma.io/y", value: "1")]
    ),
    FindingCase(
      "POD-3", "a reserved label is no tag, unlike in every release", new(["x.kuma.io/y": "1"]),
      code: "differs-from-releases",
      expect: [.reservedLabel(key: "x.kuma.io/y", value: "1"), .differsFromReleases(.reservedLabelsWithoutService)]
    ),
    FindingCase(
      "POD-3", "an empty reserved label is no tag in any release", new(["x.kuma.io/y": ""]),
      expect: [.emptyLabel(key: "x.kuma.io/y")]
    ),
    FindingCase(
      "POD-3", "with a Service the rules do not differ", new(["app": "web", "x.kuma.io/y": "1"]), services: [.fixture()],
      expect: [.reservedLabel(key: "x.kuma.io/y", value: "1")]
    ),
    FindingCase(
      "POD-2", "releases name the service otherwise, for the parts of the Pod's name", new(name: "web-7d4b-x2x"),
      code: "differs-from-releases", expect: [.differsFromReleases(.nameWithoutService)]
    ),
    FindingCase(
      "POD-2", "releases name the service otherwise, for the Pod's owner",
      new(name: "web", owners: [OwnerReference(apiVersion: "apps/v1", kind: "StatefulSet", name: "set")]),
      code: "differs-from-releases", expect: [.differsFromReleases(.nameWithoutService)]
    ),
    FindingCase("POD-2", "a Pod of its own with a short name", new(name: "web-1"), expect: []),
    FindingCase(
      "POD-2", "with a Service the names do not differ", new(["app": "web"], name: "web-7d4b-x2x"), services: [.fixture()],
      expect: []
    ),
    FindingCase("POD-2", "a release does not differ from itself", under: "2.2.0", new(name: "web-7d4b-x2x"), expect: []),
  ]

  /// PORT-1, PORT-3, PORT-5, SVC-6 and the validation.
  private static let ports: [FindingCase] = [
    FindingCase(
      "PORT-3", "a named target port that no container has", new(["app": "web"]),
      services: [.fixture(ports: [ServicePort(port: 80, targetPort: 8080), ServicePort(port: 81, targetPort: "http")])],
      code: "unresolved-target-port", .warning, expect: [.unresolvedTargetPort(service: "web", port: 81, name: "http")]
    ),
    FindingCase(
      "PORT-3", "no target port is found, and there is no Dataplane", under: "2.7.0", new(["app": "web"]),
      services: [.fixture(ports: [ServicePort(port: 81, targetPort: "http")])], code: "unresolved-target-port", .warning,
      expect: [
        .dataplaneFails(.noMatchingContainerPort(services: [ExactString("web")])),
        .unresolvedTargetPort(service: "web", port: 81, name: "http"),
      ]
    ),
    FindingCase(
      "PORT-1", "a port that is not TCP", new(["app": "web"]),
      services: [
        .fixture(ports: [
          ServicePort(transportProtocol: .udp, port: 53, targetPort: "dns"), ServicePort(port: 80, targetPort: 8080),
        ])
      ],
      code: "port-not-tcp", expect: [.portNotTCP(service: "web", port: 53, transportProtocol: "UDP")]
    ),
    FindingCase(
      "SVC-6", "a Service of type ExternalName gives no inbound", under: "2.5.0", new(["app": "web"]),
      services: [.fixture(), .fixture(name: "ext", type: "ExternalName")], code: "external-name-service",
      expect: [.externalNameService(service: "ext")]
    ),
    FindingCase(
      "SVC-6", "a Service of type ExternalName gives inbounds", under: "2.4.3", new(["app": "web"]),
      services: [.fixture(), .fixture(name: "ext", type: "ExternalName")], code: "external-name-service", .warning,
      expect: [.externalNameInbound(service: "ext")]
    ),
    FindingCase(
      "PORT-5", "an absent target port, where the container declares another one", declaring(8080),
      services: [.fixture(ports: [ServicePort(port: 80)])], code: "target-port-filled-in", .warning,
      expect: [.targetPortFilledIn(service: "web", port: 80, declared: "8080")]
    ),
    FindingCase(
      "PORT-5", "an absent target port that is the declared one", declaring(80),
      services: [.fixture(ports: [ServicePort(port: 80)])], expect: []
    ),
    FindingCase(
      "PORT-5", "an absent target port, where nothing is declared", new(["app": "web"]),
      services: [.fixture(ports: [ServicePort(port: 80)])], expect: []
    ),
    FindingCase(
      "PORT-5", "a target port that is written", new(["app": "web"]),
      services: [.fixture(ports: [ServicePort(port: 80, targetPort: 80)])], expect: []
    ),
    FindingCase(
      "VALID-5", "an absent target port is taken as it stands by the controller", at: .reconciliation,
      injected(["app": "web"]), services: [.fixture(ports: [ServicePort(port: 80)])], code: "invalid-dataplane", .error,
      expect: [.invalidDataplane(.init(path: "networking.inbound[0].port", kind: .port(0)))]
    ),
    FindingCase(
      "VALID-4", "a protocol that Kuma does not know", new(["app": "web"]),
      services: [.fixture(annotations: ["80.service.kuma.io/protocol": "mongo"])], code: "invalid-dataplane", .error,
      expect: [
        .serviceRefused(
          service: "web", Evidence(.serviceAnnotation, key: "80.service.kuma.io/protocol", value: "mongo")),
        .invalidDataplane(
          .init(
            path: "networking.inbound[0].tags[\"kuma.io/protocol\"]",
            kind: .unknownProtocol("mongo", known: ["grpc", "http", "http2", "kafka", "tcp"])
          )
        ),
      ]
    ),
    FindingCase(
      "VALID-8", "an administration port that is an inbound's",
      new(["app": "web"], ["kuma.io/envoy-admin-port": "8080"]), services: [.fixture()], code: "invalid-dataplane", .error,
      expect: [.invalidDataplane(.init(path: "networking.admin.port", kind: .adminPortInUse(8080)))]
    ),
  ]

  /// DA-2, DA-3, DA-5 and OUT-4.
  private static let proxying: [FindingCase] = [
    FindingCase(
      "DA-5", "an entry that is not the name of a service", new([:], [direct: "Service1,backend_demo_svc_80"]),
      code: "direct-access-entry", .warning, expect: [.directAccessEntry("Service1", .partCount(1))]
    ),
    FindingCase(
      "DA-5", "each entry says what is wrong with it", under: "2.5.11",
      new([:], [direct: "backend.demo.svc:80,a_b_svc_0,,A_b_svc_1, a_b_svc_1"]), code: "direct-access-entry", .warning,
      expect: [
        .directAccessEntry("backend.demo.svc:80", .partCount(1)), .directAccessEntry("a_b_svc_0", .port("0")),
        .directAccessEntry("A_b_svc_1", .name("A")), .directAccessEntry(" a_b_svc_1", .whitespace(at: 0)),
      ]
    ),
    FindingCase(
      "DA-5", "an empty entry", under: "1.7.6", new([:], [direct: "a_b_svc_1,"]), code: "direct-access-entry", .warning,
      expect: [.directAccessEntry("", .empty)]
    ),
    FindingCase(
      "DA-5", "a wildcard with blanks", under: "2.8.8", new([:], [direct: " * "]), code: "direct-access-entry", .warning,
      expect: [.directAccessEntry(" * ", .whitespace(at: 0))]
    ),
    FindingCase("DA-5", "names of services", under: "2.8.8", new([:], [direct: "a_b_svc_1,web-0_b_svc"]), expect: []),
    FindingCase(
      "DA-5", "a list that is not read", under: "2.8.8", at: .reconciliation,
      injected([:], [direct: "x", "kuma.io/transparent-proxying": "disabled"]), expect: []
    ),
    FindingCase(
      "DA-3", "the wildcard costs", new([:], [direct: "*"]), code: "direct-access-to-every-service",
      expect: [.directAccessToEveryService]
    ),
    FindingCase(
      "DA-3", "the wildcard, whatever else is listed", new([:], [direct: "x,*"]), code: "direct-access-to-every-service",
      expect: [.directAccessToEveryService]
    ),
    FindingCase(
      "DA-3", "the wildcard, and what else is listed", under: "2.8.8", new([:], [direct: "*,x,*"]),
      code: "direct-access-to-every-service", expect: [.directAccessToEveryService, .directAccessEntry("x", .partCount(1))]
    ),
    FindingCase(
      "DA-6", "names where only the wildcard counts", under: "3.0.0", new([:], [direct: "a_b_svc_1,x"]),
      code: "direct-access-name", .warning,
      expect: [.directAccessName("a_b_svc_1", .nothing), .directAccessName("x", .nothing)]
    ),
    FindingCase(
      "DA-3", "the wildcard where nothing else counts", under: "3.0.0", new([:], [direct: "a_b_svc_1,*"]),
      code: "direct-access-to-every-service", expect: [.directAccessToEveryServiceOnly]
    ),
    FindingCase(
      "VALID-15", "a mesh that is named as none may be", under: "3.0.0", new(["kuma.io/mesh": "blue.team"]),
      code: "mesh-name-refused", .warning,
      expect: [.meshNameRefused(ValidationProblem(path: "name", kind: .objectName("blue.team")))]
    ),
    FindingCase(
      "VALID-15", "a mesh of any name", under: .newest, new(["kuma.io/mesh": "blue.team"]), expect: []
    ),
    FindingCase(
      "DA-2", "blanks, which every release keeps", new([:], [direct: "a_b_svc_1, a_b_svc_2"]), code: "differs-from-releases",
      expect: [.differsFromReleases(.whitespaceInDirectAccess)]
    ),
    FindingCase(
      "DA-2", "empty entries and repeats do no harm in any release", new([:], [direct: "a_b_svc_1,,a_b_svc_1"]), expect: []
    ),
    FindingCase(
      "OUT-4", "outbounds of virtual IPs are not mapped", under: "1.2.0", injected(), code: "outbounds-not-mapped",
      expect: [.outboundsNotMapped]
    ),
    FindingCase(
      "OUT-4", "outbounds of virtual IPs are not mapped", under: "1.2.3", injected(), code: "outbounds-not-mapped",
      expect: [.outboundsNotMapped]
    ),
    FindingCase(
      "OUT-4", "they are written without transparent proxying too", under: "1.2.3",
      injected([:], ["kuma.io/transparent-proxying": "disabled"]), code: "outbounds-not-mapped",
      expect: [.outboundsNotMapped]
    ),
    FindingCase("OUT-4", "there are none", under: "1.3.0", new(), expect: []),
    FindingCase("OUT-4", "there are none", new(), expect: []),
    FindingCase(
      "OUT-4", "a Pod without a Dataplane has none", under: "1.2.3", new([key: "disabled"]), expect: []
    ),
  ]
}

@Suite("Findings")
struct FindingTests {
  @Test(arguments: FindingTable.cases)
  func findings(_ row: FindingCase) throws {
    let cluster = Cluster(row.objects, under: try row.rules.controlPlane(row.settings))
    let name = ObjectName(of: row.pod.metadata)
    let report = row.standpoint == .preview ? cluster.preview(of: name) : cluster.reconciliation(of: name)
    let found = try #require(report)
    let findings = cluster.findings(on: found)
    #expect(Told.findings(of: cluster, on: found) == row.expected)
    guard let code = row.code else { return }
    let finding = try #require(findings.first { $0.code == code })
    #expect(finding.severity == row.severity)
    #expect(finding.statement.rawValue == row.statement)
  }
}
