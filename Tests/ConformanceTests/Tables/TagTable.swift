import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// The tags of the inbound that Service `demo/web` gives the Pod `demo/web-1`.
struct TagCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let service: Service
  let node: Node?
  let settings: SettingsChange?
  let expected: StringMap
  let origins: [String: TagOrigin]
  let dropped: [DroppedLabel]?

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    podNamespace: String? = "demo",
    labels: StringMap = [:],
    annotations: StringMap = [:],
    service: Service = .fixture(),
    node: StringMap? = nil,
    settings: SettingsChange? = nil,
    expect expected: StringMap,
    origins: [String: TagOrigin] = [:],
    dropped: [DroppedLabel]? = nil
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(namespace: podNamespace, labels: labels, annotations: annotations)
    self.service = service
    self.node = node.map { Node(metadata: ObjectMeta(name: "node-a", labels: $0)) }
    self.settings = settings
    self.expected = expected
    self.origins = origins
    self.dropped = dropped
  }
}

enum TagTable {
  /// The tags that are added for port 80 of Service `demo/web`, with others beside or over them.
  private static func added(_ others: StringMap = [:]) -> StringMap {
    others.over([
      "k8s.kuma.io/namespace": "demo",
      "k8s.kuma.io/service-name": "web",
      "k8s.kuma.io/service-port": "80",
      "kuma.io/protocol": "tcp",
      "kuma.io/service": "web_demo_svc_80",
    ])
  }

  /// The tags that releases from 2.6.0 on add, whose zone is `default` where none is set, with others beside or over them.
  private static func zoned(_ others: StringMap = [:]) -> StringMap {
    added(others.over(["kuma.io/zone": "default"]))
  }

  /// The tags that are added before 1.4.1, with others beside or over them.
  private static func early(_ others: StringMap = [:]) -> StringMap {
    others.over(["kuma.io/protocol": "tcp", "kuma.io/service": "web_demo_svc_80"])
  }

  private static func dropped(_ key: String, _ value: String, _ reason: DroppedLabel.Reason) -> DroppedLabel {
    DroppedLabel(key: key, value: value, reason: reason)
  }

  private static func port(
    _ number: Int = 80,
    appProtocol: String? = nil,
    annotations: StringMap = [:],
    clusterIP: String = "10.96.0.1"
  ) -> Service {
    .fixture(
      annotations: annotations, clusterIP: clusterIP,
      ports: [ServicePort(appProtocol: appProtocol, port: number, targetPort: 8080)]
    )
  }

  private static let zone: SettingsChange = { $0.zone = "east" }

  static let cases =
    labels + emptyLabels + reserved + reservedInReleases + names + zones + protocols + kubernetes + overriding + instances
    + nodes + disabled + letterCase + known + origins

  private static let labels: [TagCase] = [
    TagCase(
      "TAG-1", "labels become tags", labels: ["app": "web", "team": "a"], expect: added(["app": "web", "team": "a"])),
    TagCase("TAG-1", "a Pod without labels has the tags that are added", expect: added()),
    TagCase(
      "TAG-1", "a label with a prefix keeps it", labels: ["example.com/team": "a"], expect: added(["example.com/team": "a"])
    ),
    TagCase("TAG-1", "a key with two slashes is kept", labels: ["a/b/c": "1"], expect: added(["a/b/c": "1"])),
    TagCase("TAG-1", "keys differ by case", labels: ["Team": "a", "team": "b"], expect: added(["Team": "a", "team": "b"])),
    TagCase(
      "TAG-1", "keys that look alike but differ in bytes are two tags", labels: ["caf\u{E9}": "1", "cafe\u{301}": "2"],
      expect: added(["caf\u{E9}": "1", "cafe\u{301}": "2"])
    ),
    TagCase(
      "TAG-1", "values keep their bytes", labels: ["a": "caf\u{E9}", "b": "cafe\u{301}"],
      expect: added(["a": "caf\u{E9}", "b": "cafe\u{301}"])
    ),
    TagCase("TAG-1", "annotations are no tags", annotations: ["team": "a"], expect: added()),
    TagCase(
      "TAG-1", "labels of the Service are no tags", service: .fixture(labels: ["team": "a"]), expect: added()
    ),
    TagCase(
      "TAG-1", "labels become tags in the first release", under: "1.2.0", labels: ["team": "a"], expect: early(["team": "a"])
    ),
    TagCase(
      "TAG-1", "labels become tags in the newest release", under: .newest, labels: ["team": "a"],
      expect: zoned(["team": "a"])),
  ]

  private static let emptyLabels: [TagCase] = [
    TagCase(
      "TAG-2", "an empty label is no tag", labels: ["canary": "", "team": "a"], expect: added(["team": "a"]),
      dropped: [dropped("canary", "", .empty)]
    ),
    TagCase("TAG-2", "a blank is not empty", labels: ["team": " "], expect: added(["team": " "]), dropped: []),
    TagCase(
      "TAG-2", "an empty reserved label is listed as empty", labels: ["kuma.io/x": ""], expect: added(),
      dropped: [dropped("kuma.io/x", "", .empty)]
    ),
    TagCase(
      "TAG-2", "an empty label takes no tag away", under: "1.4.0", labels: ["kuma.io/protocol": ""], expect: early(),
      dropped: [dropped("kuma.io/protocol", "", .empty)]
    ),
    TagCase("TAG-2", "an empty label in the first release", under: "1.2.0", labels: ["canary": ""], expect: early()),
    TagCase("TAG-2", "an empty label in the newest release", under: .newest, labels: ["canary": ""], expect: zoned()),
  ]

  /// A label with a reserved key, which is dropped and listed.
  private static func dropping(_ title: String, _ key: String, under rules: RulesName = "documented") -> TagCase {
    TagCase(
      "TAG-3", title, under: rules, labels: [key: "1", "team": "a"], expect: added(rules.zoneTag.over(["team": "a"])),
      dropped: [dropped(key, "1", .reserved)]
    )
  }

  /// A label whose key only looks reserved, which is kept.
  private static func keeping(_ title: String, _ key: String, under rules: RulesName = "documented") -> TagCase {
    TagCase(
      "TAG-3", title, under: rules, labels: [key: "1"], expect: added(rules.zoneTag.over([key: "1"])),
      origins: [key: .podLabel], dropped: [])
  }

  private static let reserved: [TagCase] = [
    dropping("a label with kuma.io/ inside its key", "x.kuma.io/y"),
    dropping("a label with kuma.io/ at the start of its key", "kuma.io/sidecar-injection"),
    dropping("a prefix that ends in kuma.io", "my-kuma.io/x"),
    dropping("a key that ends in kuma.io/", "kuma.io/"),
    dropping("kuma.io/ after another slash", "a/kuma.io/b"),
    dropping("kuma.io/ before another slash", "kuma.io/a/b"),
    dropping("two slashes in a row", "kuma.io//x"),
    dropping("two times kuma.io/", "kuma.io/kuma.io/x"),
    dropping("a slash that an accent follows is a slash in bytes", "kuma.io/\u{301}x"),
    keeping("a key that ends in kuma.io without the slash", "app.kuma.io"),
    keeping("kuma.io without the slash", "kuma.io"),
    keeping("a slash before kuma.io", "x/kuma.io"),
    keeping("a letter between kuma.io and the slash", "kuma.iox/y"),
    keeping("another byte for the dot", "kuma-io/x"),
    keeping("capital letters", "KUMA.IO/x"),
    keeping("a slash from elsewhere that looks alike", "kuma.io\u{2215}x"),
    keeping("an accent before the slash", "kuma.io\u{301}/x"),
    TagCase("TAG-3", "kuma.io/ in a value", labels: ["team": "kuma.io/x"], expect: added(["team": "kuma.io/x"])),
  ]

  private static let reservedInReleases: [TagCase] = [
    TagCase(
      "TAG-3", "reserved labels are converted in the first release", under: "1.2.0",
      labels: ["kuma.io/mesh": "red", "my-kuma.io/x": "1"], expect: early(["kuma.io/mesh": "red", "my-kuma.io/x": "1"]),
      origins: ["kuma.io/mesh": .podLabel], dropped: []
    ),
    TagCase(
      "TAG-3", "reserved labels are converted before 1.4.1", under: "1.4.0", labels: ["x.kuma.io/y": "1"],
      expect: early(["x.kuma.io/y": "1"]), dropped: []
    ),
    dropping("reserved labels are dropped from 1.4.1", "x.kuma.io/y", under: "1.4.1"),
    dropping("reserved labels are dropped in the newest release", "my-kuma.io/x", under: .newest),
    keeping("app.kuma.io in the newest release", "app.kuma.io", under: .newest),
  ]

  private static let names: [TagCase] = [
    TagCase(
      "TAG-4", "the Service's name, namespace and port", service: port(), expect: added(),
      origins: ["kuma.io/service": .service]
    ),
    TagCase(
      "TAG-4", "the Service's port and not its target", service: port(8443),
      expect: added(["kuma.io/service": "web_demo_svc_8443", "k8s.kuma.io/service-port": "8443"])
    ),
    TagCase(
      "TAG-4", "the Service's namespace and not the Pod's", service: .fixture(namespace: "other"),
      expect: added(["kuma.io/service": "web_other_svc_80"])
    ),
    TagCase(
      "TAG-4", "the port's number and not its name",
      service: .fixture(ports: [ServicePort(name: "http", port: 80, targetPort: 8080)]), expect: added()
    ),
    TagCase(
      "TAG-4", "a port that is no port is taken as it is", service: port(-1),
      expect: added(["kuma.io/service": "web_demo_svc_-1", "k8s.kuma.io/service-port": "-1"])
    ),
    TagCase(
      "TAG-4", "a port of zero", service: port(0),
      expect: added(["kuma.io/service": "web_demo_svc_0", "k8s.kuma.io/service-port": "0"])
    ),
    TagCase(
      "TAG-4", "a port that is too large", service: port(70000),
      expect: added(["kuma.io/service": "web_demo_svc_70000", "k8s.kuma.io/service-port": "70000"])
    ),
    TagCase("TAG-4", "the name in the first release", under: "1.2.0", expect: early()),
    TagCase("TAG-4", "the name in the newest release", under: .newest, expect: zoned()),
  ]

  private static let zones: [TagCase] = [
    TagCase(
      "TAG-5", "the zone that is set", settings: zone, expect: added(["kuma.io/zone": "east"]),
      origins: ["kuma.io/zone": .zoneSetting]
    ),
    TagCase("TAG-5", "no zone is set", expect: added()),
    TagCase(
      "TAG-5", "a label does not make a zone", labels: ["kuma.io/zone": "west"], expect: added(),
      dropped: [dropped("kuma.io/zone", "west", .reserved)]
    ),
    TagCase(
      "TAG-5", "the zone in the first release", under: "1.2.0", settings: zone, expect: early(["kuma.io/zone": "east"])),
    TagCase(
      "TAG-5", "a label makes a zone where reserved labels are converted and none is set", under: "1.4.0",
      labels: ["kuma.io/zone": "west"], expect: early(["kuma.io/zone": "west"]), origins: ["kuma.io/zone": .podLabel]
    ),
    TagCase(
      "TAG-5", "the zone in the newest release", under: .newest, settings: zone, expect: added(["kuma.io/zone": "east"])),
  ]

  /// The protocol, with where it is said.
  private static func protocolTag(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    appProtocol: String? = nil,
    annotations: StringMap = [:],
    _ expected: String,
    from origin: TagOrigin
  ) -> TagCase {
    TagCase(
      statement, title, under: rules, service: port(appProtocol: appProtocol, annotations: annotations),
      expect: added(rules.zoneTag.over(["kuma.io/protocol": expected])), origins: ["kuma.io/protocol": origin]
    )
  }

  private static let annotationKey = "80.service.kuma.io/protocol"

  private static let protocols: [TagCase] = [
    protocolTag("TAG-6", "the appProtocol", appProtocol: "http", "http", from: .appProtocol),
    protocolTag(
      "TAG-6", "the annotation where there is no appProtocol", annotations: [annotationKey: "grpc"], "grpc",
      from: .serviceAnnotation),
    protocolTag(
      "TAG-6", "the appProtocol before the annotation", appProtocol: "http", annotations: [annotationKey: "grpc"], "http",
      from: .appProtocol),
    protocolTag("TAG-6", "tcp where nothing is said", "tcp", from: .defaultValue),
    protocolTag(
      "TAG-6", "tcp where the appProtocol is empty, whatever is annotated", appProtocol: "",
      annotations: [annotationKey: "grpc"], "tcp", from: .defaultValue),
    protocolTag("TAG-6", "tcp where the annotation is empty", annotations: [annotationKey: ""], "tcp", from: .defaultValue),
    protocolTag(
      "TAG-6", "an appProtocol that is unknown", appProtocol: "kubernetes.io/h2c", annotations: [annotationKey: "grpc"],
      "kubernetes.io/h2c", from: .appProtocol),
    protocolTag(
      "TAG-6", "an annotation that is unknown", annotations: [annotationKey: "websocket"], "websocket",
      from: .serviceAnnotation),
    protocolTag(
      "TAG-6", "an annotation for another port", annotations: ["8080.service.kuma.io/protocol": "http"], "tcp",
      from: .defaultValue),
    protocolTag(
      "TAG-6", "an annotation with a leading zero", annotations: ["080.service.kuma.io/protocol": "http"], "tcp",
      from: .defaultValue),
    TagCase("TAG-6", "an annotation of the Pod", annotations: [annotationKey: "http"], expect: added()),
    protocolTag("TAG-6", "tcp that is said is no default", appProtocol: "tcp", "tcp", from: .appProtocol),
    TagCase(
      "TAG-6", "the appProtocol in the first release", under: "1.2.0", service: port(appProtocol: "http"),
      expect: early(["kuma.io/protocol": "http"]), origins: ["kuma.io/protocol": .appProtocol]
    ),
    protocolTag(
      "TAG-6", "an empty appProtocol in 2.3", under: "2.3.0", appProtocol: "", annotations: [annotationKey: "grpc"], "tcp",
      from: .defaultValue),
    protocolTag(
      "TAG-6", "an unknown appProtocol in 2.3", under: "2.3.0", appProtocol: "ws", annotations: [annotationKey: "grpc"],
      "ws", from: .appProtocol),
  ]

  private static let kubernetes: [TagCase] = [
    TagCase(
      "TAG-7", "namespace, Service and port", podNamespace: "shop",
      service: .fixture(name: "api", namespace: "shop", ports: [ServicePort(port: 81, targetPort: 8080)]),
      expect: added([
        "k8s.kuma.io/namespace": "shop", "k8s.kuma.io/service-name": "api", "k8s.kuma.io/service-port": "81",
        "kuma.io/service": "api_shop_svc_81",
      ]),
      origins: [
        "k8s.kuma.io/namespace": .podNamespace, "k8s.kuma.io/service-name": .service,
        "k8s.kuma.io/service-port": .servicePort,
      ]
    ),
    TagCase(
      "TAG-7", "a Pod without a namespace is in that of default", podNamespace: nil, service: .fixture(namespace: "default"),
      expect: added(["k8s.kuma.io/namespace": "default", "kuma.io/service": "web_default_svc_80"])
    ),
    TagCase("TAG-7", "the first release adds none", under: "1.2.0", expect: early()),
    TagCase("TAG-7", "1.4.0 adds none", under: "1.4.0", expect: early()),
    TagCase("TAG-7", "1.4.1 adds them", under: "1.4.1", expect: added()),
    TagCase("TAG-7", "the newest release adds them", under: .newest, expect: zoned()),
    TagCase(
      "TAG-7", "before 1.4.1 labels of their names stay labels", under: "1.4.0",
      labels: ["k8s.kuma.io/service-name": "x"], expect: early(["k8s.kuma.io/service-name": "x"]),
      origins: ["k8s.kuma.io/service-name": .podLabel]
    ),
  ]

  private static let overriding: [TagCase] = [
    TagCase(
      "TAG-8", "labels of the names of all that is added",
      labels: [
        "k8s.kuma.io/namespace": "x", "k8s.kuma.io/service-name": "x", "k8s.kuma.io/service-port": "x",
        "kuma.io/protocol": "x", "kuma.io/service": "x", "kuma.io/zone": "x",
      ],
      settings: zone, expect: added(["kuma.io/zone": "east"]),
      dropped: [
        dropped("k8s.kuma.io/namespace", "x", .reserved), dropped("k8s.kuma.io/service-name", "x", .reserved),
        dropped("k8s.kuma.io/service-port", "x", .reserved), dropped("kuma.io/protocol", "x", .reserved),
        dropped("kuma.io/service", "x", .reserved), dropped("kuma.io/zone", "x", .reserved),
      ]
    ),
    TagCase(
      "TAG-8", "what replaces reserved labels where they are converted", under: "1.4.0",
      labels: ["kuma.io/instance": "x", "kuma.io/protocol": "x", "kuma.io/service": "x", "kuma.io/zone": "x"],
      service: port(appProtocol: "http", clusterIP: "None"), settings: zone,
      expect: early(["kuma.io/instance": "web-1", "kuma.io/protocol": "http", "kuma.io/zone": "east"]),
      dropped: [
        dropped("kuma.io/instance", "x", .overridden(by: .podName)),
        dropped("kuma.io/protocol", "x", .overridden(by: .appProtocol)),
        dropped("kuma.io/service", "x", .overridden(by: .service)),
        dropped("kuma.io/zone", "x", .overridden(by: .zoneSetting)),
      ]
    ),
    TagCase(
      "TAG-8", "a label of the same value is replaced too", under: "1.4.0", labels: ["kuma.io/service": "web_demo_svc_80"],
      expect: early(), origins: ["kuma.io/service": .service],
      dropped: [dropped("kuma.io/service", "web_demo_svc_80", .overridden(by: .service))]
    ),
    TagCase(
      "TAG-8", "a reserved label that nothing replaces stays where they are converted", under: "1.4.0",
      labels: ["kuma.io/instance": "x"], expect: early(["kuma.io/instance": "x"]), origins: ["kuma.io/instance": .podLabel],
      dropped: []
    ),
    TagCase(
      "TAG-8", "labels of the names of what is added in the newest release", under: .newest,
      labels: ["kuma.io/service": "x", "k8s.kuma.io/namespace": "x"], expect: zoned(),
      dropped: [dropped("k8s.kuma.io/namespace", "x", .reserved), dropped("kuma.io/service", "x", .reserved)]
    ),
  ]

  private static let instance: StringMap = ["kuma.io/instance": "web-1"]

  private static let instances: [TagCase] = [
    TagCase("TAG-9", "a headless Service adds none as documented", service: port(clusterIP: "None"), expect: added()),
    TagCase(
      "TAG-9", "a headless Service in the first release", under: "1.2.0", service: port(clusterIP: "None"),
      expect: early(instance), origins: ["kuma.io/instance": .podName]
    ),
    TagCase(
      "TAG-9", "a headless Service in 1.6.5", under: "1.6.5", service: port(clusterIP: "None"), expect: added(instance)),
    TagCase(
      "TAG-9", "a headless Service in the newest release", under: .newest, service: port(clusterIP: "None"),
      expect: zoned(instance)),
    TagCase("TAG-9", "a Service with an address", under: .newest, expect: zoned()),
    TagCase(
      "TAG-9", "a Service without an address is not headless", under: .newest, service: port(clusterIP: ""), expect: zoned()
    ),
    TagCase(
      "TAG-9", "none in small letters is not headless", under: .newest, service: port(clusterIP: "none"), expect: zoned()),
  ]

  private static let topology: StringMap = [
    "kubernetes.io/hostname": "node-a", "topology.kubernetes.io/region": "r1", "topology.kubernetes.io/zone": "z1", "x": "y",
  ]

  private static func nodeLabels(_ keys: String...) -> SettingsChange {
    { $0.nodeLabels = keys }
  }

  private static let nodes: [TagCase] = [
    TagCase("TAG-10", "they are not read as documented", node: topology, settings: nodeLabels("x"), expect: added()),
    TagCase(
      "TAG-10", "they are not read before 2.7", under: "2.6.0", node: topology, settings: nodeLabels("x"), expect: zoned()),
    TagCase(
      "TAG-10", "zone and region by default from 2.7", under: "2.7.0", node: topology,
      expect: zoned(["topology.kubernetes.io/region": "r1", "topology.kubernetes.io/zone": "z1"]),
      origins: ["topology.kubernetes.io/region": .nodeLabel, "topology.kubernetes.io/zone": .nodeLabel]
    ),
    TagCase(
      "TAG-10", "the hostname too from 2.8", under: "2.8.0", node: topology,
      expect: zoned([
        "kubernetes.io/hostname": "node-a", "topology.kubernetes.io/region": "r1", "topology.kubernetes.io/zone": "z1",
      ])
    ),
    TagCase(
      "TAG-10", "those that are set and no others", under: .newest, node: topology, settings: nodeLabels("x", "absent"),
      expect: zoned(["x": "y"])),
    TagCase("TAG-10", "none where none is set", under: .newest, node: topology, settings: nodeLabels(), expect: zoned()),
    TagCase("TAG-10", "none where the Pod has no Node", under: .newest, expect: zoned()),
    TagCase(
      "TAG-10", "they replace labels of the Pod", under: "2.9.0", labels: ["x": "mine"], node: topology,
      settings: nodeLabels("x"), expect: zoned(["x": "y"]), origins: ["x": .nodeLabel],
      dropped: [dropped("x", "mine", .overridden(by: .nodeLabel))]
    ),
    TagCase(
      "TAG-10", "they do not replace a label that looks alike but differs in bytes", under: "2.9.0",
      labels: ["caf\u{E9}": "mine"], node: ["cafe\u{301}": "y"], settings: nodeLabels("cafe\u{301}"),
      expect: zoned(["caf\u{E9}": "mine", "cafe\u{301}": "y"])
    ),
    TagCase(
      "TAG-10", "they replace names and the zone", under: "2.9.0",
      node: ["k8s.kuma.io/namespace": "n", "kuma.io/service": "s", "kuma.io/zone": "z"],
      settings: {
        $0.zone = "east"
        $0.nodeLabels = ["k8s.kuma.io/namespace", "kuma.io/service", "kuma.io/zone"]
      },
      expect: added(["k8s.kuma.io/namespace": "n", "kuma.io/service": "s", "kuma.io/zone": "z"]),
      origins: ["kuma.io/service": .nodeLabel, "kuma.io/zone": .nodeLabel]
    ),
    TagCase(
      "TAG-10", "they do not replace the protocol and the instance", under: "2.9.0",
      service: port(appProtocol: "http", clusterIP: "None"), node: ["kuma.io/instance": "i", "kuma.io/protocol": "p"],
      settings: nodeLabels("kuma.io/instance", "kuma.io/protocol"),
      expect: zoned(["kuma.io/instance": "web-1", "kuma.io/protocol": "http"]),
      origins: ["kuma.io/instance": .podName, "kuma.io/protocol": .appProtocol]
    ),
    TagCase(
      "TAG-10", "an empty one is a tag all the same", under: "2.9.0", labels: ["x": "mine"], node: ["x": ""],
      settings: nodeLabels("x"), expect: zoned(["x": ""]), origins: ["x": .nodeLabel]
    ),
  ]

  private static let without: SettingsChange = { $0.inboundTags = .disabled }

  private static let disabled: [TagCase] = [
    TagCase(
      "TAG-11", "the setting is not known as documented", labels: ["a": "1"], settings: without, expect: added(["a": "1"])),
    TagCase(
      "TAG-11", "the setting is not known in 2.13", under: "2.13.0", labels: ["a": "1"], settings: without,
      expect: zoned(["a": "1"])),
    TagCase(
      "TAG-11", "the setting leaves them out from 2.14", under: "2.14.0", labels: ["a": "1"], settings: without, expect: [:],
      dropped: [dropped("a", "1", .tagsDisabled)]
    ),
    TagCase(
      "TAG-11", "labels of the Node are left out too", under: .newest, node: topology, settings: without, expect: [:]
    ),
    TagCase("TAG-11", "by default there are tags", under: .newest, labels: ["a": "1"], expect: zoned(["a": "1"])),
  ]

  private static let letterCase: [TagCase] = [
    protocolTag("TAG-12", "an appProtocol as it is written", appProtocol: "HTTP", "HTTP", from: .appProtocol),
    protocolTag(
      "TAG-12", "an annotation as it is written", annotations: [annotationKey: "Grpc"], "Grpc", from: .serviceAnnotation),
    protocolTag(
      "TAG-12", "an appProtocol as it is written in 1.6.5", under: "1.6.5", appProtocol: "HTTP", "HTTP", from: .appProtocol),
    protocolTag(
      "TAG-12", "an appProtocol in lower case from 1.7", under: "1.7.0", appProtocol: "HTTP", "http", from: .appProtocol),
    protocolTag(
      "TAG-12", "an annotation in lower case from 1.7", under: "1.7.0", annotations: [annotationKey: "Grpc"], "grpc",
      from: .serviceAnnotation),
    protocolTag(
      "TAG-12", "one that is unknown in lower case from 1.7", under: "1.7.0", appProtocol: "WebSocket", "websocket",
      from: .appProtocol),
    protocolTag(
      "TAG-12", "an appProtocol in lower case in the newest release", under: .newest, appProtocol: "Http2", "http2",
      from: .appProtocol),
  ]

  private static let known: [TagCase] = [
    protocolTag(
      "TAG-13", "an unknown one counts as documented", appProtocol: "ws", annotations: [annotationKey: "http"], "ws",
      from: .appProtocol),
    protocolTag(
      "TAG-13", "an unknown one counts in 2.3", under: "2.3.0", appProtocol: "ws", annotations: [annotationKey: "http"],
      "ws", from: .appProtocol),
    protocolTag(
      "TAG-13", "the annotation beside an unknown one from 2.4", under: "2.4.0", appProtocol: "ws",
      annotations: [annotationKey: "http"], "http", from: .serviceAnnotation),
    protocolTag(
      "TAG-13", "tcp beside an unknown one", under: "2.4.0", appProtocol: "kubernetes.io/h2c", "tcp", from: .defaultValue),
    protocolTag(
      "TAG-13", "the annotation beside an empty one", under: "2.4.0", appProtocol: "", annotations: [annotationKey: "http"],
      "http", from: .serviceAnnotation),
    protocolTag(
      "TAG-13", "an annotation that is unknown, in lower case", under: "2.4.0", annotations: [annotationKey: "WS"], "ws",
      from: .serviceAnnotation),
    protocolTag(
      "TAG-13", "a known one before the annotation", under: "2.4.0", appProtocol: "http2",
      annotations: [annotationKey: "grpc"], "http2", from: .appProtocol),
    protocolTag(
      "TAG-13", "a known one in other letters", under: "2.4.0", appProtocol: "GrPC", annotations: [annotationKey: "http"],
      "grpc", from: .appProtocol),
    protocolTag("TAG-13", "a blank makes it unknown", under: "2.4.0", appProtocol: " http", "tcp", from: .defaultValue),
    protocolTag("TAG-13", "kafka is known", under: .newest, appProtocol: "kafka", "kafka", from: .appProtocol),
    protocolTag(
      "TAG-13", "tcp is known", under: .newest, appProtocol: "tcp", annotations: [annotationKey: "http"], "tcp",
      from: .appProtocol),
    protocolTag(
      "TAG-13", "tls is unknown in 2.7", under: "2.7.0", appProtocol: "tls", annotations: [annotationKey: "http"], "http",
      from: .serviceAnnotation),
    protocolTag(
      "TAG-13", "tls is known from 2.8", under: "2.8.0", appProtocol: "tls", annotations: [annotationKey: "http"], "tls",
      from: .appProtocol),
    protocolTag("TAG-13", "mysql is unknown in 2.9", under: "2.9.0", appProtocol: "mysql", "tcp", from: .defaultValue),
    protocolTag("TAG-13", "mysql is known from 2.10", under: "2.10.0", appProtocol: "mysql", "mysql", from: .appProtocol),
  ]

  private static let origins: [TagCase] = [
    TagCase(
      "TAG-14", "the origin of every tag as documented",
      labels: ["app": "web", "canary": "", "kuma.io/x": "1"], service: port(appProtocol: "http"), settings: zone,
      expect: zoned(["app": "web", "kuma.io/protocol": "http", "kuma.io/zone": "east"]),
      origins: [
        "app": .podLabel, "k8s.kuma.io/namespace": .podNamespace, "k8s.kuma.io/service-name": .service,
        "k8s.kuma.io/service-port": .servicePort, "kuma.io/protocol": .appProtocol, "kuma.io/service": .service,
        "kuma.io/zone": .zoneSetting,
      ],
      dropped: [dropped("canary", "", .empty), dropped("kuma.io/x", "1", .reserved)]
    ),
    TagCase(
      "TAG-14", "the origin of every tag in the newest release",
      under: .newest, labels: ["app": "web", "canary": "", "kuma.io/x": "1", "x": "mine"],
      service: port(annotations: [annotationKey: "grpc"], clusterIP: "None"), node: topology,
      settings: {
        $0.zone = "east"
        $0.nodeLabels = ["x"]
      },
      expect: added([
        "app": "web", "kuma.io/instance": "web-1", "kuma.io/protocol": "grpc", "kuma.io/zone": "east", "x": "y",
      ]),
      origins: [
        "app": .podLabel, "k8s.kuma.io/namespace": .podNamespace, "k8s.kuma.io/service-name": .service,
        "k8s.kuma.io/service-port": .servicePort, "kuma.io/instance": .podName, "kuma.io/protocol": .serviceAnnotation,
        "kuma.io/service": .service, "kuma.io/zone": .zoneSetting, "x": .nodeLabel,
      ],
      dropped: [
        dropped("canary", "", .empty), dropped("kuma.io/x", "1", .reserved),
        dropped("x", "mine", .overridden(by: .nodeLabel)),
      ]
    ),
    TagCase(
      "TAG-14", "a protocol nobody says", under: "1.2.0", expect: early(), origins: ["kuma.io/protocol": .defaultValue]),
    TagCase(
      "TAG-14", "every label where tags are left out", under: "2.14.0", labels: ["a": "", "b": "1", "kuma.io/x": "1"],
      settings: without, expect: [:],
      dropped: [
        dropped("a", "", .tagsDisabled), dropped("b", "1", .tagsDisabled), dropped("kuma.io/x", "1", .tagsDisabled),
      ]
    ),
    TagCase(
      "TAG-14", "no label is listed that is a tag", labels: ["app": "web", "team": "a"],
      expect: added(["app": "web", "team": "a"]), dropped: []),
  ]
}

@Suite("Tags")
struct TagTests {
  @Test(arguments: TagTable.cases)
  func tags(_ row: TagCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    let port = try #require(row.service.ports.first)
    let tags = kuma.tags(of: row.pod, through: row.service, port: port, node: row.node)
    // Tags are equal where their bytes are; comparing them in order pins that as well.
    #expect(Array(tags) == row.expected.entries.map { KumaTag(key: $0.key, value: $0.value, origin: .resource) })
    for (key, origin) in row.origins { #expect(tags.origin(of: key) == origin, "origin of \(key)") }
    if let dropped = row.dropped {
      #expect(kuma.droppedLabels(among: row.pod.metadata.labels, from: tags) == dropped)
    }
  }
}
