import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What the injector decides about a Pod that it is asked about.
struct InjectionCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let namespace: Namespace?
  let settings: SettingsChange?
  let meshes: MeshCatalog
  let services: [Service]
  let expected: InjectionDecision

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    podNamespace: String? = "demo",
    podLabels: StringMap = [:],
    podAnnotations: StringMap = [:],
    namespaceLabels: StringMap = [:],
    namespaceAnnotations: StringMap = [:],
    containers: [Container] = [Container(name: "app")],
    initContainers: [Container] = [],
    withoutNamespace: Bool = false,
    settings: SettingsChange? = nil,
    meshes: MeshCatalog = .every,
    services: [Service] = [],
    expect expected: InjectionDecision
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(
      namespace: podNamespace,
      labels: podLabels,
      annotations: podAnnotations,
      containers: containers,
      initContainers: initContainers
    )
    namespace = withoutNamespace ? nil : .fixture(labels: namespaceLabels, annotations: namespaceAnnotations)
    self.settings = settings
    self.meshes = meshes
    self.services = services
    self.expected = expected
  }
}

enum InjectionTable {
  private static let key = "kuma.io/sidecar-injection"
  private static let zoneProxy = "k8s.kuma.io/zone-proxy-type"
  private static let adminPort = "kuma.io/envoy-admin-port"

  private static func on(_ place: EvidencePlace, _ value: String = "enabled") -> InjectionDecision {
    .inject(.requested(by: Evidence(place, key: key, value: value)))
  }

  private static func off(_ place: EvidencePlace, _ value: String = "disabled") -> InjectionDecision {
    .skip(.optedOut(Evidence(place, key: key, value: value)))
  }

  private static func unreadable(_ place: EvidencePlace, _ value: String) -> InjectionDecision {
    .reject(.unreadableSwitch(Evidence(place, key: key, value: value)))
  }

  private static func unreadablePort(_ value: String) -> InjectionDecision {
    .reject(.unreadableAdminPort(Evidence(.podAnnotation, key: adminPort, value: value)))
  }

  private static func excepted(_ key: String, _ value: String) -> InjectionDecision {
    .skip(.excepted(Evidence(.podLabel, key: key, value: value)))
  }

  private static func sidecar(in place: EvidencePlace) -> InjectionDecision {
    .skip(.alreadyInjected(Evidence(place, key: "name", value: "kuma-sidecar")))
  }

  private static let onlyDefault = MeshCatalog.only([Mesh(name: "default")])
  private static let exceptions: SettingsChange = { $0.exceptionLabels = ["job": "*", "tier": "batch"] }

  static let cases = places + words + exceptionsAndSidecars + meshes + usersAndPorts

  /// INJ-1, INJ-2 and INJ-5: where the switch is read.
  private static let places: [InjectionCase] = [
    InjectionCase("INJ-1", "a label of the Namespace", namespaceLabels: [key: "enabled"], expect: on(.namespaceLabel)),
    InjectionCase("INJ-1", "a label of the Pod", podLabels: [key: "enabled"], expect: on(.podLabel)),
    InjectionCase("INJ-1", "an annotation of the Pod", podAnnotations: [key: "enabled"], expect: on(.podAnnotation)),
    InjectionCase(
      "INJ-1", "an annotation of the Namespace", namespaceAnnotations: [key: "enabled"], expect: on(.namespaceAnnotation)
    ),
    InjectionCase(
      "INJ-1", "the Pod's label before its annotation", podLabels: [key: "enabled"], podAnnotations: [key: "disabled"],
      expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-1", "the Pod's annotation before the Namespace's label", podAnnotations: [key: "disabled"],
      namespaceLabels: [key: "enabled"], expect: off(.podAnnotation)
    ),
    InjectionCase(
      "INJ-1", "the Namespace's label before its annotation", namespaceLabels: [key: "disabled"],
      namespaceAnnotations: [key: "enabled"], expect: off(.namespaceLabel)
    ),
    InjectionCase(
      "INJ-1", "a later place is not read, so a wrong word there does no harm", podLabels: [key: "disabled"],
      podAnnotations: [key: "maybe"], namespaceLabels: [key: ""], namespaceAnnotations: [key: "on"], expect: off(.podLabel)
    ),
    InjectionCase(
      "INJ-1", "labels are not read, annotations of the Pod are", under: "1.4.0", podLabels: [key: "disabled"],
      podAnnotations: [key: "enabled"], expect: on(.podAnnotation)
    ),
    InjectionCase(
      "INJ-1", "labels alone are passed over", under: "1.4.0", podLabels: [key: "enabled"],
      namespaceLabels: [key: "enabled"],
      expect: .skip(.notRequested)
    ),
    InjectionCase(
      "INJ-1", "the annotation of the Namespace is read last", under: "1.2.0", namespaceAnnotations: [key: "enabled"],
      expect: on(.namespaceAnnotation)
    ),
    InjectionCase(
      "INJ-1", "labels come first from here on", under: "1.4.1", podLabels: [key: "disabled"],
      podAnnotations: [key: "enabled"], expect: off(.podLabel)
    ),
    InjectionCase(
      "INJ-1", "annotations still count", under: "2.1.7", podAnnotations: [key: "enabled"], expect: on(.podAnnotation)
    ),
    InjectionCase(
      "INJ-1", "annotations no longer count", under: "2.2.0", podAnnotations: [key: "enabled"],
      namespaceAnnotations: [key: "enabled"], expect: .skip(.notRequested)
    ),
    InjectionCase(
      "INJ-1", "an annotation does not opt out any more", under: "2.2.0", podAnnotations: [key: "disabled"],
      namespaceLabels: [key: "enabled"], expect: on(.namespaceLabel)
    ),
    InjectionCase(
      "INJ-1", "an annotation that cannot be read does no harm where it is not read", under: .newest,
      podAnnotations: [key: ""], namespaceLabels: [key: "enabled"], expect: on(.namespaceLabel)
    ),
    InjectionCase(
      "INJ-1", "another key does not count",
      podLabels: ["kuma.io/sidecar-injected": "true", "sidecar-injection": "enabled"],
      expect: .skip(.notRequested)
    ),
    InjectionCase(
      "INJ-2", "the Pod opts out of its Namespace", podLabels: [key: "disabled"], namespaceLabels: [key: "enabled"],
      expect: off(.podLabel)
    ),
    InjectionCase(
      "INJ-2", "the Pod opts into a Namespace that is off", podLabels: [key: "enabled"], namespaceLabels: [key: "disabled"],
      expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-2", "by annotation", under: "1.2.0", podAnnotations: [key: "disabled"], namespaceAnnotations: [key: "enabled"],
      expect: off(.podAnnotation)
    ),
    InjectionCase(
      "INJ-2", "by label", under: .newest, podLabels: [key: "disabled"], namespaceLabels: [key: "enabled"],
      expect: off(.podLabel)
    ),
    InjectionCase("INJ-5", "no switch anywhere", expect: .skip(.notRequested)),
    InjectionCase("INJ-5", "no switch anywhere", under: "1.2.0", expect: .skip(.notRequested)),
    InjectionCase("INJ-5", "no switch anywhere", under: .newest, expect: .skip(.notRequested)),
    InjectionCase(
      "INJ-5", "nothing else is looked at without a switch", under: "2.9.0", podAnnotations: [adminPort: "none"],
      containers: [Container(name: "app", runAsUser: 5678)], meshes: onlyDefault, expect: .skip(.notRequested)
    ),
  ]

  /// INJ-3: what the switch may say.
  private static let words: [InjectionCase] = [
    InjectionCase("INJ-3", "true is on", podLabels: [key: "true"], expect: on(.podLabel, "true")),
    InjectionCase("INJ-3", "false is off", podLabels: [key: "false"], expect: off(.podLabel, "false")),
    InjectionCase("INJ-3", "disabled is off", namespaceLabels: [key: "disabled"], expect: off(.namespaceLabel)),
    InjectionCase(
      "INJ-3", "a capital letter is refused", podLabels: [key: "Enabled"], expect: unreadable(.podLabel, "Enabled")
    ),
    InjectionCase("INJ-3", "the empty value is refused", podLabels: [key: ""], expect: unreadable(.podLabel, "")),
    InjectionCase(
      "INJ-3", "a blank before the word is refused", podLabels: [key: " true"], expect: unreadable(.podLabel, " true")
    ),
    InjectionCase("INJ-3", "on is refused", podLabels: [key: "on"], expect: unreadable(.podLabel, "on")),
    InjectionCase(
      "INJ-3", "1 is refused", under: "1.2.0", podAnnotations: [key: "1"], expect: unreadable(.podAnnotation, "1")
    ),
    InjectionCase(
      "INJ-3", "a wrong word of the Pod is refused although the Namespace is on", podLabels: [key: "maybe"],
      namespaceLabels: [key: "enabled"], expect: unreadable(.podLabel, "maybe")
    ),
    InjectionCase(
      "INJ-3", "a wrong word of the Namespace is refused", namespaceLabels: [key: "Disabled"],
      expect: unreadable(.namespaceLabel, "Disabled")
    ),
    InjectionCase(
      "INJ-3", "a wrong word of the Namespace's annotation is refused", namespaceAnnotations: [key: "TRUE"],
      expect: unreadable(.namespaceAnnotation, "TRUE")
    ),
    InjectionCase("INJ-3", "yes is refused", podLabels: [key: "yes"], expect: unreadable(.podLabel, "yes")),
    InjectionCase("INJ-3", "yes is refused", under: "2.6.15", podLabels: [key: "yes"], expect: unreadable(.podLabel, "yes")),
    InjectionCase("INJ-3", "no is refused", under: "2.6.15", podLabels: [key: "no"], expect: unreadable(.podLabel, "no")),
    InjectionCase("INJ-3", "yes is on", under: "2.7.0", podLabels: [key: "yes"], expect: on(.podLabel, "yes")),
    InjectionCase("INJ-3", "no is off", under: "2.7.0", namespaceLabels: [key: "no"], expect: off(.namespaceLabel, "no")),
    InjectionCase("INJ-3", "Yes is refused", under: "2.7.0", podLabels: [key: "Yes"], expect: unreadable(.podLabel, "Yes")),
    InjectionCase(
      "INJ-3", "the empty value is refused", under: .newest, podLabels: [key: ""], expect: unreadable(.podLabel, "")
    ),
  ]

  /// INJ-6, INJ-7 and INJ-11: what comes before the switch.
  private static let exceptionsAndSidecars: [InjectionCase] = [
    InjectionCase(
      "INJ-6", "a Pod of an OpenShift build", podLabels: ["openshift.io/build.name": "web-1", key: "enabled"],
      expect: excepted("openshift.io/build.name", "web-1")
    ),
    InjectionCase(
      "INJ-6", "an OpenShift deployer, whatever the value", under: "1.2.0",
      podLabels: ["openshift.io/deployer-pod-for.name": ""], podAnnotations: [key: "enabled"],
      expect: excepted("openshift.io/deployer-pod-for.name", "")
    ),
    InjectionCase(
      "INJ-6", "before a switch that cannot be read", under: .newest, podLabels: ["openshift.io/build.name": "b", key: ""],
      expect: excepted("openshift.io/build.name", "b")
    ),
    InjectionCase(
      "INJ-6", "a label with the configured value", podLabels: ["tier": "batch", key: "enabled"], settings: exceptions,
      expect: excepted("tier", "batch")
    ),
    InjectionCase(
      "INJ-6", "a label with another value is no exception", podLabels: ["tier": "web", key: "enabled"],
      settings: exceptions,
      expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-6", "a value in other letters is no exception", podLabels: ["tier": "Batch", key: "enabled"],
      settings: exceptions,
      expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-6", "a configured list replaces the default", podLabels: ["openshift.io/build.name": "b", key: "enabled"],
      settings: exceptions, expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-6", "an annotation is no exception", podLabels: [key: "enabled"],
      podAnnotations: ["openshift.io/build.name": "b"],
      expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-6", "a label of the Namespace is no exception",
      namespaceLabels: ["openshift.io/build.name": "b", key: "enabled"],
      expect: on(.namespaceLabel)
    ),
    InjectionCase(
      "INJ-6", "before a sidecar that is there", podLabels: ["job": "x"], containers: [Container(name: "kuma-sidecar")],
      settings: exceptions, expect: excepted("job", "x")
    ),
    InjectionCase(
      "INJ-7", "a container kuma-sidecar", podLabels: [key: "enabled"],
      containers: [Container(name: "app"), Container(name: "kuma-sidecar")], expect: sidecar(in: .podContainer)
    ),
    InjectionCase(
      "INJ-7", "before a switch that cannot be read", podLabels: [key: ""], containers: [Container(name: "kuma-sidecar")],
      expect: sidecar(in: .podContainer)
    ),
    InjectionCase(
      "INJ-7", "a container of a like name is none", podLabels: [key: "enabled"],
      containers: [Container(name: "kuma-sidecar-2")],
      expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-7", "the mark without the container is none", podLabels: [key: "enabled"],
      podAnnotations: ["kuma.io/sidecar-injected": "true"], expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-7", "a Pod is injected a second time", under: "1.4.0", podAnnotations: [key: "enabled"],
      containers: [Container(name: "kuma-sidecar")], expect: on(.podAnnotation)
    ),
    InjectionCase(
      "INJ-7", "a Pod is no longer injected a second time", under: "1.4.1", podAnnotations: [key: "enabled"],
      containers: [Container(name: "kuma-sidecar")], expect: sidecar(in: .podContainer)
    ),
    InjectionCase(
      "INJ-7", "an init container does not count", podLabels: [key: "enabled"],
      initContainers: [Container(name: "kuma-sidecar")], expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-7", "an init container does not count", under: "2.6.15", podLabels: [key: "enabled"],
      initContainers: [Container(name: "kuma-sidecar")], expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-7", "an init container counts", under: "2.7.0", podLabels: [key: "enabled"],
      initContainers: [Container(name: "kuma-init"), Container(name: "kuma-sidecar")], expect: sidecar(in: .podInitContainer)
    ),
    InjectionCase(
      "INJ-11", "the Namespace is missing", podLabels: [key: "enabled"], withoutNamespace: true,
      expect: .reject(.namespaceNotFound("demo"))
    ),
    InjectionCase(
      "INJ-11", "the Namespace is missing, although the Pod opts out", under: "1.2.0", podAnnotations: [key: "disabled"],
      withoutNamespace: true, expect: .reject(.namespaceNotFound("demo"))
    ),
    InjectionCase(
      "INJ-11", "the Namespace is missing, although the Pod is an exception", under: .newest,
      podLabels: ["openshift.io/build.name": "b"], withoutNamespace: true, expect: .reject(.namespaceNotFound("demo"))
    ),
    InjectionCase(
      "INJ-11", "a Pod that names none is looked for in default", podNamespace: nil, withoutNamespace: true,
      expect: .reject(.namespaceNotFound("default"))
    ),
    InjectionCase(
      "INJ-11", "an empty name is default too", under: "2.9.0", podNamespace: "", withoutNamespace: true,
      expect: .reject(.namespaceNotFound("default"))
    ),
  ]

  private static func named(_ place: EvidencePlace, _ mesh: String) -> Evidence {
    Evidence(place, key: "kuma.io/mesh", value: mesh)
  }

  /// INJ-8: the mesh.
  private static let meshes: [InjectionCase] = [
    InjectionCase(
      "INJ-8", "a mesh that does not exist", podLabels: [key: "enabled"], podAnnotations: ["kuma.io/mesh": "other"],
      meshes: onlyDefault, expect: .reject(.meshNotFound("other", namedBy: named(.podAnnotation, "other")))
    ),
    InjectionCase(
      "INJ-8", "a mesh that exists", podLabels: [key: "enabled"], podAnnotations: ["kuma.io/mesh": "other"],
      meshes: .only([Mesh(name: "default"), Mesh(name: "other")]), expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-8", "the default mesh must exist too", podLabels: [key: "enabled"], meshes: .only([Mesh(name: "other")]),
      expect: .reject(.meshNotFound("default", namedBy: nil))
    ),
    InjectionCase(
      "INJ-8", "a Pod that opts out needs no mesh", podLabels: [key: "disabled"], podAnnotations: ["kuma.io/mesh": "other"],
      meshes: onlyDefault, expect: off(.podLabel)
    ),
    InjectionCase(
      "INJ-8", "an empty annotation names a mesh that cannot exist", under: "1.4.1", podLabels: [key: "enabled"],
      podAnnotations: ["kuma.io/mesh": ""], expect: .reject(.meshNotFound("", namedBy: named(.podAnnotation, "")))
    ),
    InjectionCase(
      "INJ-8", "an empty annotation is passed over", under: "1.5.0", podLabels: [key: "enabled"],
      podAnnotations: ["kuma.io/mesh": ""], meshes: onlyDefault, expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-8", "a zone proxy is refused like any other Pod", under: "2.13.10",
      podLabels: [key: "enabled", zoneProxy: "ingress", "kuma.io/mesh": "other"], meshes: onlyDefault,
      expect: .reject(.meshNotFound("other", namedBy: named(.podLabel, "other")))
    ),
    InjectionCase(
      "INJ-8", "a zone proxy is refused like any other Pod", podLabels: [key: "enabled", zoneProxy: "ingress"],
      podAnnotations: ["kuma.io/mesh": "other"], meshes: onlyDefault,
      expect: .reject(.meshNotFound("other", namedBy: named(.podAnnotation, "other")))
    ),
    InjectionCase(
      "INJ-8", "a zone proxy whose mesh is written down is not refused", under: "2.14.0",
      podLabels: [key: "enabled", zoneProxy: "ingress", "kuma.io/mesh": "other"], meshes: onlyDefault, expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-8", "a zone proxy whose mesh its Namespace writes down is not refused", under: "2.14.0",
      podLabels: [key: "enabled", zoneProxy: "x"], namespaceAnnotations: ["kuma.io/mesh": "other"], meshes: onlyDefault,
      expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-8", "a zone proxy without a mesh is refused", under: "2.14.0", podLabels: [key: "enabled", zoneProxy: "ingress"],
      meshes: .only([Mesh(name: "other")]), expect: .reject(.meshNotFound("default", namedBy: nil))
    ),
    InjectionCase(
      "INJ-8", "a zone proxy with an empty mesh is refused", under: "2.14.0",
      podLabels: [key: "enabled", zoneProxy: "ingress", "kuma.io/mesh": ""], meshes: .only([Mesh(name: "other")]),
      expect: .reject(.meshNotFound("default", namedBy: nil))
    ),
    InjectionCase(
      "INJ-8", "an empty type makes no zone proxy", under: "2.14.0",
      podLabels: [key: "enabled", zoneProxy: "", "kuma.io/mesh": "other"], meshes: onlyDefault,
      expect: .reject(.meshNotFound("other", namedBy: named(.podLabel, "other")))
    ),
    InjectionCase(
      "INJ-8", "a Service makes the Pod a zone proxy", under: "2.14.0",
      podLabels: [key: "enabled", "app": "web", "kuma.io/mesh": "other"], meshes: onlyDefault,
      services: [.fixture(labels: [zoneProxy: "egress"])], expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-8", "a Service of another namespace does not", under: "2.14.0",
      podLabels: [key: "enabled", "app": "web", "kuma.io/mesh": "other"], meshes: onlyDefault,
      services: [.fixture(namespace: "elsewhere", labels: [zoneProxy: "egress"])],
      expect: .reject(.meshNotFound("other", namedBy: named(.podLabel, "other")))
    ),
    InjectionCase(
      "INJ-8", "a Service that is left out does not", under: "2.14.0",
      podLabels: [key: "enabled", "app": "web", "kuma.io/mesh": "other"], meshes: onlyDefault,
      services: [.fixture(labels: [zoneProxy: "egress"], annotations: ["kuma.io/ignore": "true"])],
      expect: .reject(.meshNotFound("other", namedBy: named(.podLabel, "other")))
    ),
    InjectionCase(
      "INJ-8", "neither a Service that does not select it, nor one without a selector or a type", under: "2.14.0",
      podLabels: [key: "enabled", "app": "api", "kuma.io/mesh": "other"], meshes: onlyDefault,
      services: [
        .fixture(name: "a", labels: [zoneProxy: "egress"]),
        .fixture(name: "b", labels: [zoneProxy: "egress"], selector: [:]),
        .fixture(name: "c", labels: [zoneProxy: ""], selector: ["app": "api"]),
        .fixture(name: "d", selector: ["app": "api"]),
      ],
      expect: .reject(.meshNotFound("other", namedBy: named(.podLabel, "other")))
    ),
  ]

  /// INJ-9 and INJ-10: the sidecar's user and the administration port.
  private static let usersAndPorts: [InjectionCase] = [
    InjectionCase(
      "INJ-9", "a container may run as the sidecar's user", podLabels: [key: "enabled"],
      containers: [Container(name: "app", runAsUser: 5678)], expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-9", "a container may run as the sidecar's user", under: "2.2.9", podLabels: [key: "enabled"],
      containers: [Container(name: "app", runAsUser: 5678)], expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-9", "all that do are named, in order", under: "2.3.0", podLabels: [key: "enabled"],
      containers: [
        Container(name: "z", runAsUser: 5678), Container(name: "app", runAsUser: 0), Container(name: "b", runAsUser: 5678),
      ],
      expect: .reject(.sidecarUserInUse(containers: ["z", "b"], user: 5678))
    ),
    InjectionCase(
      "INJ-9", "other users and none are fine", under: "2.3.0", podLabels: [key: "enabled"],
      containers: [Container(name: "a", runAsUser: 5679), Container(name: "b")], expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-9", "init containers are not looked at", under: "2.3.0", podLabels: [key: "enabled"],
      initContainers: [Container(name: "init", runAsUser: 5678)], expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-9", "the user is the configured one", under: .newest, podLabels: [key: "enabled"],
      containers: [Container(name: "a", runAsUser: 5678), Container(name: "b", runAsUser: 1337)],
      settings: { $0.sidecarUser = 1337 }, expect: .reject(.sidecarUserInUse(containers: ["b"], user: 1337))
    ),
    InjectionCase(
      "INJ-9", "a mesh that does not exist comes first", under: "2.3.0", podLabels: [key: "enabled"],
      containers: [Container(name: "app", runAsUser: 5678)], meshes: .only([Mesh(name: "other")]),
      expect: .reject(.meshNotFound("default", namedBy: nil))
    ),
    InjectionCase(
      "INJ-9", "it comes before the administration port", under: "2.3.0", podLabels: [key: "enabled"],
      podAnnotations: [adminPort: "x"], containers: [Container(name: "app", runAsUser: 5678)],
      expect: .reject(.sidecarUserInUse(containers: ["app"], user: 5678))
    ),
    InjectionCase(
      "INJ-10", "a port that is no number", podLabels: [key: "enabled"], podAnnotations: [adminPort: "0x10"],
      expect: unreadablePort("0x10")
    ),
    InjectionCase(
      "INJ-10", "an empty port", under: "1.5.0", podLabels: [key: "enabled"], podAnnotations: [adminPort: ""],
      expect: unreadablePort("")
    ),
    InjectionCase(
      "INJ-10", "a number too wide by one", under: .newest, podLabels: [key: "enabled"],
      podAnnotations: [adminPort: "4294967296"], expect: unreadablePort("4294967296")
    ),
    InjectionCase(
      "INJ-10", "the widest number", podLabels: [key: "enabled"], podAnnotations: [adminPort: "4294967295"],
      expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-10", "leading zeros", podLabels: [key: "enabled"], podAnnotations: [adminPort: "007"], expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-10", "a sign", podLabels: [key: "enabled"], podAnnotations: [adminPort: "+5"], expect: unreadablePort("+5")
    ),
    InjectionCase(
      "INJ-10", "a blank behind", podLabels: [key: "enabled"], podAnnotations: [adminPort: "5 "],
      expect: unreadablePort("5 ")
    ),
    InjectionCase(
      "INJ-10", "the annotation is not read", under: "1.4.1", podLabels: [key: "enabled"], podAnnotations: [adminPort: "x"],
      expect: on(.podLabel)
    ),
    InjectionCase(
      "INJ-10", "a Pod that opts out may say anything", podLabels: [key: "disabled"], podAnnotations: [adminPort: "x"],
      expect: off(.podLabel)
    ),
  ]
}

@Suite("Injection")
struct InjectionTests {
  @Test(arguments: InjectionTable.cases)
  func decision(_ row: InjectionCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    let catalog = ObjectCatalog(services: row.services, meshes: row.meshes)
    let decision = kuma.injection(of: row.pod, in: row.namespace, among: catalog)
    #expect(decision == row.expected)
  }
}
