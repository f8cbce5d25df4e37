import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// The section of probes of a Pod.
struct ProbesCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let standing: Standing
  let expected: Dataplane.Probes?

  /// Which Pod is mapped: the one that is given, or what the injector makes of it.
  enum Standing {
    case asGiven
    case asInjected
  }

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    _ annotations: StringMap = ["kuma.io/virtual-probes": "enabled", "kuma.io/virtual-probes-port": "9000"],
    containers: [Container] = [Container(name: "app")],
    initContainers: [Container] = [],
    mapped standing: Standing = .asGiven,
    expect expected: Dataplane.Probes?
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(annotations: annotations, containers: containers, initContainers: initContainers)
    self.standing = standing
    self.expected = expected
  }
}

enum ProbesTable {
  static let cases = virtual + proxied + injected

  private static func container(_ probes: HTTPProbe..., named name: String = "app", restartPolicy: String = "") -> Container
  {
    Container(
      name: name, ports: [ContainerPort(name: "http", containerPort: 8080)], httpProbes: probes,
      restartPolicy: restartPolicy)
  }

  private static func probe(_ kind: HTTPProbe.Kind, _ port: PortReference, _ path: String) -> HTTPProbe {
    HTTPProbe(kind, port: port, path: path)
  }

  private static func probe(_ path: String) -> HTTPProbe { probe(.liveness, 9000, path) }

  private static func endpoint(_ path: String, _ port: Int, _ inboundPath: String) -> Dataplane.Probes.Endpoint {
    .init(path: path, inboundPort: port, inboundPath: inboundPath)
  }

  private static let virtual: [ProbesCase] = [
    ProbesCase("PROBE-1", "no annotation", [:], containers: [container(probe(.liveness, 8080, "/l"))], expect: nil),
    ProbesCase(
      "PROBE-1", "switched off", ["kuma.io/virtual-probes": "disabled", "kuma.io/virtual-probes-port": "9000"], expect: nil),
    ProbesCase("PROBE-1", "without a probe", expect: .init(port: 9000)),
    ProbesCase("PROBE-1", "without a probe", under: "1.2.0", expect: .init(port: 9000)),
    ProbesCase("PROBE-1", "without a probe", under: .newest, expect: .init(port: 9000)),
    ProbesCase(
      "PROBE-1", "another port", ["kuma.io/virtual-probes": "true", "kuma.io/virtual-probes-port": "19000"],
      containers: [container(probe(.liveness, 19000, "/8080/l"))],
      expect: .init(port: 19000, endpoints: [endpoint("/8080/l", 8080, "/l")])
    ),
    ProbesCase(
      "PROBE-1", "a probe", containers: [container(probe("/8080/healthz/live"))],
      expect: .init(port: 9000, endpoints: [endpoint("/8080/healthz/live", 8080, "/healthz/live")])
    ),
    ProbesCase(
      "PROBE-1", "a path that ends with the port", containers: [container(probe("/8080"))],
      expect: .init(port: 9000, endpoints: [endpoint("/8080", 8080, "/")])
    ),
    ProbesCase(
      "PROBE-1", "a path with a query and slashes", containers: [container(probe("/8080//a/?b=c"))],
      expect: .init(port: 9000, endpoints: [endpoint("/8080//a/?b=c", 8080, "//a/?b=c")])
    ),
    ProbesCase(
      "PROBE-1", "liveness, readiness and startup, container by container",
      containers: [
        container(probe(.liveness, 9000, "/1/l"), probe(.readiness, 9000, "/1/r"), probe(.startup, 9000, "/1/s")),
        container(probe("/2/l"), named: "other"),
      ],
      expect: .init(
        port: 9000,
        endpoints: [
          endpoint("/1/l", 1, "/l"), endpoint("/1/r", 1, "/r"), endpoint("/1/s", 1, "/s"), endpoint("/2/l", 2, "/l"),
        ])
    ),
    ProbesCase(
      "PROBE-1", "startup before 1.6", under: "1.5.5", containers: [container(probe(.startup, 9000, "/1/s"))],
      expect: .init(port: 9000)
    ),
    ProbesCase(
      "PROBE-1", "the sidecar's probes", containers: [container(probe(.readiness, 9901, "/ready"), named: "kuma-sidecar")],
      expect: .init(port: 9000)
    ),
    ProbesCase(
      "PROBE-1", "a native sidecar comes first", under: "2.8.0", containers: [container(probe("/1/l"))],
      initContainers: [
        Container(name: "kuma-sidecar"), container(probe("/2/l"), named: "native", restartPolicy: "Always"),
      ],
      expect: .init(port: 9000, endpoints: [endpoint("/2/l", 2, "/l"), endpoint("/1/l", 1, "/l")])
    ),
    ProbesCase(
      "PROBE-1", "a native sidecar before 2.8", under: "2.7.29", containers: [container(probe("/1/l"))],
      initContainers: [
        Container(name: "kuma-sidecar"), container(probe("/2/l"), named: "native", restartPolicy: "Always"),
      ],
      expect: .init(port: 9000, endpoints: [endpoint("/1/l", 1, "/l")])
    ),
    ProbesCase(
      "PROBE-1", "a port below zero is one of 32 bits without a sign", containers: [container(probe("/-1/l"))],
      expect: .init(port: 9000, endpoints: [endpoint("/-1/l", 4_294_967_295, "/l")])
    ),
  ]

  private static let both: StringMap = [
    "kuma.io/virtual-probes": "enabled", "kuma.io/virtual-probes-port": "9000",
    "kuma.io/application-probe-proxy-port": "9001",
  ]

  private static let proxied: [ProbesCase] = [
    ProbesCase(
      "PROBE-2", "a probe of the proxy", under: "2.9.0", both, containers: [container(probe(.liveness, 9001, "/8080/l"))],
      expect: .init(port: 9000, endpoints: [endpoint("/8080/l", 8080, "/l")])
    ),
    ProbesCase(
      "PROBE-2", "probes over TCP and gRPC", under: "2.9.0", both,
      containers: [
        container(probe(.liveness, 9001, "/tcp/6379"), probe(.readiness, 9001, "/grpc/80"), probe(.startup, 9001, "/80/s"))
      ],
      expect: .init(port: 9000, endpoints: [endpoint("/80/s", 80, "/s")])
    ),
  ]

  private static let injected: [ProbesCase] = [
    ProbesCase(
      "PROBE-1", "what the injector makes of probes", [:],
      containers: [container(probe(.liveness, "http", "l"), probe(.readiness, 8081, "/r"))], mapped: .asInjected,
      expect: .init(port: 9000, endpoints: [endpoint("/8080/l", 8080, "/l"), endpoint("/8081/r", 8081, "/r")])
    ),
    ProbesCase(
      "PROBE-1", "a name that no port has", [:], containers: [container(probe(.liveness, "none", "/l"))],
      mapped: .asInjected, expect: .init(port: 9000, endpoints: [endpoint("/0/l", 0, "/l")])
    ),
    ProbesCase("PROBE-1", "by default", under: "1.2.0", [:], mapped: .asInjected, expect: .init(port: 9000)),
    ProbesCase("PROBE-1", "by default up to 2.12", under: "2.12.14", [:], mapped: .asInjected, expect: .init(port: 9000)),
    ProbesCase("PROBE-1", "by default from 2.13 on", under: "2.13.0", [:], mapped: .asInjected, expect: nil),
    ProbesCase(
      "PROBE-1", "where the proxy of probes is off", under: "2.13.0", ["kuma.io/application-probe-proxy-port": "0"],
      containers: [container(probe(.liveness, 8080, "/l"))], mapped: .asInjected,
      expect: .init(port: 9000, endpoints: [endpoint("/8080/l", 8080, "/l")])
    ),
    ProbesCase(
      "PROBE-1", "a gateway", under: "2.12.14", ["kuma.io/gateway": "enabled"],
      containers: [container(probe(.liveness, 8080, "/l"))], mapped: .asInjected, expect: nil
    ),
    ProbesCase(
      "PROBE-2", "what the injector makes of probes", under: "2.9.0", [:],
      containers: [container(probe(.liveness, 8080, "/l"))], mapped: .asInjected,
      expect: .init(port: 9000, endpoints: [endpoint("/8080/l", 8080, "/l")])
    ),
  ]
}

@Suite("Probes")
struct ProbesTests {
  @Test(arguments: ProbesTable.cases)
  func probes(_ row: ProbesCase) throws {
    let kuma = try row.rules.controlPlane()
    let pod = row.standing == .asGiven ? row.pod : kuma.injectedPod(row.pod, in: .fixture())
    #expect(try kuma.dataplane(of: pod, in: .fixture(), among: ObjectCatalog()).result.get().probes == row.expected)
  }
}
