import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport
import Testing

/// The ports of the inbounds that a Service's ports give the Pod `demo/web-1`, as it stands and in a preview before it runs.
struct PortCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let services: [Service]
  let resolution: PortResolution?
  let expected: Result<[Int], MappingFailure>
  let previewed: Result<[Int], MappingFailure>
  let findings: [Told]

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    containers: [Container] = [Container(name: "app")],
    initContainers: [Container] = [],
    ports: [ServicePort] = [ServicePort(port: 80, targetPort: 8080)],
    services: [Service]? = nil,
    resolution: PortResolution? = nil,
    expect expected: Result<[Int], MappingFailure>,
    previewed: Result<[Int], MappingFailure>? = nil,
    findings: [Told] = []
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(
      labels: ["app": "web"], containers: containers, initContainers: initContainers, phase: "Pending", podIP: "")
    self.services = services ?? [.fixture(ports: ports)]
    self.resolution = resolution
    self.expected = expected
    self.previewed = previewed ?? expected
    self.findings = findings
  }
}

enum PortTable {
  private static let noPort: Result<[Int], MappingFailure> = .failure(.noMatchingContainerPort(services: ["web"]))
  private static let placeholder: Result<[Int], MappingFailure> = .success([49151])

  private static func port(_ transportProtocol: TransportProtocol) -> [ServicePort] {
    [ServicePort(transportProtocol: transportProtocol, port: 80, targetPort: 8080)]
  }

  private static func port(to target: PortReference) -> [ServicePort] {
    [ServicePort(port: 80, targetPort: target)]
  }

  private static func container(_ name: String = "app", _ ports: ContainerPort...) -> Container {
    Container(name: name, ports: ports)
  }

  private static func notTCP(_ name: String) -> Told {
    .portNotTCP(service: "web", port: 80, transportProtocol: name)
  }

  private static func unresolved(_ name: String, initContainer: String? = nil) -> Told {
    .unresolvedTargetPort(service: "web", port: 80, name: name, initContainer: initContainer)
  }

  private static func filledIn(_ declared: String) -> Told {
    .targetPortFilledIn(service: "web", port: 80, declared: declared)
  }

  static let cases = transport + numbers + names + namesInReleases + withoutInbound + absentTargets

  private static let transport: [PortCase] = [
    PortCase("PORT-1", "a TCP port", ports: port(.tcp), expect: .success([8080])),
    PortCase("PORT-1", "a port without a protocol", ports: port(TransportProtocol("")), expect: .success([8080])),
    PortCase("PORT-1", "a UDP port", ports: port(.udp), expect: noPort, findings: [notTCP("UDP")]),
    PortCase("PORT-1", "an SCTP port", ports: port(.sctp), expect: noPort, findings: [notTCP("SCTP")]),
    PortCase(
      "PORT-1", "a protocol in small letters is not TCP", ports: port(TransportProtocol("tcp")), expect: noPort,
      findings: [notTCP("tcp")]
    ),
    PortCase(
      "PORT-1", "a TCP port beside a UDP port",
      ports: [
        ServicePort(name: "dns", transportProtocol: .udp, port: 53, targetPort: 5353),
        ServicePort(name: "dns-tcp", transportProtocol: .tcp, port: 53, targetPort: 5354),
      ],
      expect: .success([5354]), findings: [.portNotTCP(service: "web", port: 53, transportProtocol: "UDP")]
    ),
    PortCase(
      "PORT-1", "a UDP port in the first release", under: "1.2.0", ports: port(.udp), expect: noPort,
      findings: [notTCP("UDP")]),
    PortCase("PORT-1", "a UDP port in 2.7", under: "2.7.0", ports: port(.udp), expect: noPort, findings: [notTCP("UDP")]),
    PortCase(
      "PORT-1", "a UDP port in the newest release", under: .newest, ports: port(.udp), expect: placeholder,
      findings: [notTCP("UDP")]),
    PortCase("PORT-1", "a TCP port in the newest release", under: .newest, ports: port(.tcp), expect: .success([8080])),
  ]

  private static let numbers: [PortCase] = [
    PortCase(
      "PORT-2", "a number that a container declares",
      containers: [container("app", ContainerPort(name: "http", containerPort: 8080))],
      resolution: .declared(port: 8080, name: "http", container: "app"), expect: .success([8080])
    ),
    PortCase("PORT-2", "a number that no container declares", resolution: .undeclared(port: 8080), expect: .success([8080])),
    PortCase(
      "PORT-2", "a number that is declared for UDP only",
      containers: [container("app", ContainerPort(name: "http", containerPort: 8080, transportProtocol: .udp))],
      resolution: .undeclared(port: 8080), expect: .success([8080])
    ),
    PortCase(
      "PORT-2", "a number that two containers declare is the first one's",
      containers: [
        container("a", ContainerPort(name: "one", containerPort: 8080)),
        container("b", ContainerPort(name: "two", containerPort: 8080)),
      ],
      resolution: .declared(port: 8080, name: "one", container: "a"), expect: .success([8080])
    ),
    PortCase(
      "PORT-2", "a number that an init container declares is undeclared",
      initContainers: [container("init", ContainerPort(name: "http", containerPort: 8080))],
      resolution: .undeclared(port: 8080), expect: .success([8080])
    ),
    PortCase(
      "PORT-2", "a number is never a name", containers: [container("app", ContainerPort(name: "8080", containerPort: 9090))],
      resolution: .undeclared(port: 8080), expect: .success([8080])
    ),
    PortCase(
      "PORT-2", "a number too large for a port is taken as it is", ports: port(to: 70000), expect: .success([70000])),
    PortCase("PORT-2", "the largest number", ports: port(to: 2_147_483_647), expect: .success([2_147_483_647])),
    PortCase("PORT-2", "a negative number is taken bit by bit", ports: port(to: -1), expect: .success([4_294_967_295])),
    PortCase(
      "PORT-2", "a number in the first release", under: "1.2.0", resolution: .undeclared(port: 8080),
      expect: .success([8080])
    ),
    PortCase("PORT-2", "a number in the newest release", under: .newest, expect: .success([8080])),
    PortCase(
      "PORT-2", "a negative number in the newest release", under: .newest, ports: port(to: -1),
      expect: .success([4_294_967_295])),
  ]

  private static let names: [PortCase] = [
    PortCase(
      "PORT-3", "a name that a container has",
      containers: [container("app", ContainerPort(name: "http", containerPort: 8080))], ports: port(to: "http"),
      resolution: .declared(port: 8080, name: "http", container: "app"), expect: .success([8080])
    ),
    PortCase(
      "PORT-3", "a name that no container has",
      containers: [container("app", ContainerPort(name: "http", containerPort: 8080))], ports: port(to: "web"),
      resolution: .unresolved(name: "web"), expect: noPort, findings: [unresolved("web")]
    ),
    PortCase(
      "PORT-3", "of two ports of one name the one of the same protocol",
      containers: [
        container(
          "app", ContainerPort(name: "dns", containerPort: 5353, transportProtocol: .udp),
          ContainerPort(name: "dns", containerPort: 5354, transportProtocol: .tcp)
        )
      ],
      ports: port(to: "dns"), resolution: .declared(port: 5354, name: "dns", container: "app"), expect: .success([5354])
    ),
    PortCase(
      "PORT-3", "a name that only a UDP port has",
      containers: [container("app", ContainerPort(name: "dns", containerPort: 5353, transportProtocol: .udp))],
      ports: port(to: "dns"), resolution: .unresolved(name: "dns"), expect: noPort, findings: [unresolved("dns")]
    ),
    PortCase(
      "PORT-3", "a container's port without a protocol is a TCP port",
      containers: [
        container(
          "app", ContainerPort(name: "http", containerPort: 8080, transportProtocol: TransportProtocol("")))
      ],
      ports: port(to: "http"), resolution: .declared(port: 8080, name: "http", container: "app"), expect: .success([8080])
    ),
    PortCase(
      "PORT-3", "a name that two containers have is the first one's",
      containers: [
        container("b", ContainerPort(name: "http", containerPort: 8081)),
        container("a", ContainerPort(name: "http", containerPort: 8080)),
      ],
      ports: port(to: "http"), resolution: .declared(port: 8081, name: "http", container: "b"), expect: .success([8081])
    ),
    PortCase(
      "PORT-3", "a name that one container has twice is the first port's",
      containers: [
        container("app", ContainerPort(name: "http", containerPort: 9090), ContainerPort(name: "http", containerPort: 8080))
      ],
      ports: port(to: "http"), resolution: .declared(port: 9090, name: "http", container: "app"), expect: .success([9090])
    ),
    PortCase(
      "PORT-3", "a name that only the second container has",
      containers: [container("a"), container("b", ContainerPort(name: "http", containerPort: 8080))],
      ports: port(to: "http"),
      resolution: .declared(port: 8080, name: "http", container: "b"), expect: .success([8080])
    ),
    PortCase(
      "PORT-3", "a name that only an init container has",
      initContainers: [container("init", ContainerPort(name: "http", containerPort: 8080))], ports: port(to: "http"),
      resolution: .unresolved(name: "http"), expect: noPort, findings: [unresolved("http", initContainer: "init")]
    ),
    PortCase(
      "PORT-3", "a number in quotes is a name",
      containers: [container("app", ContainerPort(name: "http", containerPort: 8080))], ports: port(to: "8080"),
      resolution: .unresolved(name: "8080"), expect: noPort
    ),
    PortCase(
      "PORT-3", "a number in quotes finds the port of that name",
      containers: [container("app", ContainerPort(name: "8080", containerPort: 9090))], ports: port(to: "8080"),
      resolution: .declared(port: 9090, name: "8080", container: "app"), expect: .success([9090])
    ),
    PortCase(
      "PORT-3", "the empty name is that of ports without a name",
      containers: [
        container("app", ContainerPort(name: "http", containerPort: 8080), ContainerPort(containerPort: 9090))
      ],
      ports: port(to: ""), resolution: .declared(port: 9090, name: "", container: "app"), expect: .success([9090]),
      previewed: .success([80]), findings: [filledIn("8080, 9090")]
    ),
    PortCase(
      "PORT-3", "a capital letter is another name",
      containers: [container("app", ContainerPort(name: "http", containerPort: 8080))], ports: port(to: "HTTP"),
      resolution: .unresolved(name: "HTTP"), expect: noPort, findings: [unresolved("HTTP")]
    ),
    PortCase(
      "PORT-3", "names that look alike but differ in bytes are two",
      containers: [container("app", ContainerPort(name: "caf\u{E9}", containerPort: 8080))], ports: port(to: "cafe\u{301}"),
      resolution: .unresolved(name: "cafe\u{301}"), expect: noPort, findings: [unresolved("cafe\u{301}")]
    ),
    PortCase(
      "PORT-3", "the other ports of the Service stay",
      ports: [ServicePort(name: "a", port: 80, targetPort: "web"), ServicePort(name: "b", port: 81, targetPort: 8081)],
      resolution: .unresolved(name: "web"), expect: .success([8081]), findings: [unresolved("web")]
    ),
  ]

  private static let namesInReleases: [PortCase] = [
    PortCase(
      "PORT-3", "a name in the first release", under: "1.2.0",
      containers: [container("app", ContainerPort(name: "http", containerPort: 8080))], ports: port(to: "http"),
      expect: .success([8080])
    ),
    PortCase(
      "PORT-3", "a name in the newest release", under: .newest,
      containers: [container("app", ContainerPort(name: "http", containerPort: 8080))], ports: port(to: "http"),
      expect: .success([8080])
    ),
    PortCase(
      "PORT-3", "a name that no container has in the newest release", under: .newest, ports: port(to: "web"),
      expect: placeholder, findings: [unresolved("web")]
    ),
    PortCase(
      "PORT-3", "a name that only an init container has in the newest release", under: .newest,
      initContainers: [container("init", ContainerPort(name: "http", containerPort: 8080))], ports: port(to: "http"),
      expect: placeholder, findings: [unresolved("http", initContainer: "init")]
    ),
  ]

  private static let two: [Service] = [
    .fixture(name: "b", ports: port(to: "http")), .fixture(name: "a", ports: port(.udp)),
    .fixture(name: "c", selector: ["app": "c"]),
  ]

  private static let findingsOfTwo: [Told] = [
    .portNotTCP(service: "a", port: 80, transportProtocol: "UDP"),
    .unresolvedTargetPort(service: "b", port: 80, name: "http"),
  ]

  private static let withoutInbound: [PortCase] = [
    PortCase(
      "PORT-4", "no port of the Service is found", ports: port(to: "http"), expect: noPort, findings: [unresolved("http")]),
    PortCase(
      "PORT-4", "the failure names the Services of the Pod in order", services: two,
      expect: .failure(.noMatchingContainerPort(services: ["a", "b"])), findings: findingsOfTwo
    ),
    PortCase("PORT-4", "a Service without ports", ports: [], expect: noPort),
    PortCase(
      "PORT-4", "one port that is found is enough", services: [.fixture(name: "a", ports: port(to: "http")), .fixture()],
      expect: .success([8080]), findings: [.unresolvedTargetPort(service: "a", port: 80, name: "http")]
    ),
    PortCase("PORT-4", "no Service at all is no failure", services: [], expect: placeholder),
    PortCase("PORT-4", "a Service without ports in the first release", under: "1.2.0", ports: [], expect: noPort),
    PortCase(
      "PORT-4", "it is a failure up to 2.7", under: "2.7.0", services: two,
      expect: .failure(.noMatchingContainerPort(services: ["a", "b"])), findings: findingsOfTwo
    ),
    PortCase(
      "PORT-4", "it is a Pod without a Service from 2.8", under: "2.8.0", services: two, expect: placeholder,
      findings: findingsOfTwo),
    PortCase("PORT-4", "a Service without ports in the newest release", under: .newest, ports: [], expect: placeholder),
  ]

  private static let absentTargets: [PortCase] = [
    PortCase(
      "PORT-5", "the port's own number", ports: [ServicePort(port: 80)], resolution: .undeclared(port: 0),
      expect: .success([0]), previewed: .success([80])
    ),
    PortCase(
      "PORT-5", "the port's own number, where the container declares another one",
      containers: [container("app", ContainerPort(containerPort: 8080))], ports: [ServicePort(port: 80)],
      expect: .success([0]), previewed: .success([80]), findings: [filledIn("8080")]
    ),
    PortCase(
      "PORT-5", "the port's own number, where the container declares it among others",
      containers: [container("app", ContainerPort(containerPort: 80), ContainerPort(containerPort: 8080))],
      ports: [ServicePort(port: 80)], expect: .success([0]), previewed: .success([80])
    ),
    PortCase(
      "PORT-5", "a number that is there stays", ports: port(to: 8080), expect: .success([8080]), previewed: .success([8080])
    ),
    PortCase(
      "PORT-5", "a name that is there stays", ports: port(to: "http"), expect: noPort, previewed: noPort,
      findings: [unresolved("http")]
    ),
    PortCase(
      "PORT-5", "an empty name is none", ports: port(to: ""), expect: noPort, previewed: .success([80])
    ),
    PortCase(
      "PORT-5", "a negative number is there", ports: port(to: -1), expect: .success([4_294_967_295]),
      previewed: .success([4_294_967_295])
    ),
    PortCase(
      "PORT-5", "each port that has none", containers: [container("app", ContainerPort(containerPort: 8080))],
      ports: [
        ServicePort(name: "a", port: 80), ServicePort(name: "b", port: 81, targetPort: 8081),
        ServicePort(name: "c", port: 82),
      ],
      expect: .success([0, 8081, 0]), previewed: .success([80, 8081, 82]),
      findings: [filledIn("8080"), .targetPortFilledIn(service: "web", port: 82, declared: "8080")]
    ),
    PortCase(
      "PORT-5", "a UDP port gives no inbound filled in or not", ports: [ServicePort(transportProtocol: .udp, port: 80)],
      expect: noPort, previewed: noPort, findings: [notTCP("UDP")]
    ),
    PortCase(
      "PORT-5", "the port's own number in the first release", under: "1.2.0", ports: [ServicePort(port: 80)],
      expect: .success([0]), previewed: .success([80])
    ),
    PortCase(
      "PORT-5", "the port's own number in the newest release", under: .newest, ports: [ServicePort(port: 80)],
      expect: .success([0]), previewed: .success([80])
    ),
  ]
}

@Suite("Ports")
struct PortTests {
  @Test(arguments: PortTable.cases)
  func asItStands(_ row: PortCase) throws {
    let kuma = try row.rules.controlPlane()
    if let resolution = row.resolution {
      let port = try #require(row.services.first?.ports.first)
      #expect(PortResolution(of: port, on: row.pod) == resolution)
    }
    let mapping = kuma.dataplane(of: row.pod, in: .fixture(), among: ObjectCatalog(services: row.services))
    #expect(mapping.result.map { $0.networking.inbound.map(\.port) } == row.expected)
  }

  @Test(arguments: PortTable.cases)
  func preview(_ row: PortCase) throws {
    let key = "kuma.io/sidecar-injection"
    let namespace = Namespace.fixture(labels: [key: "enabled"], annotations: [key: "enabled"])
    let objects: [KubernetesObject] = [.pod(row.pod), .namespace(namespace)] + row.services.map { .service($0) }
    // What the validator refuses is no matter of ports.
    let kuma = try row.rules.controlPlane { $0.admission = .leftOut }
    let cluster = Cluster(objects.map { .kubernetes($0) }, under: kuma)
    let report = try #require(cluster.preview(of: ObjectName(namespace: "demo", name: "web-1")))
    switch row.previewed {
    case .success(let ports):
      #expect(report.outcome.dataplane?.networking.inbound.map(\.port) == ports)
    case .failure(let failure): #expect(report.outcome == .fail(failure))
    }
    // That there is no Dataplane is told too, as of every failure.
    let findings = cluster.findings(on: report).filter { $0.statement.rawValue.hasPrefix("PORT-") }.map(Told.init)
      .filter { Told.codes.contains($0.code) }
    var expected = row.findings
    if case .failure(let failure) = row.previewed, failure.statement == .noPortFound {
      expected.insert(.dataplaneFails(failure), at: 0)
    }
    #expect(findings == expected)
  }
}
