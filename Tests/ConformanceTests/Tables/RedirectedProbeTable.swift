import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What the injector writes about the probes of a Pod, and what they ask afterwards.
struct RedirectedProbeCase: SpecificationCase {
  let statement = "WRITE-5"
  let title: String
  let rules: RulesName
  let pod: Pod
  let settings: SettingsChange?
  /// `kuma.io/virtual-probes`, its port and the port of the proxy of probes.
  let annotations: [String?]
  /// The HTTP probes of all containers but the sidecar, and what is left of the others, each as the port and path it asks.
  let probes: [String]

  init(
    _ title: String,
    under rules: RulesName = "documented",
    annotations own: StringMap = [:],
    containers: [Container] = [Container(name: "app")],
    initContainers: [Container] = [],
    settings: SettingsChange? = nil,
    _ virtual: String?,
    _ virtualPort: String?,
    _ proxyPort: String? = nil,
    asks probes: [String] = []
  ) {
    self.title = title
    self.rules = rules
    pod = .fixture(annotations: own, containers: containers, initContainers: initContainers)
    self.settings = settings
    annotations = [virtual, virtualPort, proxyPort]
    self.probes = probes
  }
}

enum RedirectedProbeTable {
  private static let virtual = "kuma.io/virtual-probes"
  private static let virtualPort = "kuma.io/virtual-probes-port"
  private static let proxyPort = "kuma.io/application-probe-proxy-port"
  private static let gateway = "kuma.io/gateway"

  /// A container with a probe of every kind and form.
  private static let probed = Container(
    name: "app",
    ports: [ContainerPort(name: "http", containerPort: 8081)],
    httpProbes: [HTTPProbe(.liveness, port: 8080, path: "/l"), HTTPProbe(.startup, port: "http", path: "s")],
    portProbes: [PortProbe(.readiness, .tcp, port: 5432)]
  )
  private static let grpc = Container(name: "app", portProbes: [PortProbe(.liveness, .grpc, port: 7000)])
  private static let native = Container(
    name: "native", httpProbes: [HTTPProbe(.readiness, port: 70, path: "/")], restartPolicy: "Always")
  private static let setup = Container(name: "setup", httpProbes: [HTTPProbe(.readiness, port: 71, path: "/")])
  private static let asWritten = ["liveness 8080 /l", #"startup "http" s"#, "readiness tcp 5432"]

  static let cases: [RedirectedProbeCase] = [
    RedirectedProbeCase("a Pod without probes", "enabled", "9000"),
    RedirectedProbeCase(
      "all HTTP probes of a Pod", containers: [probed], "enabled", "9000",
      asks: ["liveness 9000 /8080/l", "startup 9000 /8081/s", "readiness tcp 5432"]
    ),
    RedirectedProbeCase(
      "startup probes stay as they are", under: "1.5.5", containers: [probed], "enabled", "9000",
      asks: ["liveness 9000 /8080/l", #"startup "http" s"#, "readiness tcp 5432"]
    ),
    RedirectedProbeCase(
      "a name that is no port of the container is 0",
      containers: [Container(name: "app", httpProbes: [HTTPProbe(.liveness, port: "none", path: "/")])],
      "enabled", "9000", asks: ["liveness 9000 /0/"]
    ),
    RedirectedProbeCase(
      "a name that is a number is one",
      containers: [Container(name: "app", httpProbes: [HTTPProbe(.liveness, port: "81", path: "")])],
      "enabled", "9000", asks: ["liveness 9000 /81/"]
    ),
    RedirectedProbeCase(
      "the Pod wants none", annotations: [virtual: "false"], containers: [probed], "disabled", "9000", asks: asWritten
    ),
    RedirectedProbeCase(
      "the Pod's own port is written as a number", annotations: [virtual: "true", virtualPort: "007"], containers: [probed],
      "enabled", "7", asks: ["liveness 7 /8080/l", "startup 7 /8081/s", "readiness tcp 5432"]
    ),
    RedirectedProbeCase(
      "a gateway", annotations: [gateway: "enabled"], containers: [probed], "disabled", "9000", asks: asWritten
    ),
    RedirectedProbeCase(
      "the control plane wants none", containers: [probed], settings: { $0.injector.virtualProbes = .disabled },
      "disabled", "9000", asks: asWritten
    ),
    RedirectedProbeCase(
      "the control plane's port", settings: { $0.injector.virtualProbesPort = 19000 }, "enabled", "19000"
    ),
    RedirectedProbeCase(
      "init containers are not asked", under: "2.8.0", initContainers: [native], "enabled", "9000",
      asks: ["readiness 70 /"]
    ),
    RedirectedProbeCase(
      "native sidecars are not asked through the proxy yet", under: "2.7.0", initContainers: [native],
      settings: { $0.injector.nativeSidecars = .enabled }, "enabled", "9000", asks: ["readiness 70 /"]
    ),
    RedirectedProbeCase(
      "native sidecars are, and what only sets up is not", under: "2.8.0", initContainers: [setup, native],
      settings: { $0.injector.nativeSidecars = .enabled }, "enabled", "9000",
      asks: ["readiness 71 /", "readiness 9000 /70/"]
    ),
    RedirectedProbeCase(
      "the proxy of probes takes all", under: "2.9.0", containers: [probed], "enabled", "9000", "9001",
      asks: ["liveness 9001 /8080/l", "readiness 9001 /tcp/5432", "startup 9001 /8081/s"]
    ),
    RedirectedProbeCase(
      "the proxy of probes takes gRPC too", under: "2.9.0", containers: [grpc], "enabled", "9000", "9001",
      asks: ["liveness 9001 /grpc/7000"]
    ),
    RedirectedProbeCase(
      "without virtual probes there is no proxy of probes either", under: "2.12.0", annotations: [virtual: "disabled"],
      containers: [grpc], "disabled", "9000", "0", asks: ["liveness grpc 7000"]
    ),
    RedirectedProbeCase(
      "but where the Pod names its port", under: "2.12.0", annotations: [virtual: "disabled", proxyPort: "9002"],
      containers: [grpc], "disabled", "9000", "9002", asks: ["liveness 9002 /grpc/7000"]
    ),
    RedirectedProbeCase(
      "without the proxy of probes there are virtual probes", under: "2.12.0", annotations: [proxyPort: "0"],
      containers: [probed], "enabled", "9000", "0",
      asks: ["liveness 9000 /8080/l", "startup 9000 /8081/s", "readiness tcp 5432"]
    ),
    RedirectedProbeCase(
      "a gateway has neither", under: "2.9.0", annotations: [gateway: "enabled"], containers: [probed],
      "disabled", "9000", "0", asks: asWritten
    ),
    RedirectedProbeCase(
      "a gateway that is switched off has virtual probes", under: "2.9.0", annotations: [gateway: "disabled"],
      containers: [grpc], "enabled", "9000", "0", asks: ["liveness grpc 7000"]
    ),
    RedirectedProbeCase(
      "the control plane's port of the proxy", under: "2.9.0", settings: { $0.injector.probeProxyPort = 0 },
      "enabled", "9000", "0"
    ),
    RedirectedProbeCase(
      "virtual probes are off, and the proxy of probes is on", under: "2.13.0", containers: [grpc],
      "disabled", "9000", "9001", asks: ["liveness 9001 /grpc/7000"]
    ),
    RedirectedProbeCase(
      "the proxy of probes is on, whatever the Pod says of virtual probes", under: "2.13.0",
      annotations: [virtual: "disabled"], containers: [grpc], "disabled", "9000", "9001",
      asks: ["liveness 9001 /grpc/7000"]
    ),
    RedirectedProbeCase(
      "a Pod that wants no proxy of probes gets virtual probes, whatever it says", under: .newest,
      annotations: [virtual: "disabled", proxyPort: "0"], containers: [probed], "enabled", "9000", "0",
      asks: ["liveness 9000 /8080/l", "startup 9000 /8081/s", "readiness tcp 5432"]
    ),
    RedirectedProbeCase(
      "a gateway gets none, whatever it says", under: .newest, annotations: [gateway: "enabled", proxyPort: "0"],
      containers: [probed], "disabled", "9000", "0", asks: asWritten
    ),
    RedirectedProbeCase(
      "the sidecar is native by default, and what starts after it is asked through it", under: .newest,
      initContainers: [native], "disabled", "9000", "9001", asks: ["readiness 9001 /70/"]
    ),
  ]
}

@Suite("Redirected probes")
struct RedirectedProbeTests {
  @Test(arguments: RedirectedProbeTable.cases)
  func probes(_ row: RedirectedProbeCase) throws {
    let injected = try row.rules.controlPlane(row.settings).injectedPod(row.pod, in: .fixture())
    let keys = ["kuma.io/virtual-probes", "kuma.io/virtual-probes-port", "kuma.io/application-probe-proxy-port"]
    #expect(keys.map { injected.metadata.annotations[$0] } == row.annotations)
    let containers = injected.spec.initContainers + injected.spec.containers
    let http = containers.flatMap(\.httpProbes).map { "\($0.kind.rawValue) \($0.port) \($0.path)" }
    let others = containers.flatMap(\.portProbes).map { "\($0.kind.rawValue) \($0.form.rawValue) \($0.port)" }
    #expect(http + others == row.probes)
  }
}
