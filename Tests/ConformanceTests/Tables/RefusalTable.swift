import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What the injector decides about a Pod whose switch is on.
struct RefusalCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let settings: SettingsChange?
  let catalog: ObjectCatalog
  /// Why the Pod is refused; nil where it is injected.
  let expected: InjectionDecision.RejectReason?

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    annotations: StringMap = [:],
    containers: [Container] = [Container(name: "app")],
    initContainers: [Container] = [],
    volumes: [String] = [],
    settings: SettingsChange? = nil,
    meshes: MeshCatalog = .every,
    patches: ContainerPatchCatalog = .unknown,
    expect expected: InjectionDecision.RejectReason?
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    var pod = Pod.fixture(
      labels: ["kuma.io/sidecar-injection": "enabled"],
      // Releases up to 1.4.0 read the switch as an annotation only.
      annotations: (["kuma.io/sidecar-injection": "enabled"] as StringMap).over(annotations),
      containers: containers,
      initContainers: initContainers
    )
    pod.spec.volumeNames = volumes
    self.pod = pod
    self.settings = settings
    catalog = ObjectCatalog(meshes: meshes, containerPatches: patches)
    self.expected = expected
  }
}

enum RefusalTable {
  static let cases: [RefusalCase] =
    order + ofSidecar + ofProxying + ofBuiltinDNS + patchesAndVolumes + gateways + probes + byConfigMap

  private static let variables = "kuma.io/sidecar-env-vars"
  private static let concurrency = "kuma.io/sidecar-proxy-concurrency"
  private static let drainTime = "kuma.io/sidecar-drain-time"
  private static let wait = "kuma.io/wait-for-dataplane-ready"
  private static let spire = "k8s.kuma.io/spire-support"
  private static let adminPort = "kuma.io/envoy-admin-port"
  private static let volume = "kuma.io/service-account-token-volume"
  private static let patches = "kuma.io/container-patches"
  private static let ebpf = "kuma.io/transparent-proxying-ebpf"
  private static let dns = "kuma.io/builtin-dns"
  private static let oldDNS = "kuma.io/builtindns"
  private static let initFirst = "kuma.io/init-first"
  private static let gateway = "kuma.io/gateway"
  private static let virtual = "kuma.io/virtual-probes"
  private static let virtualPort = "kuma.io/virtual-probes-port"
  private static let proxyPort = "kuma.io/application-probe-proxy-port"

  private static func evidence(_ key: String, _ value: String) -> Evidence {
    Evidence(.podAnnotation, key: key, value: value)
  }

  private static func no(_ form: AnnotationForm, _ key: String, _ value: String) -> InjectionDecision.RejectReason {
    .unreadableAnnotation(evidence(key, value), form)
  }

  private static let configMap: SettingsChange = { $0.injector.transparentProxyConfigMap = "kuma-tproxy" }
  private static let familyMode = "kuma.io/transparent-proxying-ip-family-mode"
  private static let inboundPorts = "traffic.kuma.io/exclude-inbound-ports"
  private static let outboundPorts = "traffic.kuma.io/exclude-outbound-ports"
  private static let packets = "traffic.kuma.io/drop-invalid-packets"

  private static func holding(_ configuration: ProxyConfiguration) -> SettingsChange {
    {
      $0.injector.transparentProxyConfigMap = "kuma-tproxy"
      $0.injector.transparentProxyConfiguration = configuration
    }
  }

  private static let noConfigMap = InjectionDecision.RejectReason.missingProxyConfigMap("kuma-tproxy")

  /// INJ-20, WRITE-8.
  private static let byConfigMap: [RefusalCase] = [
    RefusalCase("WRITE-8", "no ConfigMap, before one is known", under: "2.8.8", settings: holding(.missing), expect: nil),
    RefusalCase("WRITE-8", "no ConfigMap", under: "2.9.0", settings: holding(.missing), expect: noConfigMap),
    RefusalCase("WRITE-8", "no ConfigMap", under: "2.9.19", settings: holding(.missing), expect: noConfigMap),
    RefusalCase("WRITE-8", "no ConfigMap is needed", under: "2.10.0", settings: holding(.missing), expect: nil),
    RefusalCase("WRITE-8", "no ConfigMap is needed", under: "2.10.11", settings: holding(.missing), expect: nil),
    RefusalCase("WRITE-8", "no ConfigMap", under: "2.11.0", settings: holding(.missing), expect: noConfigMap),
    RefusalCase("WRITE-8", "no ConfigMap", under: .newest, settings: holding(.missing), expect: noConfigMap),
    RefusalCase(
      "WRITE-8", "no ConfigMap, though none is named", under: "3.0.0",
      settings: { $0.injector.transparentProxyConfiguration = .missing },
      expect: .missingProxyConfigMap("kuma-transparent-proxy-config")),
    RefusalCase("WRITE-8", "no ConfigMap that is named", under: "3.0.0", settings: holding(.missing), expect: noConfigMap),
    RefusalCase("WRITE-8", "a default install has a ConfigMap", under: "3.0.0", expect: nil),
    RefusalCase("WRITE-8", "a ConfigMap", under: .newest, settings: holding(.found(.init())), expect: nil),
    RefusalCase("WRITE-8", "a ConfigMap that is not known", under: .newest, settings: configMap, expect: nil),
    RefusalCase(
      "WRITE-8", "the ConfigMap comes before annotations", under: .newest, annotations: [familyMode: "ipv6"],
      settings: holding(.missing), expect: noConfigMap),
    RefusalCase(
      "WRITE-8", "another ConfigMap that the Pod names", under: "2.9.0",
      annotations: ["traffic.kuma.io/transparent-proxy-configmap-name": "own"], settings: holding(.missing), expect: nil),
    RefusalCase(
      "WRITE-8", "another ConfigMap does not replace that of the control plane", under: "2.11.0",
      annotations: ["traffic.kuma.io/transparent-proxy-configmap-name": "own"], settings: holding(.missing),
      expect: noConfigMap),
    RefusalCase(
      "WRITE-5", "a probe of the port of the proxy that is switched off", under: .newest, annotations: [virtual: "disabled"],
      containers: [Container(name: "app", httpProbes: [HTTPProbe(.liveness, port: 9001)])],
      settings: configMap, expect: nil),
    RefusalCase(
      "INJ-20", "without a ConfigMap nobody reads the IP family mode", under: .newest, annotations: [familyMode: "ipv6"],
      expect: nil),
    RefusalCase(
      "INJ-20", "nobody knows a ConfigMap", under: "2.8.8", annotations: [familyMode: "ipv6"], settings: configMap,
      expect: nil),
    RefusalCase(
      "INJ-20", "the IP family mode", under: "2.9.0", annotations: [familyMode: "ipv6", packets: "x"], settings: configMap,
      expect: no(.familyMode, familyMode, "ipv6")),
    RefusalCase(
      "INJ-20", "an IP family mode in capitals", under: "2.9.0", annotations: [familyMode: "IPv4"], settings: configMap,
      expect: nil),
    RefusalCase(
      "INJ-20", "packets come next", under: .newest, annotations: [packets: "x", outboundPorts: "x"], settings: configMap,
      expect: no(.trueOrFalse, packets, "x")),
    RefusalCase(
      "INJ-20", "then ports that are not redirected", under: .newest, annotations: [outboundPorts: "1,x", gateway: "x"],
      settings: configMap, expect: no(.ports, outboundPorts, "1,x")),
    RefusalCase(
      "INJ-20", "whitespace and empty pieces are no error", under: .newest, annotations: [outboundPorts: " 1 ,, 65535 "],
      settings: configMap, expect: nil),
    RefusalCase(
      "INJ-20", "a port too great", under: .newest, annotations: [outboundPorts: "65536"], settings: configMap,
      expect: no(.ports, outboundPorts, "65536")),
    RefusalCase(
      "INJ-20", "the port 0", under: .newest, annotations: [inboundPorts: "0"], settings: configMap,
      expect: no(.ports, inboundPorts, "0")),
    RefusalCase(
      "INJ-20", "then the gateway", under: .newest, annotations: [gateway: "x", inboundPorts: "x"], settings: configMap,
      expect: .unreadableGateway(evidence(gateway, "x"))),
    RefusalCase(
      "INJ-20", "of a gateway nothing comes in", under: .newest, annotations: [gateway: "enabled", inboundPorts: "x"],
      settings: configMap, expect: nil),
    RefusalCase(
      "INJ-20", "then eBPF", under: .newest, annotations: [ebpf: "x", virtual: "x"], settings: configMap,
      expect: no(.onOrOff, ebpf, "x")),
    RefusalCase(
      "INJ-20", "nobody reads the builtin DNS and the port of virtual probes", under: .newest,
      annotations: [dns: "x", virtualPort: "x"], settings: configMap, expect: nil),
    RefusalCase(
      "INJ-20", "the administration port is still read", under: .newest, annotations: [adminPort: "x"], settings: configMap,
      expect: .unreadableAdminPort(evidence(adminPort, "x"))),
    RefusalCase(
      "INJ-20", "at last the place of the init container", under: .newest, annotations: [initFirst: "x"],
      settings: configMap,
      expect: no(.onOrOff, initFirst, "x")),
  ]

  /// INJ-13.
  private static let order: [RefusalCase] = [
    RefusalCase(
      "INJ-13", "the sidecar's annotations come before the mesh", annotations: [variables: "x"], meshes: .only([]),
      expect: no(.variables, variables, "x")
    ),
    RefusalCase(
      "INJ-13", "the mesh comes before annotations of the proxying", annotations: [gateway: "x"], meshes: .only([]),
      expect: .meshNotFound(ExactString("default"), namedBy: nil)
    ),
    RefusalCase(
      "INJ-13", "the mesh comes first", under: "1.8.0", annotations: [variables: "x"], meshes: .only([]),
      expect: .meshNotFound(ExactString("default"), namedBy: nil)
    ),
    RefusalCase(
      "INJ-13", "the sidecar's user comes before ContainerPatches", under: "2.3.0", annotations: [patches: "a"],
      containers: [Container(name: "app", runAsUser: 5678)], patches: .only([]),
      expect: .sidecarUserInUse(containers: [ExactString("app")], user: 5678)
    ),
    RefusalCase(
      "INJ-13", "ContainerPatches come before annotations", under: "2.3.0", annotations: [patches: "a", drainTime: "x"],
      patches: .only([]),
      expect: .missingContainerPatches(ofControlPlane: [], ofPod: [ExactString("a")], namedBy: asked("a"))
    ),
    RefusalCase(
      "INJ-13", "the drain time comes first among the annotations", under: .newest,
      annotations: [drainTime: "x", spire: "x", variables: "x"], expect: no(.duration, drainTime, "x")
    ),
    RefusalCase(
      "INJ-13", "SPIRE comes next", under: .newest, annotations: [spire: "x", variables: "x"],
      expect: no(.onOrOff, spire, "x")
    ),
    RefusalCase(
      "INJ-13", "then variables", under: .newest, annotations: [variables: "x", concurrency: "x"],
      expect: no(.variables, variables, "x")
    ),
    RefusalCase(
      "INJ-13", "then the concurrency", under: .newest, annotations: [concurrency: "x", adminPort: "x"],
      expect: no(.number, concurrency, "x")
    ),
    RefusalCase(
      "INJ-13", "then the administration port", under: .newest, annotations: [adminPort: "x", wait: "x"],
      expect: .unreadableAdminPort(evidence(adminPort, "x"))
    ),
    RefusalCase(
      "INJ-13", "then waiting for the proxy", under: .newest, annotations: [wait: "x", volume: "x"],
      expect: no(.onOrOff, wait, "x")
    ),
    RefusalCase(
      "INJ-13", "then the volume", under: .newest, annotations: [volume: "x", ebpf: "x"],
      expect: .missingTokenVolume(evidence(volume, "x"))
    ),
    RefusalCase(
      "INJ-13", "then eBPF", under: .newest, annotations: [ebpf: "x", dns: "x"], expect: no(.onOrOff, ebpf, "x")
    ),
    RefusalCase(
      "INJ-13", "then the DNS", under: .newest, annotations: [dns: "x", virtual: "x"], expect: no(.onOrOff, dns, "x")
    ),
    RefusalCase(
      "INJ-13", "then probes", under: .newest, annotations: [virtual: "x", gateway: "x", initFirst: "x"],
      expect: no(.onOrOff, virtual, "x")
    ),
    RefusalCase(
      "INJ-13", "then the init container", under: .newest, annotations: [initFirst: "x"],
      containers: [Container(name: "app", httpProbes: [HTTPProbe(.liveness, port: 9001)])],
      expect: no(.onOrOff, initFirst, "x")
    ),
  ]

  /// INJ-14.
  private static let ofSidecar: [RefusalCase] = [
    RefusalCase("INJ-14", "one variable", annotations: [variables: "A=1"], expect: nil),
    RefusalCase("INJ-14", "variables, one without a value", annotations: [variables: "A=1;B="], expect: nil),
    RefusalCase("INJ-14", "no variable", annotations: [variables: ""], expect: no(.variables, variables, "")),
    RefusalCase(
      "INJ-14", "a value with an equals sign", under: .newest, annotations: [variables: "A=1=2"],
      expect: no(.variables, variables, "A=1=2")
    ),
    RefusalCase(
      "INJ-14", "nothing behind the last semicolon", under: "1.2.0", annotations: [variables: "A=1;"],
      expect: no(.variables, variables, "A=1;")
    ),
    RefusalCase("INJ-14", "a concurrency", annotations: [concurrency: "0"], expect: nil),
    RefusalCase(
      "INJ-14", "a concurrency below zero", annotations: [concurrency: "-1"], expect: no(.number, concurrency, "-1")),
    RefusalCase("INJ-14", "a concurrency that is not read", under: "1.3.0", annotations: [concurrency: "x"], expect: nil),
    RefusalCase("INJ-14", "a drain time that is not read", annotations: [drainTime: "x"], expect: nil),
    RefusalCase("INJ-14", "a drain time", under: "1.8.0", annotations: [drainTime: "1m30.5s"], expect: nil),
    RefusalCase("INJ-14", "a drain time of zero", under: "1.8.0", annotations: [drainTime: "0"], expect: nil),
    RefusalCase("INJ-14", "a drain time below zero", under: "1.8.0", annotations: [drainTime: "-.5h"], expect: nil),
    RefusalCase(
      "INJ-14", "a drain time without a unit", under: "1.8.0", annotations: [drainTime: "30"],
      expect: no(.duration, drainTime, "30")
    ),
    RefusalCase(
      "INJ-14", "a drain time in days", under: .newest, annotations: [drainTime: "1d"],
      expect: no(.duration, drainTime, "1d")
    ),
    RefusalCase(
      "INJ-14", "a drain time without a number", under: .newest, annotations: [drainTime: ".s"],
      expect: no(.duration, drainTime, ".s")
    ),
    RefusalCase(
      "INJ-14", "an empty drain time", under: .newest, annotations: [drainTime: ""], expect: no(.duration, drainTime, "")
    ),
    RefusalCase(
      "INJ-14", "a drain time of more than 64 bits", under: .newest, annotations: [drainTime: "2562048h"],
      expect: no(.duration, drainTime, "2562048h")
    ),
    RefusalCase(
      "INJ-14", "the longest drain time in hours", under: .newest, annotations: [drainTime: "2562047h"], expect: nil),
    RefusalCase("INJ-14", "waiting, which is not read", under: "2.3.0", annotations: [wait: "x"], expect: nil),
    RefusalCase("INJ-14", "waiting", under: "2.4.0", annotations: [wait: "true"], expect: nil),
    RefusalCase(
      "INJ-14", "waiting, not as a switch", under: "2.4.0", annotations: [wait: "1"], expect: no(.onOrOff, wait, "1")),
    RefusalCase("INJ-14", "SPIRE, which is not read", under: "2.11.0", annotations: [spire: "x"], expect: nil),
    RefusalCase(
      "INJ-14", "SPIRE, not as a switch", under: "2.12.0", annotations: [spire: "True"], expect: no(.onOrOff, spire, "True")
    ),
  ]

  /// INJ-15.
  private static let ofProxying: [RefusalCase] = [
    RefusalCase("INJ-15", "eBPF, which is not read", annotations: [ebpf: "x"], expect: nil),
    RefusalCase("INJ-15", "eBPF", under: "2.0.0", annotations: [ebpf: "disabled"], expect: nil),
    RefusalCase("INJ-15", "eBPF, not as a switch", under: "2.0.0", annotations: [ebpf: ""], expect: no(.onOrOff, ebpf, "")),
    RefusalCase(
      "INJ-15", "the init container, which is not read", under: "2.2.0", annotations: [initFirst: "x"], expect: nil),
    RefusalCase(
      "INJ-15", "the init container, not as a switch", under: "2.3.0", annotations: [initFirst: "yes"],
      expect: no(.onOrOff, initFirst, "yes")
    ),
    RefusalCase("INJ-15", "the init container, as a switch", under: "2.7.0", annotations: [initFirst: "yes"], expect: nil),
    RefusalCase(
      "INJ-15", "the experimental engine", under: "1.7.0",
      annotations: ["kuma.io/transparent-proxying-experimental-engine": "x", "kuma.io/transparent-proxying-engine-v1": "x"],
      expect: no(.onOrOff, "kuma.io/transparent-proxying-experimental-engine", "x")
    ),
    RefusalCase(
      "INJ-15", "the first engine", under: "2.2.0",
      annotations: ["kuma.io/transparent-proxying-experimental-engine": "x", "kuma.io/transparent-proxying-engine-v1": "x"],
      expect: no(.onOrOff, "kuma.io/transparent-proxying-engine-v1", "x")
    ),
    RefusalCase(
      "INJ-15", "no engine", under: "2.5.0",
      annotations: ["kuma.io/transparent-proxying-experimental-engine": "x", "kuma.io/transparent-proxying-engine-v1": "x"],
      expect: nil
    ),
    RefusalCase(
      "INJ-15", "packets that are dropped, not as true or false", under: "2.8.2",
      annotations: ["traffic.kuma.io/drop-invalid-packets": "enabled"],
      expect: no(.trueOrFalse, "traffic.kuma.io/drop-invalid-packets", "enabled")
    ),
    RefusalCase(
      "INJ-15", "packets that are logged, not as true or false", under: "2.8.8",
      annotations: ["traffic.kuma.io/drop-invalid-packets": "yes", "traffic.kuma.io/iptables-logs": "x"],
      expect: no(.trueOrFalse, "traffic.kuma.io/iptables-logs", "x")
    ),
    RefusalCase(
      "INJ-15", "packets, passed over", under: "2.9.0", annotations: ["traffic.kuma.io/drop-invalid-packets": "x"],
      expect: nil
    ),
    RefusalCase(
      "INJ-15", "IP families in any case", under: "3.0.0",
      annotations: ["kuma.io/transparent-proxying-ip-family-mode": "IPv4"], expect: nil
    ),
    RefusalCase(
      "INJ-15", "no IP families", under: "3.0.0", annotations: ["kuma.io/transparent-proxying-ip-family-mode": ""],
      expect: nil
    ),
    RefusalCase(
      "INJ-15", "IP families that are not known", under: "3.0.0",
      annotations: ["kuma.io/transparent-proxying-ip-family-mode": "ipv4 "],
      expect: no(.familyMode, "kuma.io/transparent-proxying-ip-family-mode", "ipv4 ")
    ),
    RefusalCase(
      "INJ-15", "ports with whitespace and empty pieces", under: "3.0.0",
      annotations: ["traffic.kuma.io/exclude-inbound-ports": " 80 ,, 65535,\t"], expect: nil
    ),
    RefusalCase(
      "INJ-15", "no ports", under: "3.0.0", annotations: ["traffic.kuma.io/exclude-outbound-ports": ""], expect: nil
    ),
    RefusalCase(
      "INJ-15", "a range of ports", under: "3.0.0",
      annotations: ["traffic.kuma.io/exclude-outbound-ports": "80-90"],
      expect: no(.ports, "traffic.kuma.io/exclude-outbound-ports", "80-90")
    ),
    RefusalCase(
      "INJ-15", "a port with a sign", under: "3.0.0", annotations: ["traffic.kuma.io/exclude-inbound-ports": "+80"],
      expect: no(.ports, "traffic.kuma.io/exclude-inbound-ports", "+80")
    ),
    RefusalCase(
      "INJ-15", "the order of what is told", under: "3.0.0",
      annotations: [
        "kuma.io/transparent-proxying-ip-family-mode": "x", "traffic.kuma.io/exclude-inbound-ports": "x",
      ],
      expect: no(.familyMode, "kuma.io/transparent-proxying-ip-family-mode", "x")
    ),
    RefusalCase(
      "INJ-18", "virtual probes of a gateway, of which neither is read", under: "3.0.0",
      annotations: ["kuma.io/gateway": "enabled", "kuma.io/virtual-probes": "enabled"], expect: nil
    ),
    RefusalCase(
      "INJ-18", "a proxy of probes of what was a gateway", under: "3.0.0",
      annotations: ["kuma.io/gateway": "enabled", "kuma.io/application-probe-proxy-port": "9001"], expect: nil
    ),
    RefusalCase(
      "INJ-10", "the port is written over, but read before", under: "3.0.0",
      annotations: ["kuma.io/envoy-admin-port": "x"],
      expect: .unreadableAdminPort(Evidence(.podAnnotation, key: "kuma.io/envoy-admin-port", value: "x"))
    ),
    RefusalCase(
      "INJ-15", "the port for IPv6, which is written over", under: "2.6.15",
      annotations: ["kuma.io/transparent-proxying-inbound-v6-port": "x"], expect: nil
    ),
    RefusalCase(
      "INJ-15", "the port for IPv6, no number", under: "2.7.0",
      annotations: ["kuma.io/transparent-proxying-inbound-v6-port": "x"],
      expect: no(.number, "kuma.io/transparent-proxying-inbound-v6-port", "x")
    ),
    RefusalCase(
      "INJ-15", "the port for IPv6, which is not read", under: "2.9.0",
      annotations: ["kuma.io/transparent-proxying-inbound-v6-port": "x"], expect: nil
    ),
  ]

  /// INJ-15, of the builtin DNS.
  private static let ofBuiltinDNS: [RefusalCase] = [
    RefusalCase(
      "INJ-15", "the DNS, which is written over", under: "1.7.0", annotations: [oldDNS: "x", dns: "x"], expect: nil),
    RefusalCase(
      "INJ-15", "the DNS by both keys", under: "1.8.0", annotations: [oldDNS: "x", dns: "y"],
      expect: no(.onOrOff, oldDNS, "x")
    ),
    RefusalCase(
      "INJ-15", "the DNS by its new key", under: "2.2.0", annotations: [oldDNS: "x", dns: "y"],
      expect: no(.onOrOff, dns, "y")),
    RefusalCase(
      "INJ-15", "the port of the DNS by its old key", under: "2.1.0", annotations: ["kuma.io/builtindnsport": "x"],
      expect: no(.number, "kuma.io/builtindnsport", "x")
    ),
    RefusalCase(
      "INJ-15", "the port of a DNS that is off", under: .newest,
      annotations: [dns: "disabled", "kuma.io/builtin-dns-port": "x"],
      expect: no(.number, "kuma.io/builtin-dns-port", "x")
    ),
    RefusalCase(
      "INJ-15", "the log of the DNS, which is not read", under: "2.5.0", annotations: ["kuma.io/builtin-dns-logging": "x"],
      expect: nil
    ),
    RefusalCase(
      "INJ-15", "the log of a DNS that is off", under: "2.8.8",
      annotations: [dns: "disabled", "kuma.io/builtin-dns-logging": "x"],
      expect: no(.onOrOff, "kuma.io/builtin-dns-logging", "x")
    ),
    RefusalCase(
      "INJ-15", "the log of a DNS that is off, which is not read", under: "2.9.0",
      annotations: [dns: "disabled", "kuma.io/builtin-dns-logging": "x"], expect: nil
    ),
    RefusalCase(
      "INJ-15", "the log of a DNS that is on", under: .newest, annotations: ["kuma.io/builtin-dns-logging": "x"],
      expect: no(.onOrOff, "kuma.io/builtin-dns-logging", "x")
    ),
  ]

  private static func asked(_ value: String) -> Evidence { Evidence(.podAnnotation, key: patches, value: value) }

  /// INJ-16 and INJ-17.
  private static let patchesAndVolumes: [RefusalCase] = [
    RefusalCase("INJ-16", "ContainerPatches are not known", annotations: [patches: "a"], patches: .only([]), expect: nil),
    RefusalCase(
      "INJ-16", "all that do not exist are named", under: "1.8.0", annotations: [patches: "a,,b,c"],
      patches: .only([ContainerPatch(ObjectName(namespace: "kuma-system", name: "b"))]),
      expect: .missingContainerPatches(
        ofControlPlane: [], ofPod: [ExactString("a"), ExactString("c")], namedBy: asked("a,,b,c"))
    ),
    RefusalCase(
      "INJ-16", "all exist", under: .newest, annotations: [patches: "b"],
      patches: .only([ContainerPatch(ObjectName(namespace: "kuma-system", name: "b"))]), expect: nil
    ),
    RefusalCase(
      "INJ-16", "one of another namespace", under: .newest, annotations: [patches: "b"],
      patches: .only([ContainerPatch(ObjectName(namespace: "demo", name: "b"))]),
      expect: .missingContainerPatches(ofControlPlane: [], ofPod: [ExactString("b")], namedBy: asked("b"))
    ),
    RefusalCase(
      "INJ-16", "the control plane's come before the Pod's", under: .newest, annotations: [patches: "b"],
      settings: { $0.injector.containerPatches = ["a"] }, patches: .only([]),
      expect: .missingContainerPatches(ofControlPlane: [ExactString("a")], ofPod: [ExactString("b")], namedBy: asked("b"))
    ),
    RefusalCase(
      "INJ-16", "the control plane's alone", under: .newest, settings: { $0.injector.containerPatches = ["a", "b", "c"] },
      patches: .only([ContainerPatch(ObjectName(namespace: "kuma-system", name: "b"))]),
      expect: .missingContainerPatches(ofControlPlane: [ExactString("a"), ExactString("c")], ofPod: [], namedBy: nil)
    ),
    RefusalCase("INJ-16", "an empty list", under: .newest, annotations: [patches: ","], patches: .only([]), expect: nil),
    RefusalCase("INJ-17", "the volume is not read", under: "1.5.0", annotations: [volume: "token"], expect: nil),
    RefusalCase("INJ-17", "the volume is there", annotations: [volume: "token"], volumes: ["data", "token"], expect: nil),
    RefusalCase(
      "INJ-17", "the volume is not there", annotations: [volume: "token"], volumes: ["data"],
      expect: .missingTokenVolume(evidence(volume, "token"))
    ),
    RefusalCase(
      "INJ-17", "no name of a volume", under: .newest, annotations: [volume: ""],
      expect: .missingTokenVolume(evidence(volume, ""))
    ),
  ]

  /// INJ-18.
  private static let gateways: [RefusalCase] = [
    RefusalCase("INJ-18", "a gateway", annotations: [gateway: "true"], expect: nil),
    RefusalCase("INJ-18", "no gateway", under: .newest, annotations: [gateway: "disabled"], expect: nil),
    RefusalCase(
      "INJ-18", "a provided gateway", under: .newest, annotations: [gateway: "provided"],
      expect: .unreadableGateway(evidence(gateway, "provided"))
    ),
    RefusalCase(
      "INJ-18", "a provided gateway", under: "1.8.0", annotations: [gateway: "provided"],
      expect: .unreadableGateway(evidence(gateway, "provided"))
    ),
    RefusalCase(
      "INJ-18", "a builtin gateway", annotations: [gateway: "builtin"],
      expect: .unreadableGateway(evidence(gateway, "builtin"))
    ),
    RefusalCase(
      "INJ-18", "an empty annotation", under: "1.2.0", annotations: [gateway: ""],
      expect: .unreadableGateway(evidence(gateway, ""))
    ),
    RefusalCase(
      "INJ-18", "a gateway with virtual probes", annotations: [gateway: "enabled", virtual: "true"],
      expect: .virtualProbesOfGateway(evidence(virtual, "true"))
    ),
    RefusalCase(
      "INJ-18", "a gateway without virtual probes", under: .newest, annotations: [gateway: "enabled", virtual: "false"],
      expect: nil
    ),
    RefusalCase(
      "INJ-18", "the port of virtual probes, even where they are off", annotations: [virtual: "disabled", virtualPort: "x"],
      expect: no(.number, virtualPort, "x")
    ),
    RefusalCase(
      "INJ-18", "the port of the proxy, which is not read", under: "2.8.8", annotations: [proxyPort: "x"], expect: nil),
    RefusalCase(
      "INJ-18", "the port of the proxy, no number", under: "2.9.0", annotations: [proxyPort: "x"],
      expect: no(.number, proxyPort, "x")
    ),
    RefusalCase(
      "INJ-18", "a gateway with a proxy of probes", under: "2.9.0", annotations: [gateway: "enabled", proxyPort: "9001"],
      expect: .probeProxyOfGateway(evidence(proxyPort, "9001"))
    ),
    RefusalCase(
      "INJ-18", "a gateway that is off, with a proxy of probes", under: .newest,
      annotations: [gateway: "disabled", proxyPort: "9001"], expect: .probeProxyOfGateway(evidence(proxyPort, "9001"))
    ),
    RefusalCase(
      "INJ-18", "a gateway without a proxy of probes", under: .newest, annotations: [gateway: "enabled", proxyPort: "0"],
      expect: nil
    ),
  ]

  private static func asking(_ port: PortReference, _ kind: HTTPProbe.Kind = .liveness) -> [Container] {
    [Container(name: "web"), Container(name: "app", httpProbes: [HTTPProbe(kind, port: port)])]
  }

  private static let grpc = [Container(name: "app", portProbes: [PortProbe(.readiness, .grpc, port: 9001)])]

  /// INJ-19.
  private static let probes: [RefusalCase] = [
    RefusalCase(
      "INJ-19", "an HTTP probe", containers: asking(9000),
      expect: .probePortInUse(Evidence(.podContainer, key: "name", value: "app"), .liveness, port: 9000)
    ),
    RefusalCase(
      "INJ-19", "an HTTP probe by the name of the port",
      containers: [
        Container(
          name: "app", ports: [ContainerPort(name: "p", containerPort: 9000)], httpProbes: [HTTPProbe(.readiness, port: "p")]
        )
      ],
      expect: .probePortInUse(Evidence(.podContainer, key: "name", value: "app"), .readiness, port: 9000)
    ),
    RefusalCase(
      "INJ-19", "virtual probes are off", annotations: [virtual: "disabled"], containers: asking(9000), expect: nil),
    RefusalCase("INJ-19", "a gateway", annotations: [gateway: "enabled"], containers: asking(9000), expect: nil),
    RefusalCase(
      "INJ-19", "the Pod's own port", annotations: [virtualPort: "81"], containers: asking(81),
      expect: .probePortInUse(Evidence(.podContainer, key: "name", value: "app"), .liveness, port: 81)
    ),
    RefusalCase("INJ-19", "startup probes stay", under: "1.5.5", containers: asking(9000, .startup), expect: nil),
    RefusalCase(
      "INJ-19", "startup probes", containers: asking(9000, .startup),
      expect: .probePortInUse(Evidence(.podContainer, key: "name", value: "app"), .startup, port: 9000)
    ),
    RefusalCase("INJ-19", "the port of virtual probes is free", under: "2.9.0", containers: asking(9000), expect: nil),
    RefusalCase(
      "INJ-19", "the port of the proxy of probes", under: "2.9.0", containers: asking(9001),
      expect: .probePortInUse(Evidence(.podContainer, key: "name", value: "app"), .liveness, port: 9001)
    ),
    RefusalCase("INJ-19", "a gRPC probe stays", under: "2.8.8", containers: grpc, expect: nil),
    RefusalCase(
      "INJ-19", "a gRPC probe", under: .newest, containers: grpc,
      expect: .probePortInUse(Evidence(.podContainer, key: "name", value: "app"), .readiness, port: 9001)
    ),
    RefusalCase(
      "INJ-19", "without the proxy the virtual port", under: .newest, annotations: [proxyPort: "0"],
      containers: asking(9000),
      expect: .probePortInUse(Evidence(.podContainer, key: "name", value: "app"), .liveness, port: 9000)
    ),
    RefusalCase(
      "INJ-19", "init containers are not asked", under: "2.8.0",
      initContainers: [Container(name: "native", httpProbes: [HTTPProbe(.liveness, port: 9000)], restartPolicy: "Always")],
      expect: nil
    ),
    RefusalCase(
      "INJ-19", "a native sidecar after the proxy", under: .newest,
      initContainers: [Container(name: "native", httpProbes: [HTTPProbe(.liveness, port: 9001)], restartPolicy: "Always")],
      expect: .probePortInUse(Evidence(.podInitContainer, key: "name", value: "native"), .liveness, port: 9001)
    ),
  ]
}

@Suite("Refusals of the injector")
struct RefusalTests {
  @Test(arguments: RefusalTable.cases)
  func refusal(_ row: RefusalCase) throws {
    let decision = try row.rules.controlPlane(row.settings).injection(of: row.pod, in: .fixture(), among: row.catalog)
    switch row.expected {
    case let reason?: #expect(decision == .reject(reason))
    case nil: #expect(decision.verdict == .inject)
    }
  }

  /// Where the input has no ContainerPatch, nobody knows; what refuses the Pod anyway does.
  @Test func unknownPatches() throws {
    let kuma = try RulesName("2.14.3").controlPlane()
    let labels: StringMap = ["kuma.io/sidecar-injection": "enabled"]
    let pod = Pod.fixture(labels: labels, annotations: ["kuma.io/container-patches": "a"])
    #expect(kuma.injection(of: pod, in: .fixture()) == .unknown(needs: [.containerPatches]))
    let preview = kuma.preview(of: pod, in: .fixture(labels: labels), among: ObjectCatalog())
    #expect(preview.outcome.verdict == .unknown(needs: [.containerPatches]))
    let refused = Pod.fixture(labels: labels, annotations: ["kuma.io/container-patches": "a", "kuma.io/gateway": "x"])
    #expect(kuma.injection(of: refused, in: .fixture()).verdict == .reject)
  }
}
