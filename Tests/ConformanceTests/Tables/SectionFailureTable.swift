import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// Whether the control plane gives up on a Pod for what it reads of metrics and probes.
struct SectionFailureCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let standing: Standing
  let expected: MappingFailure?

  /// Which Pod is mapped: the one that is given, or what the injector makes of it.
  enum Standing {
    case asGiven
    case asInjected
  }

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    annotations: StringMap,
    containers: [Container] = [Container(name: "app")],
    initContainers: [Container] = [],
    mapped standing: Standing = .asGiven,
    expect expected: MappingFailure?
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(annotations: annotations, containers: containers, initContainers: initContainers)
    self.standing = standing
    self.expected = expected
  }
}

enum SectionFailureTable {
  static let cases: [SectionFailureCase] = metricsPorts + aggregates + switches + paths + containers + proxies + order

  private static let metricsPort = "prometheus.metrics.kuma.io/port"
  private static let virtual = "kuma.io/virtual-probes"
  private static let virtualPort = "kuma.io/virtual-probes-port"
  private static let proxyPort = "kuma.io/application-probe-proxy-port"

  private static func aggregate(_ rest: String) -> String { "prometheus.metrics.kuma.io/aggregate-\(rest)" }

  private static func noNumber(_ key: String, _ value: String) -> MappingFailure {
    .unreadableNumber(Evidence(.podAnnotation, key: key, value: value))
  }

  private static func noSwitch(_ key: String, _ value: String) -> MappingFailure {
    .unreadableSwitch(Evidence(.podAnnotation, key: key, value: value))
  }

  private static func noPort(of application: String) -> MappingFailure {
    .missingMetricsPort(key: "prometheus.metrics.kuma.io/aggregate-\(application)-port")
  }

  private static let metricsPorts: [SectionFailureCase] = [
    SectionFailureCase("FAIL-1", "no annotation", annotations: [:], expect: nil),
    SectionFailureCase("FAIL-1", "a port that is a number", annotations: [metricsPort: "9090"], expect: nil),
    SectionFailureCase("FAIL-1", "leading zeros", annotations: [metricsPort: "007"], expect: nil),
    SectionFailureCase("FAIL-1", "a number that is no port", annotations: [metricsPort: "4294967295"], expect: nil),
    SectionFailureCase(
      "FAIL-1", "a number of more than 32 bits", annotations: [metricsPort: "4294967296"],
      expect: noNumber(metricsPort, "4294967296")
    ),
    SectionFailureCase(
      "FAIL-1", "a name of a port", annotations: [metricsPort: "http"], expect: noNumber(metricsPort, "http")),
    SectionFailureCase(
      "FAIL-1", "a name of a port", under: "1.2.0", annotations: [metricsPort: "http"], expect: noNumber(metricsPort, "http")
    ),
    SectionFailureCase(
      "FAIL-1", "a name of a port", under: .newest, annotations: [metricsPort: "http"],
      expect: noNumber(metricsPort, "http")
    ),
    SectionFailureCase("FAIL-1", "an empty port", annotations: [metricsPort: ""], expect: noNumber(metricsPort, "")),
    SectionFailureCase(
      "FAIL-1", "a port with a sign", annotations: [metricsPort: "+5"], expect: noNumber(metricsPort, "+5")),
    SectionFailureCase(
      "FAIL-1", "a port with a blank", annotations: [metricsPort: "5 "], expect: noNumber(metricsPort, "5 ")),
    SectionFailureCase("FAIL-1", "any path", annotations: ["prometheus.metrics.kuma.io/path": "::"], expect: nil),
    SectionFailureCase(
      "FAIL-1", "a gateway's port is read too", annotations: ["kuma.io/gateway": "enabled", metricsPort: "x"],
      expect: noNumber(metricsPort, "x")
    ),
  ]

  private static let aggregates: [SectionFailureCase] = [
    SectionFailureCase(
      "FAIL-1", "an application without a port, before it is read", under: "1.6.5",
      annotations: [aggregate("app-path"): "/m"],
      expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "an application without a port", under: "1.7.0", annotations: [aggregate("app-path"): "/m"],
      expect: noPort(of: "app")
    ),
    SectionFailureCase(
      "FAIL-1", "an application without a port", under: .newest, annotations: [aggregate("app-path"): "/m"],
      expect: noPort(of: "app")
    ),
    SectionFailureCase(
      "FAIL-1", "an application without a port, as documented", annotations: [aggregate("app-path"): "/m"], expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "an application with a port", under: "1.7.0",
      annotations: [aggregate("app-path"): "/m", aggregate("app-port"): "80"], expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "an application with nothing but a port", under: "1.7.0", annotations: [aggregate("app-port"): "80"],
      expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "an application whose port is no number", under: "1.7.0", annotations: [aggregate("app-port"): "http"],
      expect: noNumber(aggregate("app-port"), "http")
    ),
    SectionFailureCase(
      "FAIL-1", "an application that is switched on without a port", under: "1.7.0",
      annotations: [aggregate("app-enabled"): "true"], expect: noPort(of: "app")
    ),
    SectionFailureCase(
      "FAIL-1", "an application that is switched off without a port", under: "1.7.0",
      annotations: [aggregate("app-enabled"): "false"], expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "an application that is switched off with a port that is no number", under: "1.7.0",
      annotations: [aggregate("app-enabled"): "false", aggregate("app-port"): "x"],
      expect: noNumber(aggregate("app-port"), "x")
    ),
    SectionFailureCase(
      "FAIL-1", "an application's empty switch", under: "1.7.0",
      annotations: [aggregate("app-enabled"): "", aggregate("app-port"): "80"],
      expect: noSwitch(aggregate("app-enabled"), "")
    ),
    SectionFailureCase(
      "FAIL-1", "an application's switch comes before its port", under: .newest,
      annotations: [aggregate("app-enabled"): "on", aggregate("app-port"): "x"],
      expect: noSwitch(aggregate("app-enabled"), "on")
    ),
    SectionFailureCase(
      "FAIL-1", "no is no word before 2.7", under: "2.6.15", annotations: [aggregate("app-enabled"): "no"],
      expect: noSwitch(aggregate("app-enabled"), "no")
    ),
    SectionFailureCase(
      "FAIL-1", "no is a word from 2.7 on", under: "2.7.0", annotations: [aggregate("app-enabled"): "no"], expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "an address alone makes no application", under: .newest, annotations: [aggregate("app-address"): "::"],
      expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "the port of the metrics comes before applications", under: .newest,
      annotations: [metricsPort: "x", aggregate("app-port"): "y"], expect: noNumber(metricsPort, "x")
    ),
    SectionFailureCase(
      "FAIL-1", "of two applications the first by name is named", under: .newest,
      annotations: [aggregate("a-path"): "/", aggregate("B-path"): "/"], expect: noPort(of: "B")
    ),
    SectionFailureCase(
      "FAIL-1", "the second application is read too", under: .newest,
      annotations: [aggregate("a-port"): "80", aggregate("b-path"): "/"], expect: noPort(of: "b")
    ),
    SectionFailureCase(
      "FAIL-1", "the name of an application may hold letters, digits and dashes", under: .newest,
      annotations: [aggregate("My-App2-path"): "/"], expect: noPort(of: "My-App2")
    ),
    SectionFailureCase(
      "FAIL-1", "the name of an application may end like a field", under: .newest,
      annotations: [aggregate("a-port-path"): "/"], expect: noPort(of: "a-port")
    ),
    SectionFailureCase(
      "FAIL-1", "the name of an application may be a dash", under: .newest, annotations: [aggregate("--path"): "/"],
      expect: noPort(of: "-")
    ),
    SectionFailureCase(
      "FAIL-1", "a key without the name of an application", under: .newest, annotations: [aggregate("port"): "x"],
      expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "a key with an empty name of an application", under: .newest, annotations: [aggregate("-port"): "x"],
      expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "a name of an application with an underscore", under: .newest, annotations: [aggregate("a_b-port"): "x"],
      expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "a name of an application with a dot", under: .newest, annotations: [aggregate("a.b-port"): "x"],
      expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "a name of an application with a letter that is not ASCII", under: .newest,
      annotations: [aggregate("é-port"): "x"], expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "a key that goes on", under: .newest, annotations: [aggregate("app-ports"): "x"], expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "a key that begins earlier", under: "2.0.8",
      annotations: ["my.prometheus.metrics.kuma.io/aggregate-app-port": "x"], expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "dots stand for any character, but the port has its exact key", under: "1.7.0",
      annotations: ["prometheus-metrics.kuma.io/aggregate-app-port": "80"], expect: noPort(of: "app")
    ),
    SectionFailureCase(
      "FAIL-1", "dots stand for any character, but the port has its exact key", under: "2.0.8",
      annotations: ["prometheus.metricsékumaxio/aggregate-app-port": "80"], expect: noPort(of: "app")
    ),
    SectionFailureCase(
      "FAIL-1", "dots do not stand for the end of a line", under: "2.0.8",
      annotations: ["prometheus\nmetrics.kuma.io/aggregate-app-port": "80"], expect: nil
    ),
    SectionFailureCase(
      "FAIL-1", "dots are dots from 2.1 on", under: "2.1.0",
      annotations: ["prometheus-metrics.kuma.io/aggregate-app-port": "80"], expect: nil
    ),
  ]

  /// A container with one probe.
  private static func container(
    _ kind: HTTPProbe.Kind = .liveness,
    port: PortReference = 9000,
    path: String,
    named name: String = "app",
    restartPolicy: String = ""
  ) -> Container {
    Container(name: name, httpProbes: [HTTPProbe(kind, port: port, path: path)], restartPolicy: restartPolicy)
  }

  private static let on: StringMap = [virtual: "enabled", virtualPort: "9000"]

  private static func refused(
    _ kind: HTTPProbe.Kind = .liveness,
    port: PortReference = 9000,
    path: String,
    in container: String = "app",
    _ problem: VirtualProbeProblem
  ) -> MappingFailure {
    .notVirtualProbe(container: ExactString(container), HTTPProbe(kind, port: port, path: path), problem)
  }

  private static let switches: [SectionFailureCase] = [
    SectionFailureCase(
      "FAIL-2", "without the switch probes are not read", annotations: [virtualPort: "x"],
      containers: [container(port: 8080, path: "/health")], expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "switched off probes are not read", annotations: [virtual: "disabled", virtualPort: "x", proxyPort: "x"],
      containers: [container(port: 8080, path: "/health")], expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a switch with a capital letter", annotations: [virtual: "True"], expect: noSwitch(virtual, "True")),
    SectionFailureCase(
      "FAIL-2", "a switch with a capital letter", under: "1.2.0", annotations: [virtual: "True"],
      expect: noSwitch(virtual, "True")
    ),
    SectionFailureCase(
      "FAIL-2", "yes is no word before 2.7", under: "2.6.15", annotations: [virtual: "yes"], expect: noSwitch(virtual, "yes")
    ),
    SectionFailureCase(
      "FAIL-2", "yes is a word from 2.7 on", under: "2.7.0", annotations: [virtual: "yes"],
      expect: .missingProbesPort(key: ExactString(virtualPort))
    ),
    SectionFailureCase(
      "FAIL-2", "the port is missing", annotations: [virtual: "true"],
      expect: .missingProbesPort(key: ExactString(virtualPort))
    ),
    SectionFailureCase(
      "FAIL-2", "the port is missing", under: "1.2.0", annotations: [virtual: "true"],
      expect: .missingProbesPort(key: ExactString(virtualPort))
    ),
    SectionFailureCase(
      "FAIL-2", "the port is missing", under: .newest, annotations: [virtual: "true"],
      expect: .missingProbesPort(key: ExactString(virtualPort))
    ),
    SectionFailureCase(
      "FAIL-2", "the port is no number", annotations: [virtual: "true", virtualPort: "http"],
      expect: noNumber(virtualPort, "http")
    ),
    SectionFailureCase("FAIL-2", "a port and no probes", annotations: on, expect: nil),
    SectionFailureCase(
      "FAIL-2", "a gateway's probes are read too", annotations: ["kuma.io/gateway": "enabled", virtual: "true"],
      expect: .missingProbesPort(key: ExactString(virtualPort))
    ),
  ]

  private static let paths: [SectionFailureCase] = [
    SectionFailureCase(
      "FAIL-2", "a virtual probe", annotations: on, containers: [container(path: "/8080/health")], expect: nil),
    SectionFailureCase(
      "FAIL-2", "a virtual probe", under: .newest, annotations: on, containers: [container(path: "/8080/health")],
      expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a path that is only a port", annotations: on, containers: [container(path: "/8080")], expect: nil),
    SectionFailureCase(
      "FAIL-2", "a probe of another port", annotations: on, containers: [container(port: 8080, path: "/8080/health")],
      expect: refused(port: 8080, path: "/8080/health", .otherPort)
    ),
    SectionFailureCase(
      "FAIL-2", "a probe of another port", under: "1.2.0", annotations: on,
      containers: [container(port: 8080, path: "/8080/health")],
      expect: refused(port: 8080, path: "/8080/health", .otherPort)
    ),
    SectionFailureCase(
      "FAIL-2", "a probe of another port", under: .newest, annotations: on,
      containers: [container(port: 8080, path: "/8080/health")],
      expect: refused(port: 8080, path: "/8080/health", .otherPort)
    ),
    SectionFailureCase(
      "FAIL-2", "a path without a port", annotations: on, containers: [container(path: "/health")],
      expect: refused(path: "/health", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a path without its slash", annotations: on, containers: [container(path: "8080/health")],
      expect: refused(path: "8080/health", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a path whose port comes after a piece", annotations: on, containers: [container(path: "a/8080")],
      expect: refused(path: "a/8080", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "an empty path", annotations: on, containers: [container(path: "")], expect: refused(path: "", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a path that is a slash", annotations: on, containers: [container(path: "/")],
      expect: refused(path: "/", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a path whose port comes after an empty piece", annotations: on, containers: [container(path: "//8080")],
      expect: refused(path: "//8080", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a path with the greatest port of 32 bits", annotations: on, containers: [container(path: "/2147483647")],
      expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a path with a port of more than 32 bits", annotations: on, containers: [container(path: "/2147483648")],
      expect: refused(path: "/2147483648", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a path with a port of more than 64 bits", annotations: on,
      containers: [container(path: "/99999999999999999999")], expect: refused(path: "/99999999999999999999", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a path with one more than the greatest number of 64 bits", annotations: on,
      containers: [container(path: "/9223372036854775808/")], expect: refused(path: "/9223372036854775808/", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a path with the least number of 64 bits", annotations: on,
      containers: [container(path: "/-9223372036854775808/")],
      expect: refused(path: "/-9223372036854775808/", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a path with a sign", annotations: on, containers: [container(path: "/+8080/")], expect: nil),
    SectionFailureCase(
      "FAIL-2", "a path with the least port of 32 bits", annotations: on, containers: [container(path: "/-2147483648")],
      expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a path with a sign alone", annotations: on, containers: [container(path: "/-/")],
      expect: refused(path: "/-/", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a port by a name that is its number", annotations: on, containers: [container(port: "9000", path: "/8080")],
      expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a port by name", annotations: on, containers: [container(port: "http", path: "/8080")],
      expect: refused(port: "http", path: "/8080", .otherPort)
    ),
    SectionFailureCase(
      "FAIL-2", "a port by name counts as 0", annotations: [virtual: "true", virtualPort: "0"],
      containers: [container(port: "http", path: "/8080")], expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a negative port counts as 32 bits", annotations: [virtual: "true", virtualPort: "4294967295"],
      containers: [container(port: -1, path: "/8080")], expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a port by a name that is too great a number counts as 32 bits",
      annotations: [virtual: "true", virtualPort: "4294967295"],
      containers: [container(port: "99999999999999999999", path: "/8080")], expect: nil
    ),
  ]

  private static let containers: [SectionFailureCase] = [
    SectionFailureCase(
      "FAIL-2", "a readiness probe is read", annotations: on, containers: [container(.readiness, path: "/r")],
      expect: refused(.readiness, path: "/r", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a startup probe is not read before 1.6", under: "1.5.5", annotations: on,
      containers: [container(.startup, path: "/s")], expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a startup probe is read", under: "1.6.0", annotations: on, containers: [container(.startup, path: "/s")],
      expect: refused(.startup, path: "/s", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a startup probe is read", annotations: on, containers: [container(.startup, path: "/s")],
      expect: refused(.startup, path: "/s", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "the second probe of a container is read too", annotations: on,
      containers: [
        Container(
          name: "app",
          httpProbes: [HTTPProbe(.liveness, port: 9000, path: "/80/l"), HTTPProbe(.readiness, port: 80, path: "/r")]
        )
      ],
      expect: refused(.readiness, port: 80, path: "/r", .otherPort)
    ),
    SectionFailureCase(
      "FAIL-2", "the first faulty probe of a container is named", annotations: on,
      containers: [
        Container(
          name: "app", httpProbes: [HTTPProbe(.liveness, port: 80, path: "/l"), HTTPProbe(.readiness, port: 80, path: "/r")]
        )
      ],
      expect: refused(port: 80, path: "/l", .otherPort)
    ),
    SectionFailureCase(
      "FAIL-2", "every container is read", annotations: on,
      containers: [container(path: "/80/l"), container(path: "/l", named: "other")],
      expect: refused(path: "/l", in: "other", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "the sidecar's probes are not read", annotations: on,
      containers: [Container(name: "app"), container(port: 9901, path: "/ready", named: "kuma-sidecar")], expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a native sidecar after the proxy is not read before 2.8", under: "2.7.29", annotations: on,
      initContainers: [Container(name: "kuma-sidecar"), container(path: "/l", named: "native", restartPolicy: "Always")],
      expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a native sidecar after the proxy is not read", annotations: on,
      initContainers: [Container(name: "kuma-sidecar"), container(path: "/l", named: "native", restartPolicy: "Always")],
      expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a path for TCP is none that Kuma rewrote", annotations: on, containers: [container(path: "/tcp/80")],
      expect: refused(path: "/tcp/80", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a native sidecar after the proxy is read", under: "2.8.0", annotations: on,
      initContainers: [Container(name: "kuma-sidecar"), container(path: "/l", named: "native", restartPolicy: "Always")],
      expect: refused(path: "/l", in: "native", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a native sidecar comes before containers", under: "2.8.0", annotations: on,
      containers: [container(path: "/a")],
      initContainers: [Container(name: "kuma-sidecar"), container(path: "/l", named: "native", restartPolicy: "Always")],
      expect: refused(path: "/l", in: "native", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a native sidecar before the proxy is not read", under: "2.8.0", annotations: on,
      initContainers: [container(path: "/l", named: "native", restartPolicy: "Always"), Container(name: "kuma-sidecar")],
      expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a native sidecar is not read where the proxy is an ordinary container", under: "2.8.0", annotations: on,
      containers: [Container(name: "app"), Container(name: "kuma-sidecar")],
      initContainers: [container(path: "/l", named: "native", restartPolicy: "Always")], expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "an init container that is no native sidecar is not read", under: "2.8.0", annotations: on,
      initContainers: [Container(name: "kuma-sidecar"), container(path: "/l", named: "init")], expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "the proxy as a native sidecar is not read", under: "2.8.0", annotations: on,
      initContainers: [container(port: 9901, path: "/ready", named: "kuma-sidecar", restartPolicy: "Always")], expect: nil
    ),
  ]

  private static let proxied: StringMap = [virtual: "enabled", virtualPort: "9000", proxyPort: "9001"]

  private static let proxies: [SectionFailureCase] = [
    SectionFailureCase(
      "FAIL-2", "the port of the proxy of probes does not count before 2.9", under: "2.8.8", annotations: proxied,
      containers: [container(port: 9001, path: "/8080/l")], expect: refused(port: 9001, path: "/8080/l", .otherPort)
    ),
    SectionFailureCase(
      "FAIL-2", "the port of the proxy of probes counts", under: "2.9.0", annotations: proxied,
      containers: [container(port: 9001, path: "/8080/l")], expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "the virtual port counts beside the proxy of probes", under: "2.9.0", annotations: proxied,
      containers: [container(port: 9000, path: "/8080/l")], expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a third port beside the proxy of probes", under: "2.9.0", annotations: proxied,
      containers: [container(port: 9002, path: "/8080/l")], expect: refused(port: 9002, path: "/8080/l", .otherPort)
    ),
    SectionFailureCase(
      "FAIL-2", "the port 0 of the proxy of probes does not count", under: "2.9.0",
      annotations: [virtual: "enabled", virtualPort: "9000", proxyPort: "0"],
      containers: [container(port: 0, path: "/8080/l")],
      expect: refused(port: 0, path: "/8080/l", .otherPort)
    ),
    SectionFailureCase(
      "FAIL-2", "the port of the proxy of probes is no number, before it is read", under: "2.8.8",
      annotations: [virtual: "enabled", virtualPort: "9000", proxyPort: "x"], expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "the port of the proxy of probes is no number", under: "2.9.0",
      annotations: [virtual: "enabled", virtualPort: "9000", proxyPort: "x"], containers: [container(path: "/l")],
      expect: noNumber(proxyPort, "x")
    ),
    SectionFailureCase(
      "FAIL-2", "the port of the proxy of probes is not read where virtual probes are off", under: .newest,
      annotations: [virtual: "disabled", proxyPort: "x"], expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "the virtual port comes before that of the proxy of probes", under: "2.9.0",
      annotations: [virtual: "enabled", proxyPort: "x"], expect: .missingProbesPort(key: ExactString(virtualPort))
    ),
    SectionFailureCase(
      "FAIL-2", "a path for TCP before 2.9", under: "2.8.8", annotations: on, containers: [container(path: "/tcp/80")],
      expect: refused(path: "/tcp/80", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "a path for TCP", under: "2.9.0", annotations: on, containers: [container(path: "/tcp/80")], expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a path for gRPC", under: "2.9.0", annotations: on, containers: [container(path: "/grpc/80")], expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "a path for TCP in capital letters", under: "2.9.0", annotations: on,
      containers: [container(path: "/TCP/80")],
      expect: refused(path: "/TCP/80", .noPortInPath)
    ),
    SectionFailureCase(
      "FAIL-2", "the injector makes probes virtual and writes the port", annotations: [virtual: "enabled"],
      containers: [
        Container(
          name: "app",
          ports: [ContainerPort(name: "http", containerPort: 8080)],
          httpProbes: [HTTPProbe(.liveness, port: 8080, path: "/l"), HTTPProbe(.readiness, port: "http", path: "r")]
        )
      ],
      mapped: .asInjected, expect: nil
    ),
    SectionFailureCase(
      "FAIL-2", "the injector keeps the virtual port", under: "2.9.0",
      annotations: [virtual: "enabled", virtualPort: "19000"],
      containers: [container(port: 8080, path: "/l")], mapped: .asInjected, expect: nil
    ),
  ]

  private static let order: [SectionFailureCase] = [
    SectionFailureCase(
      "FAIL-1", "metrics come before probes", annotations: [metricsPort: "x", virtual: "x"],
      expect: noNumber(metricsPort, "x")
    ),
    SectionFailureCase(
      "FAIL-1", "the gateway comes before metrics", annotations: [metricsPort: "x", "kuma.io/gateway": "x"],
      expect: noSwitch("kuma.io/gateway", "x")
    ),
    SectionFailureCase(
      "FAIL-1", "transparent proxying comes before metrics", under: .newest,
      annotations: [metricsPort: "x", "kuma.io/transparent-proxying": "x"],
      expect: noSwitch("kuma.io/transparent-proxying", "x")
    ),
    SectionFailureCase(
      "FAIL-2", "probes come before the administration port", annotations: [virtual: "x", "kuma.io/envoy-admin-port": "x"],
      expect: noSwitch(virtual, "x")
    ),
    SectionFailureCase(
      "FAIL-2", "the administration port is read after probes",
      annotations: (["kuma.io/envoy-admin-port": "x"] as StringMap).over(on),
      expect: noNumber("kuma.io/envoy-admin-port", "x")
    ),
  ]
}

@Suite("Failures of sections")
struct SectionFailureTests {
  @Test(arguments: SectionFailureTable.cases)
  func failure(_ row: SectionFailureCase) throws {
    let kuma = try row.rules.controlPlane()
    let pod = row.standing == .asGiven ? row.pod : kuma.injectedPod(row.pod, in: .fixture())
    let result = kuma.dataplane(of: pod, in: .fixture(), among: ObjectCatalog()).result
    switch result {
    case .success: #expect(row.expected == nil)
    case .failure(let failure): #expect(failure == row.expected)
    }
  }
}
