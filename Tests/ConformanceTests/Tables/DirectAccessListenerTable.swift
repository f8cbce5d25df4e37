import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// A Dataplane that lists services to reach directly, others of its mesh, and the listeners that it gets.
struct DirectAccessListenerCase: SpecificationCase {
  let statement = "DA-7"
  let title: String
  let rules: RulesName
  let own: Dataplane
  let others: [Dataplane]
  let mesh: Mesh?
  let expected: [String]

  /// A row.
  ///
  /// - Parameters:
  ///   - title: What the row shows.
  ///   - rules: The rules.
  ///   - entries: The services that the Dataplane client-1 at 10.1.0.1 lists.
  ///   - ports: Its redirect ports, for what comes in and what goes out.
  ///   - mode: Its IP family mode.
  ///   - address: Its address.
  ///   - outbound: What is outbound already.
  ///   - others: The others.
  ///   - mesh: The Mesh.
  ///   - expected: The listeners.
  init(
    _ title: String,
    under rules: RulesName = "2.9.4",
    _ entries: [String],
    ports: (inbound: Int, outbound: Int) = (15006, 15001),
    mode: Dataplane.TransparentProxying.IPFamilyMode = .unspecified,
    at address: String = "10.1.0.1",
    outbound: [(String, Int)] = [],
    among others: [Dataplane],
    in mesh: Mesh? = nil,
    expect expected: [String]
  ) {
    self.mesh = mesh
    self.title = title
    self.rules = rules
    own = Dataplane(
      mesh: "default",
      metadata: .init(name: "client-1", namespace: "demo"),
      networking: .init(
        address: address,
        inbound: [.init(port: 9090, tags: ["kuma.io/service": "client_demo_svc_90"])],
        outbound: outbound.map { .init(address: $0.0, port: $0.1, tags: ["kuma.io/service": "x_demo_svc_1"]) },
        transparentProxying: .init(
          redirectPortInbound: ports.inbound, redirectPortOutbound: ports.outbound, directAccessServices: entries,
          ipFamilyMode: mode)
      )
    )
    self.others = others
    self.expected = expected
  }
}

enum DirectAccessListenerTable {
  static let cases = services + places + proxying + matching + prometheus

  private static let api = "api_demo_svc_80"
  private static let admin = "admin_demo_svc_81"
  private static let store = "store_demo_svc_6379"

  /// A Dataplane whose inbounds are these ports, of these services.
  private static func peer(
    _ name: String,
    at address: String,
    _ inbounds: (Int, String)...,
    namespace: String = "demo",
    mesh: String = "default",
    label: String? = nil,
    state: Dataplane.State = .ready,
    ofInbound inboundAddress: String = ""
  ) -> Dataplane {
    Dataplane(
      mesh: mesh,
      metadata: .init(name: name, namespace: namespace, labels: label.map { ["kuma.io/service": $0] } ?? [:]),
      networking: .init(
        address: address,
        inbound: inbounds.map { port, service in
          .init(
            address: inboundAddress, port: port, tags: service.isEmpty ? [:] : ["kuma.io/service": service], state: state)
        }
      )
    )
  }

  private static let first = peer("api-1", at: "10.1.0.2", (8080, api), (8081, admin))
  fileprivate static let second = peer("api-2", at: "10.1.0.3", (8080, api))
  private static let storage = peer("store-1", at: "10.1.0.4", (6379, store))

  private static func row(
    _ title: String, under rules: RulesName = "2.9.4", _ entries: [String], outbound: [(String, Int)] = [],
    among others: [Dataplane], expect expected: [String]
  ) -> DirectAccessListenerCase {
    DirectAccessListenerCase(title, under: rules, entries, outbound: outbound, among: others, expect: expected)
  }

  private static let services: [DirectAccessListenerCase] = [
    row("nothing is listed", [], among: [first, second], expect: []),
    row("one service of two Pods", [api], among: [first, second, storage], expect: ["10.1.0.2:8080", "10.1.0.3:8080"]),
    row("the other service of a Pod", [admin], among: [first, second, storage], expect: ["10.1.0.2:8081"]),
    row(
      "two services", [api, admin], among: [first, second, storage],
      expect: ["10.1.0.2:8080", "10.1.0.2:8081", "10.1.0.3:8080"]),
    row(
      "the order of the list does not matter", [store, api], among: [storage, second],
      expect: ["10.1.0.3:8080", "10.1.0.4:6379"]),
    row("a service that is listed twice", [api, api], among: [second], expect: ["10.1.0.3:8080"]),
    row("a service that nobody offers", ["gone_demo_svc_80"], among: [first, second], expect: []),
    row("a name with whitespace in a release", [" \(api)"], among: [first], expect: []),
    row(
      "every service", ["*"], among: [first, second, storage],
      expect: ["10.1.0.2:8080", "10.1.0.2:8081", "10.1.0.3:8080", "10.1.0.4:6379"]),
    row(
      "every service, and a name besides", ["gone", "*"], among: [second, storage],
      expect: ["10.1.0.3:8080", "10.1.0.4:6379"]),
    row("nobody else is there", ["*"], among: [], expect: []),
    row(
      "every service as documented", under: "documented", ["*"], among: [second, storage],
      expect: ["10.1.0.3:8080", "10.1.0.4:6379"]),
  ]

  private static let places: [DirectAccessListenerCase] = [
    row("itself does not count", ["*"], among: [peer("client-1", at: "10.1.0.1", (9090, api))], expect: []),
    row(
      "one of its name in another namespace counts", ["*"],
      among: [peer("client-1", at: "10.1.0.9", (9090, api), namespace: "other")], expect: ["10.1.0.9:9090"]),
    row(
      "another mesh does not count", ["*"], among: [peer("api-1", at: "10.1.0.2", (8080, api), mesh: "other")], expect: []),
    row(
      "what is outbound gets none", ["*"], outbound: [("10.1.0.4", 6379)], among: [second, storage],
      expect: ["10.1.0.3:8080"]),
    row(
      "what is outbound at another port gets one", [store], outbound: [("10.1.0.4", 80)], among: [storage],
      expect: ["10.1.0.4:6379"]),
    row(
      "two services at one place", [api, admin], among: [peer("api-1", at: "10.1.0.2", (8080, api), (8080, admin))],
      expect: ["10.1.0.2:8080"]),
    row(
      "addresses sort as strings, ports as numbers", ["*"],
      among: [
        peer("a", at: "10.1.0.9", (80, api)), peer("b", at: "10.1.0.10", (443, api), (80, admin), (9, store)),
      ],
      expect: ["10.1.0.10:9", "10.1.0.10:80", "10.1.0.10:443", "10.1.0.9:80"]),
    row(
      "what is not ready counts", [api], among: [peer("a", at: "10.1.0.5", (80, api), state: .notReady)],
      expect: ["10.1.0.5:80"]),
    row(
      "what is ignored counts", [api], among: [peer("a", at: "10.1.0.5", (80, api), state: .ignored)],
      expect: ["10.1.0.5:80"]),
    row(
      "a Pod without a Service counts with the reserved port", ["tool_demo_svc"],
      among: [peer("tool", at: "10.1.0.6", (49151, "tool_demo_svc"))], expect: ["10.1.0.6:49151"]),
    row("a gateway has no inbound", ["*"], among: [peer("gateway", at: "10.1.0.7")], expect: []),
    row(
      "an inbound with an address of its own", [api],
      among: [peer("a", at: "10.1.0.5", (80, api), ofInbound: "10.2.0.5")], expect: ["10.2.0.5:80"]),
  ]

  private static let proxying: [DirectAccessListenerCase] = [
    DirectAccessListenerCase("without a port for what goes out", [api], ports: (15006, 0), among: [second], expect: []),
    DirectAccessListenerCase("without a port for what comes in", [api], ports: (0, 15001), among: [second], expect: []),
    DirectAccessListenerCase(
      "without a port for what comes in", under: "2.10.11", [api], ports: (0, 15001), among: [second], expect: []),
    DirectAccessListenerCase(
      "one redirect port is enough", under: "2.11.0", [api], ports: (0, 15001), among: [second], expect: ["10.1.0.3:8080"]),
    DirectAccessListenerCase(
      "IPv4 only, and an address of IPv6", under: "2.11.0", [api], mode: .ipv4, at: "fd00::1", among: [second], expect: []),
    DirectAccessListenerCase(
      "IPv4 only, and an address of IPv4", under: "2.11.0", [api], mode: .ipv4, among: [second], expect: ["10.1.0.3:8080"]),
    DirectAccessListenerCase(
      "IPv4 only is not looked at", under: "2.10.11", [api], mode: .ipv4, at: "fd00::1", among: [second],
      expect: ["10.1.0.3:8080"]),
  ]

  private static let matching: [DirectAccessListenerCase] = [
    row("a label does not matter", [api], among: [peer("a", at: "10.1.0.5", (80, ""), label: api)], expect: []),
    row("names count no more", under: "3.0.0", [api], among: [second], expect: []),
    row("the wildcard counts", under: "3.0.0", ["*"], among: [second], expect: ["10.1.0.3:8080"]),
  ]
}

extension DirectAccessListenerTable {
  /// A Mesh whose metrics go to Prometheus.
  private static func mesh(
    enabled: String? = "p", type: String = "prometheus", conf: [FieldValue.Member] = []
  ) -> Mesh {
    let backend = FieldValue.object(of: [
      .init(key: "name", value: "p"), .init(key: "type", value: .string(ExactString(type))),
      .init(key: "conf", value: .object(of: conf)),
    ])
    let metrics = [
      FieldValue.Member(key: "backends", value: .list([backend])),
      .init(key: "enabledBackend", value: enabled.map { .string(ExactString($0)) } ?? .null),
    ]
    return Mesh(
      name: "default", otherFields: .object(of: [FieldValue.Member(key: "metrics", value: .object(of: metrics))]))
  }

  private static func tags(_ key: String, _ value: String) -> FieldValue.Member {
    let tag = FieldValue.Member(key: key, value: .string(ExactString(value)))
    return FieldValue.Member(key: "tags", value: .object(of: [tag]))
  }

  private static let ported = Dataplane(
    mesh: "default", metadata: .init(name: "api-3", namespace: "demo"), networking: .init(address: "10.1.0.5"),
    metrics: .init(port: 9999))

  fileprivate static let prometheus: [DirectAccessListenerCase] = [
    DirectAccessListenerCase(
      "every service, that of Prometheus too", ["*"], among: [second, ported], in: mesh(),
      expect: ["10.1.0.3:5670", "10.1.0.3:8080", "10.1.0.5:9999"]),
    DirectAccessListenerCase(
      "that of Prometheus by name", under: "1.2.0", ["dataplane-metrics"], among: [second, ported], in: mesh(),
      expect: ["10.1.0.3:5670", "10.1.0.5:9999"]),
    DirectAccessListenerCase(
      "the port of the backend", under: "2.14.3", ["dataplane-metrics"], among: [second, ported],
      in: mesh(conf: [.init(key: "port", value: .integer(1234))]), expect: ["10.1.0.3:1234", "10.1.0.5:9999"]),
    DirectAccessListenerCase(
      "tags of the backend", ["own"], among: [second], in: mesh(conf: [tags("kuma.io/service", "own")]),
      expect: ["10.1.0.3:5670"]),
    DirectAccessListenerCase(
      "tags without a service", ["dataplane-metrics"], among: [second], in: mesh(conf: [tags("a", "b")]), expect: []),
    DirectAccessListenerCase(
      "no backend is enabled", ["*"], among: [second], in: mesh(enabled: nil), expect: ["10.1.0.3:8080"]),
    DirectAccessListenerCase(
      "another one is enabled", ["*"], among: [second], in: mesh(enabled: "q"), expect: ["10.1.0.3:8080"]),
    DirectAccessListenerCase(
      "one of another type", ["*"], among: [second], in: mesh(type: "other"), expect: ["10.1.0.3:8080"]),
    DirectAccessListenerCase(
      "no more of Prometheus", under: "3.0.0", ["*"], among: [second], in: mesh(), expect: ["10.1.0.3:8080"]),
  ]
}

@Suite("The listeners of direct access")
struct DirectAccessListenerTests {
  @Test(arguments: DirectAccessListenerTable.cases)
  func listeners(_ row: DirectAccessListenerCase) throws {
    let kuma = try row.rules.controlPlane()
    #expect(
      kuma.directAccessListeners(of: row.own, among: row.others + [row.own], in: row.mesh).map(\.description) == row.expected
    )
    // Whatever the order of the others is.
    #expect(
      kuma.directAccessListeners(of: row.own, among: row.others.reversed(), in: row.mesh).map(\.description) == row.expected)
  }
}
