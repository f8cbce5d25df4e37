import KubernetesJSON
import KubernetesObjects
import MeshMapping
import Testing

/// What Kuma's validator refuses in a Dataplane.
struct ValidationCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let dataplane: Dataplane
  let settings: SettingsChange?
  let expected: [ValidationProblem]

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    address: String = "10.0.0.1",
    _ inbound: [Dataplane.Inbound] = [],
    outbound: [Dataplane.Outbound] = [],
    gateway: StringMap? = nil,
    listeners: [Dataplane.Listener] = [],
    probes: Dataplane.Probes? = nil,
    adminPort: Int? = nil,
    mesh: String = "default",
    labels: StringMap = [:],
    backends: [ReachableBackend]? = nil,
    other: [String: String] = [:],
    settings: SettingsChange? = nil,
    expect expected: [ValidationProblem]
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    self.settings = settings
    let networking = Dataplane.Networking(
      address: address,
      inbound: inbound,
      outbound: outbound,
      listeners: listeners,
      gateway: gateway.map { Dataplane.Gateway(tags: ValidationTable.tags($0)) },
      transparentProxying: backends.map { Dataplane.TransparentProxying(reachableBackends: $0) },
      adminPort: adminPort
    )
    dataplane = Dataplane(
      mesh: mesh,
      metadata: .init(name: "web-1", namespace: "demo", labels: labels),
      networking: networking,
      probes: probes,
      otherFields: other.compactMap { field in
        DocumentPath(parsing: field.key).map { Dataplane.OtherField(path: $0, value: field.value) }
      }
    )
    self.expected = expected
  }
}

enum ValidationTable {
  fileprivate static func tags(_ map: StringMap) -> Tags {
    Tags(map.entries.map { KumaTag(key: $0.key, value: $0.value, origin: .resource) })
  }

  /// An inbound with the tag of its service, and others.
  private static func inbound(_ others: StringMap = [:], port: Int = 8080) -> Dataplane.Inbound {
    var map = others
    map["kuma.io/service"] = others["kuma.io/service"] ?? "web_demo_svc_80"
    return Dataplane.Inbound(port: port, tags: tags(map))
  }

  private static func problem(_ path: String, _ kind: ValidationProblem.Kind) -> ValidationProblem {
    ValidationProblem(path: path, kind: kind)
  }

  private static func tag(_ key: String, at index: Int = 0) -> String { "networking.inbound[\(index)].tags[\"\(key)\"]" }

  private static let old = ["grpc", "http", "http2", "kafka", "tcp"]
  private static let protocolTag = "kuma.io/protocol"

  private static func unknown(_ name: String, _ known: [String]) -> ValidationProblem {
    problem(tag(protocolTag), .unknownProtocol(ExactString(name), known: known.map { ExactString($0) }))
  }

  static let cases =
    names + services + portsAndAddresses + meshes + origins + backends + listeners + virtualProbes + outbounds

  /// VALID-1 and VALID-2.
  private static let names: [ValidationCase] = [
    ValidationCase("VALID-1", "all characters that are allowed", [inbound(["aZ09.-_:/": "1"])], expect: []),
    ValidationCase("VALID-1", "an empty name", [inbound(["": "1"])], expect: [problem(tag(""), .tagName(""))]),
    ValidationCase("VALID-1", "a blank", [inbound(["a b": "1"])], expect: [problem(tag("a b"), .tagName("a b"))]),
    ValidationCase(
      "VALID-1", "a letter beyond ASCII", [inbound(["\u{E9}": "1"])], expect: [problem(tag("\u{E9}"), .tagName("\u{E9}"))]
    ),
    ValidationCase(
      "VALID-1", "a line's end at the end", under: .newest, [inbound(["a\n": "1"])],
      expect: [problem(tag("a\\n"), .tagName("a\n"))]
    ),
    ValidationCase("VALID-1", "of any length", [inbound([String(repeating: "a", count: 400): "1"])], expect: []),
    ValidationCase(
      "VALID-1", "a gateway's too", gateway: ["kuma.io/service": "a", "x=y": "1"],
      expect: [problem("networking.gateway.tags[\"x=y\"]", .tagName("x=y"))]
    ),
    ValidationCase(
      "VALID-1", "every inbound's", [inbound(), inbound(["a,b": "1"])], expect: [problem(tag("a,b", at: 1), .tagName("a,b"))]
    ),
    ValidationCase("VALID-2", "all characters that are allowed", [inbound(["a": "aZ09.-_:"])], expect: []),
    ValidationCase("VALID-2", "an empty value", [inbound(["a": ""])], expect: [problem(tag("a"), .tagValue(""))]),
    ValidationCase("VALID-2", "a slash", [inbound(["a": "x/y"])], expect: [problem(tag("a"), .tagValue("x/y"))]),
    ValidationCase(
      "VALID-2", "a blank", under: .newest, [inbound(["a": "x "])], expect: [problem(tag("a"), .tagValue("x "))]
    ),
    ValidationCase(
      "VALID-2", "a letter beyond ASCII", [inbound(["a": "\u{212A}"])], expect: [problem(tag("a"), .tagValue("\u{212A}"))]
    ),
    ValidationCase("VALID-2", "of any length", [inbound(["a": String(repeating: "x", count: 400)])], expect: []),
    ValidationCase(
      "VALID-2", "the service's too", [inbound(["kuma.io/service": ""])],
      expect: [problem(tag("kuma.io/service"), .tagValue(""))]
    ),
    ValidationCase(
      "VALID-2", "a gateway's too", under: "1.2.0", gateway: ["kuma.io/service": "a b"],
      expect: [problem("networking.gateway.tags[\"kuma.io/service\"]", .tagValue("a b"))]
    ),
  ]

  /// VALID-3, VALID-4 and VALID-7.
  private static let services: [ValidationCase] = [
    ValidationCase("VALID-3", "an inbound with the tag", [inbound()], expect: []),
    ValidationCase(
      "VALID-3", "an inbound without tags", [.init(port: 1, tags: Tags())],
      expect: [problem(tag("kuma.io/service"), .missingService)]
    ),
    ValidationCase(
      "VALID-3", "an inbound without tags", under: "2.13.10", [inbound(), .init(port: 1, tags: Tags())],
      expect: [problem(tag("kuma.io/service", at: 1), .missingService)]
    ),
    ValidationCase("VALID-3", "an inbound without tags", under: "2.14.0", [.init(port: 1, tags: Tags())], expect: []),
    ValidationCase(
      "VALID-3", "an inbound with other tags only", under: "2.14.0", [.init(port: 1, tags: tags(["app": "web"]))],
      expect: [problem(tag("kuma.io/service"), .missingService)]
    ),
    ValidationCase("VALID-3", "neither an inbound nor a gateway", expect: [problem("networking", .noInbound)]),
    ValidationCase(
      "VALID-3", "neither an inbound nor a gateway", under: "2.13.10", expect: [problem("networking", .noInbound)]
    ),
    ValidationCase("VALID-3", "neither an inbound nor a gateway", under: "2.14.0", expect: []),
    ValidationCase("VALID-3", "a gateway needs no inbound", gateway: ["kuma.io/service": "a"], expect: []),
    ValidationCase(
      "VALID-3", "a gateway without tags", gateway: [:],
      expect: [problem("networking.gateway.tags", .missingService)]
    ),
    ValidationCase(
      "VALID-3", "a gateway without tags", under: "1.4.1", gateway: [:],
      expect: [problem("networking.gateway.tags[\"kuma.io/service\"]", .missingService)]
    ),
    ValidationCase(
      "VALID-3", "a gateway without tags", under: "1.5.0", gateway: [:],
      expect: [problem("networking.gateway.tags", .missingService)]
    ),
    ValidationCase(
      "VALID-3", "an ingress", under: "1.4.1", [.init(port: 10001, tags: Tags())], other: ["networking.ingress": "{}"],
      expect: []
    ),
    ValidationCase(
      "VALID-3", "an ingress, which is one no more", under: "1.5.0", [.init(port: 10001, tags: Tags())],
      other: ["networking.ingress.availableServices[0].tags.region": "eu"],
      expect: [problem(tag("kuma.io/service"), .missingService)]
    ),
    ValidationCase(
      "VALID-3", "what is no ingress", under: "1.4.1", [.init(port: 10001, tags: Tags())],
      other: ["networking.inbound[0].servicePort": "1"], expect: [problem(tag("kuma.io/service"), .missingService)]
    ),
    ValidationCase(
      "VALID-3", "a gateway without tags", under: "2.14.1", gateway: [:],
      expect: [problem("networking.gateway.tags", .missingService)]
    ),
    ValidationCase("VALID-3", "a gateway without tags", under: "2.14.2", gateway: [:], expect: []),
    ValidationCase(
      "VALID-3", "a gateway with other tags only", gateway: ["kuma.io/service-name": "a_b_svc"],
      expect: [problem("networking.gateway.tags", .missingService)]
    ),
    ValidationCase(
      "VALID-3", "a gateway with other tags only", under: "2.14.2", gateway: ["app": "web"],
      expect: [problem("networking.gateway.tags", .missingService)]
    ),
    ValidationCase("VALID-4", "no protocol", [inbound()], expect: []),
    ValidationCase("VALID-4", "a known one", [inbound([protocolTag: "kafka"])], expect: []),
    ValidationCase("VALID-4", "a known one in capitals", [inbound([protocolTag: "HTTP2"])], expect: []),
    ValidationCase("VALID-4", "an unknown one", [inbound([protocolTag: "mongo"])], expect: [unknown("mongo", old)]),
    ValidationCase(
      "VALID-4", "an empty one is unknown, and no value of a tag", [inbound([protocolTag: ""])],
      expect: [unknown("", old), problem(tag(protocolTag), .tagValue(""))]
    ),
    ValidationCase(
      "VALID-4", "tls is not known yet", under: "2.7.29", [inbound([protocolTag: "tls"])], expect: [unknown("tls", old)]
    ),
    ValidationCase("VALID-4", "tls is known", under: "2.8.0", [inbound([protocolTag: "tls"])], expect: []),
    ValidationCase(
      "VALID-4", "mysql is not known yet", under: "2.9.19", [inbound([protocolTag: "mysql"])],
      expect: [unknown("mysql", old + ["tls"])]
    ),
    ValidationCase("VALID-4", "mysql is known", under: "2.10.0", [inbound([protocolTag: "mysql"])], expect: []),
    ValidationCase(
      "VALID-4", "udp is unknown", under: .newest, [inbound([protocolTag: "udp"])],
      expect: [unknown("udp", ["grpc", "http", "http2", "kafka", "mysql", "tcp", "tls"])]
    ),
    ValidationCase(
      "VALID-4", "the field is looked at too", under: "2.14.0", [.init(port: 1, tags: Tags(), appProtocol: "mongo")],
      expect: [
        problem(
          "networking.inbound[0].protocol",
          .unknownProtocol("mongo", known: ["grpc", "http", "http2", "kafka", "mysql", "tcp", "tls"])
        )
      ]
    ),
    ValidationCase(
      "VALID-4", "a known one in the field", under: "2.14.0", [.init(port: 1, tags: Tags(), appProtocol: "Tls")], expect: []
    ),
    ValidationCase("VALID-7", "no protocol", gateway: ["kuma.io/service": "a"], expect: []),
    ValidationCase("VALID-7", "tcp", gateway: ["kuma.io/service": "a", protocolTag: "tcp"], expect: []),
    ValidationCase(
      "VALID-7", "http", gateway: ["kuma.io/service": "a", protocolTag: "http"],
      expect: [problem("networking.gateway.tags[\"kuma.io/protocol\"]", .gatewayProtocol("http"))]
    ),
    ValidationCase(
      "VALID-7", "one that is not known", under: .newest, gateway: ["kuma.io/service": "a", protocolTag: "x"],
      expect: [problem("networking.gateway.tags[\"kuma.io/protocol\"]", .gatewayProtocol("x"))]
    ),
  ]

  /// VALID-5, VALID-6 and VALID-8.
  private static let portsAndAddresses: [ValidationCase] = [
    ValidationCase("VALID-5", "the smallest and the greatest", [inbound(port: 1), inbound(port: 65535)], expect: []),
    ValidationCase("VALID-5", "0", [inbound(port: 0)], expect: [problem("networking.inbound[0].port", .port(0))]),
    ValidationCase(
      "VALID-5", "too great by one", under: .newest, [inbound(), inbound(port: 65536)],
      expect: [problem("networking.inbound[1].port", .port(65536))]
    ),
    ValidationCase(
      "VALID-6", "every address of IPv4", address: "0.0.0.0", [inbound()],
      expect: [problem("networking.address", .unspecifiedAddress("0.0.0.0"))]
    ),
    ValidationCase(
      "VALID-6", "every address of IPv6", under: "1.5.0", address: "::", [inbound()],
      expect: [problem("networking.address", .unspecifiedAddress("::"))]
    ),
    ValidationCase("VALID-6", "every address of IPv4", under: "1.4.1", address: "0.0.0.0", [inbound()], expect: []),
    ValidationCase("VALID-6", "addresses that look like it", address: "0.0.0.1", [inbound()], expect: []),
    ValidationCase("VALID-6", "the address of the host itself", under: .newest, address: "::1", [inbound()], expect: []),
    ValidationCase(
      "VALID-6", "a gateway's address", address: "::", gateway: ["kuma.io/service": "a"],
      expect: [problem("networking.address", .unspecifiedAddress("::"))]
    ),
    ValidationCase("VALID-8", "another port than those of the inbounds", [inbound()], adminPort: 9901, expect: []),
    ValidationCase("VALID-8", "no port", [inbound(port: 9901)], expect: []),
    ValidationCase(
      "VALID-8", "the port of the second inbound", [inbound(), inbound(port: 9901)], adminPort: 9901,
      expect: [problem("networking.admin.port", .adminPortInUse(9901))]
    ),
    ValidationCase(
      "VALID-8", "the port of two inbounds is told once", under: "1.7.6", [inbound(port: 9901), inbound(port: 9901)],
      adminPort: 9901, expect: [problem("networking.admin.port", .adminPortInUse(9901))]
    ),
    ValidationCase(
      "VALID-8", "the port of an application of its own", under: "1.7.6", [inbound(port: 80)], adminPort: 9901,
      other: ["networking.inbound[0].servicePort": "9901"],
      expect: [problem("networking.admin.port", .adminPortInUse(9901))]
    ),
    ValidationCase(
      "VALID-8", "the port of an inbound whose application has another", under: "1.7.6", [inbound(port: 9901)],
      adminPort: 9901, other: ["networking.inbound[0].servicePort": "80"], expect: []
    ),
    ValidationCase(
      "VALID-8", "the port of an application elsewhere", under: "1.7.6", [inbound(port: 9901)], adminPort: 9901,
      other: ["networking.inbound[0].serviceAddress": "10.0.0.2"], expect: []
    ),
    ValidationCase(
      "VALID-8", "the port of another application", under: "1.7.6", [inbound(port: 80), inbound(port: 9901)],
      adminPort: 9901,
      other: ["networking.inbound[0].servicePort": "81"], expect: [problem("networking.admin.port", .adminPortInUse(9901))]
    ),
    ValidationCase("VALID-8", "an inbound's port", under: "1.8.0", [inbound(port: 9901)], adminPort: 9901, expect: []),
    ValidationCase("VALID-8", "an inbound's port", under: .newest, [inbound(port: 9901)], adminPort: 9901, expect: []),
    ValidationCase(
      "VALID-8", "an inbound's port where inbounds are the host's own", under: "1.8.0", [inbound(port: 9901)],
      adminPort: 9901,
      settings: { $0.localhostInboundClusters = .enabled },
      expect: [problem("networking.admin.port", .adminPortInUse(9901))]),
    ValidationCase(
      "VALID-8", "an inbound's port where that is no longer known", under: "2.2.0", [inbound(port: 9901)], adminPort: 9901,
      settings: { $0.localhostInboundClusters = .enabled }, expect: []),
    ValidationCase("VALID-8", "a gateway has no inbound", gateway: ["kuma.io/service": "a"], adminPort: 8080, expect: []),
  ]

  private static func mesh(_ name: String, _ title: String, under rules: RulesName, isAllowed: Bool) -> ValidationCase {
    ValidationCase(
      "VALID-9", title, under: rules, [inbound()], mesh: name,
      expect: isAllowed ? [] : [problem("mesh", .meshName(ExactString(name)))])
  }

  /// VALID-9.
  private static let meshes: [ValidationCase] = [
    mesh("team-blue_1", "all characters that are allowed", under: "documented", isAllowed: true),
    mesh("team.blue", "a dot", under: "documented", isAllowed: false),
    mesh("team.blue", "a dot", under: "2.5.0", isAllowed: true),
    mesh("Blue", "a capital letter", under: .newest, isAllowed: false),
    mesh("blau\u{DF}", "a letter beyond ASCII", under: .newest, isAllowed: false),
    mesh("blue\n", "a line's end at the end", under: .newest, isAllowed: false),
    mesh("", "an empty name", under: "documented", isAllowed: false),
    mesh(String(repeating: "a", count: 254), "a long name", under: "2.4.10", isAllowed: true),
    mesh(String(repeating: "a", count: 253), "the longest name", under: "2.5.0", isAllowed: true),
    mesh(String(repeating: "a", count: 254), "too long by one", under: "2.5.0", isAllowed: false),
  ]

  private static func origin(_ origin: String, under rules: RulesName, isAllowed: Bool) -> ValidationCase {
    ValidationCase(
      "VALID-10", "the origin \(origin.isEmpty ? "that is empty" : origin)", under: rules, [inbound()],
      labels: ["kuma.io/origin": origin],
      expect: isAllowed ? [] : [problem("labels[\"kuma.io/origin\"]", .unknownOrigin(ExactString(origin)))])
  }

  /// VALID-10.
  private static let origins: [ValidationCase] = [
    origin("zone", under: "2.6.0", isAllowed: true), origin("global", under: .newest, isAllowed: true),
    origin("elsewhere", under: "documented", isAllowed: true), origin("elsewhere", under: "2.5.11", isAllowed: true),
    origin("elsewhere", under: "2.6.0", isAllowed: false), origin("Zone", under: .newest, isAllowed: false),
    origin("", under: .newest, isAllowed: false),
    ValidationCase(
      "VALID-10", "the mesh is told before it", under: .newest, [inbound(["a": ""])], mesh: "Blue",
      labels: ["kuma.io/origin": "x"],
      expect: [
        problem("mesh", .meshName("Blue")), problem("labels[\"kuma.io/origin\"]", .unknownOrigin("x")),
        problem(tag("a"), .tagValue("")),
      ]
    ),
  ]

  private static func backend(
    _ title: String, under rules: RulesName = "2.9.0", _ backends: ReachableBackend..., expect: [ValidationProblem] = []
  ) -> ValidationCase {
    ValidationCase("VALID-11", title, under: rules, [inbound()], backends: backends, expect: expect)
  }

  private static func ref(_ field: String, at index: Int = 0) -> String {
    "networking.transparentProxing.reachableBackends.refs[\(index)].\(field)"
  }

  /// VALID-11.
  private static let backends: [ValidationCase] = [
    backend(
      "every kind that is known", .init(kind: "MeshService", name: "a.b-1"), .init(kind: "MeshExternalService", name: "a"),
      .init(kind: "MeshMultiZoneService", labels: ["app": "web"]),
      .init(kind: "MeshService", name: "a", namespace: "demo", port: 80)
    ),
    backend("none at all", under: .newest),
    backend(
      "another kind", under: .newest, .init(kind: "MeshService", name: "a"), .init(kind: "Service", name: "a"),
      expect: [problem(ref("kind", at: 1), .backendKind("Service"))]
    ),
    backend("no kind", .init(kind: "", name: "a"), expect: [problem(ref("kind"), .backendKind(""))]),
    backend(
      "a name with capitals", .init(kind: "MeshService", name: "A"), expect: [problem(ref("name"), .backendName("A"))]),
    backend(
      "a name that ends in a dot", .init(kind: "MeshService", name: "a."), expect: [problem(ref("name"), .backendName("a."))]
    ),
    backend(
      "a name of 254 characters", .init(kind: "MeshService", name: String(repeating: "a", count: 254)),
      expect: [problem(ref("name"), .backendName(ExactString(String(repeating: "a", count: 254))))]
    ),
    backend("neither name nor labels", .init(kind: "MeshService"), expect: [problem(ref("name"), .backendUnnamed)]),
    backend(
      "a namespace only", .init(kind: "MeshService", namespace: "demo"),
      expect: [problem(ref("name"), .backendNamespaceOnly)]
    ),
    backend(
      "a name and labels", .init(kind: "MeshService", name: "a", labels: ["app": "web"]),
      expect: [problem(ref("labels"), .backendNamedTwice)]
    ),
    backend(
      "a namespace and labels", .init(kind: "MeshService", namespace: "demo", labels: ["app": "web"]),
      expect: [problem(ref("name"), .backendNamespaceOnly), problem(ref("labels"), .backendNamedTwice)]
    ),
    backend("nobody looked yet", under: "2.8.8", .init(kind: "Service")),
  ]

  private static func probes(
    _ title: String,
    under rules: RulesName = "documented",
    port: Int = 9000,
    _ endpoint: Dataplane.Probes.Endpoint? = nil,
    _ problems: ValidationProblem...
  ) -> ValidationCase {
    ValidationCase(
      "VALID-13", title, under: rules, [inbound()],
      probes: .init(
        port: port, endpoints: endpoint.map { [.init(path: "/1/", inboundPort: 1, inboundPath: "/"), $0] } ?? []),
      expect: problems)
  }

  private static func endpoint(_ port: Int = 80, _ path: String = "/a") -> Dataplane.Probes.Endpoint {
    .init(path: "/80\(path)", inboundPort: port, inboundPath: path)
  }

  private static func paths(_ path: String) -> [ValidationProblem] {
    [
      problem("probes.endpoints[1].inboundPath", .urlPath(ExactString(path))),
      problem("probes.endpoints[1].path", .urlPath(ExactString("/80\(path)"))),
    ]
  }

  /// VALID-13.
  private static let virtualProbes: [ValidationCase] = [
    probes("a port alone"),
    probes("a port alone", under: "1.2.0"),
    probes("the port 0", port: 0, nil, problem("probes.port", .port(0))),
    probes("a port that is too great", under: .newest, port: 65536, nil, problem("probes.port", .port(65536))),
    probes("ports of an application", endpoint(65535)),
    probes(
      "a port of an application that nothing is named", endpoint(0), problem("probes.endpoints[1].inboundPort", .port(0))),
    probes(
      "a port of an application that is too great", under: .newest, endpoint(65536),
      problem("probes.endpoints[1].inboundPort", .port(65536))),
    probes("a path with blanks, escapes and a query", endpoint(80, "/a b/%2f?%zz")),
    probes("an escape that is none", endpoint(80, "/%zz"), paths("/%zz")[0], paths("/%zz")[1]),
    probes("an escape that ends early", endpoint(80, "/%2"), paths("/%2")[0], paths("/%2")[1]),
    probes("a control character", endpoint(80, "/a?\u{7}"), paths("/a?\u{7}")[0], paths("/a?\u{7}")[1]),
    probes("the last control character", endpoint(80, "/\u{7F}"), paths("/\u{7F}")[0], paths("/\u{7F}")[1]),
    ValidationCase(
      "VALID-13", "those of a gateway", gateway: ["kuma.io/service": "a"], probes: .init(port: 0),
      expect: [problem("probes.port", .port(0))]
    ),
  ]

  private static func outbound(
    port: Int = 80, _ tags: StringMap = ["kuma.io/service": "db_shop_svc_80"], at address: String = "10.96.0.7"
  ) -> Dataplane.Outbound {
    .init(address: address, port: port, tags: tags)
  }

  private static let addresses = [
    "", "0.0.0.0", "255.255.255.255", "::", "::1", "fd00::a:1", "1:2:3:4:5:6:7:8", "1::7:8", "::ffff:10.0.0.1",
    "64:ff9b::10.0.0.1", "1:2:3:4:5:6:7::", "FD00:0:0:0:0:0:0:000F", "1:2:3:4:5:6:1.2.3.4",
  ]

  private static let noAddresses = [
    "db.example.com", "10.0.0", "10.0.0.256", "10.0.0.01", "10.0.0.1.", "10.0.0.-1", " 10.0.0.1", ":", ":::", "1::2::3",
    "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4::5:6:7:8", "12345::", "::g", "fe80::1%eth0", "10.0.0.1::", "::10.0.0.1:1",
    "1:2:3:4:5:6:7:10.0.0.1", "[::1]",
  ]

  /// VALID-14.
  private static let outbounds: [ValidationCase] = [
    ValidationCase("VALID-14", "ports and tags", under: "2.1.7", [inbound()], outbound: [outbound()], expect: []),
    ValidationCase(
      "VALID-14", "ports that are none", under: "1.2.0", [inbound()], outbound: [outbound(port: 0), outbound(port: 65536)],
      expect: [problem("networking.outbound[0].port", .port(0)), problem("networking.outbound[1].port", .port(65536))]
    ),
    ValidationCase(
      "VALID-14", "an instance that nothing names", under: "2.1.7", [inbound()],
      outbound: [outbound(["kuma.io/instance": "", "kuma.io/service": "db_shop_svc_80"])],
      expect: [problem("networking.outbound[0].tags[\"kuma.io/instance\"]", .tagValue(""))]
    ),
    ValidationCase(
      "VALID-14", "addresses", under: "1.2.0", [inbound()],
      outbound: addresses.map { outbound(at: $0) }, expect: []
    ),
    ValidationCase(
      "VALID-14", "addresses that are none", under: "2.1.7", [inbound()], outbound: noAddresses.map { outbound(at: $0) },
      expect: noAddresses.enumerated().map { problem("networking.outbound[\($0)].address", .address(ExactString($1))) }
    ),
    ValidationCase(
      "VALID-14", "the address comes after the port and before the tags", under: .newest, [inbound()],
      outbound: [outbound(port: 0, ["kuma.io/service": "a b"], at: "db.example.com")],
      expect: [
        problem("networking.outbound[0].port", .port(0)),
        problem("networking.outbound[0].address", .address("db.example.com")),
        problem("networking.outbound[0].tags[\"kuma.io/service\"]", .tagValue("a b")),
      ]
    ),
    ValidationCase(
      "VALID-14", "those of a gateway", under: "2.1.7", outbound: [outbound(["a b": "c"])],
      gateway: ["kuma.io/service": "a"], expect: [problem("networking.outbound[0].tags[\"a b\"]", .tagName("a b"))]
    ),
  ]

  private static func listener(
    _ port: Int, _ name: String = "", _ type: Dataplane.Listener.ListenerType = .zoneIngress, at address: String = "10.0.0.1"
  ) -> Dataplane.Listener {
    .init(type: type, address: address, port: port, name: name, state: .ready)
  }

  /// VALID-12.
  private static let listeners: [ValidationCase] = [
    ValidationCase(
      "VALID-12", "ports and names of their own", under: "2.14.0", [inbound()],
      listeners: [listener(1, "a"), listener(65535, "b"), listener(2), listener(3)], expect: []
    ),
    ValidationCase(
      "VALID-12", "ports that are none", under: .newest, listeners: [listener(0, "a"), listener(65536, "b")],
      expect: [
        problem("networking.listeners[0].port", .port(0)), problem("networking.listeners[1].port", .port(65536)),
      ]
    ),
    ValidationCase(
      "VALID-12", "a name twice", under: .newest, listeners: [listener(1, "a"), listener(2, "a")],
      expect: [problem("networking.listeners[1].name", .listenerNameInUse("a"))]
    ),
    ValidationCase(
      "VALID-12", "the name of an inbound", under: "2.14.0", [.init(port: 8080, name: "a", tags: Tags())],
      listeners: [listener(1, "a")], expect: [problem("networking.listeners[0].name", .listenerNameInUse("a"))]
    ),
    ValidationCase(
      "VALID-12", "an inbound without a name has its port for one", under: .newest, [inbound()],
      listeners: [listener(1, "8080")], expect: [problem("networking.listeners[0].name", .listenerNameInUse("8080"))]
    ),
    ValidationCase(
      "VALID-12", "a port twice", under: .newest, listeners: [listener(1, "a"), listener(1, "b")],
      expect: [problem("networking.listeners[1]", .listenerPlaceInUse(.init(address: "10.0.0.1", port: 1)))]
    ),
    ValidationCase(
      "VALID-12", "a port twice, of two types", under: .newest,
      listeners: [listener(1, "a"), listener(1, "b", .zoneEgress)],
      expect: [problem("networking.listeners[1]", .listenerPlaceOfOtherType(.init(address: "10.0.0.1", port: 1)))]
    ),
    ValidationCase(
      "VALID-12", "a port at two addresses", under: "2.14.0", [inbound()],
      listeners: [listener(1, "a"), listener(1, "b", at: "10.0.0.2"), listener(8080, "c", at: "10.0.0.3")], expect: []
    ),
    ValidationCase(
      "VALID-12", "a port of an inbound with an address of its own", under: "2.14.0",
      [.init(address: "10.0.0.9", port: 8080, tags: tags(["kuma.io/service": "a"]))],
      listeners: [listener(8080, "a"), listener(8080, "b", at: "10.0.0.9")],
      expect: [problem("networking.listeners[1]", .listenerPlaceOfInbound(.init(address: "10.0.0.9", port: 8080)))]
    ),
    ValidationCase(
      "VALID-12", "the port of an inbound", under: "2.14.0", [inbound()], listeners: [listener(8080, "a")],
      expect: [problem("networking.listeners[0]", .listenerPlaceOfInbound(.init(address: "10.0.0.1", port: 8080)))]
    ),
  ]
}

@Suite("Validation")
struct ValidationTests {
  @Test(arguments: ValidationTable.cases)
  func problems(_ row: ValidationCase) throws {
    let problems = try row.rules.controlPlane(row.settings).problems(of: row.dataplane)
    #expect(problems == row.expected)
    guard !problems.isEmpty else { return }
    #expect(problems.contains { $0.statement.rawValue == row.statement })
  }

  /// VALID-3: what makes a Dataplane an ingress is there, whatever it says.
  @Test(arguments: [
    ("{}", true), (#"{"availableServices": []}"#, true), (#"{"publicPort": 0, "publicAddress": ""}"#, true),
    (#"{"publicPort": 1}"#, true), ("null", false),
  ])
  func anIngressIsOneByBeingThere(_ ingress: String, _ isOne: Bool) throws {
    let json = #"""
      {"apiVersion": "kuma.io/v1alpha1", "kind": "Dataplane", "mesh": "default", "metadata": {"name": "a", "namespace": "b"},
       "spec": {"networking": {"address": "10.0.0.1", "ingress": \#(ingress), "inbound": [{"port": 10001}]}}}
      """#
    let dataplane = try JSONReader.decode(Dataplane.self, from: json.utf8)
    let missing = ValidationProblem(path: #"networking.inbound[0].tags["kuma.io/service"]"#, kind: .missingService)
    #expect(try RulesName("1.4.1").controlPlane().problems(of: dataplane) == (isOne ? [] : [missing]))
    #expect(try RulesName("1.5.0").controlPlane().problems(of: dataplane) == [missing])
  }
}
