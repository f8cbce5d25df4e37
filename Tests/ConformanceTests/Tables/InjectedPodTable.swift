import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What the injector leaves of a Pod that it injects.
struct InjectedPodCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let namespace: Namespace
  let labels: [String: String]
  let annotations: [String: String]
  let settings: SettingsChange?

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    podLabels: StringMap = [:],
    podAnnotations: StringMap = [:],
    namespaceLabels: StringMap = [:],
    namespaceAnnotations: StringMap = [:],
    settings: SettingsChange? = nil,
    labels: [String: String] = [:],
    annotations: [String: String]
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(labels: podLabels, annotations: podAnnotations)
    namespace = .fixture(labels: namespaceLabels, annotations: namespaceAnnotations)
    self.labels = labels
    self.annotations = annotations
    self.settings = settings
  }
}

enum InjectedPodTable {
  private static let inboundPort = "kuma.io/transparent-proxying-inbound-port"
  private static let inboundPortV6 = "kuma.io/transparent-proxying-inbound-v6-port"
  private static let outboundPort = "kuma.io/transparent-proxying-outbound-port"
  private static let familyMode = "kuma.io/transparent-proxying-ip-family-mode"
  private static let adminPort = "kuma.io/envoy-admin-port"
  private static let mesh = "kuma.io/mesh"
  private static let virtual = "kuma.io/virtual-probes"
  private static let proxyPort = "kuma.io/application-probe-proxy-port"
  private static let virtualProbes = [virtual: "enabled", "kuma.io/virtual-probes-port": "9000"]

  /// What every release writes but for the probes.
  private static let marks = [
    "kuma.io/sidecar-injected": "true", "kuma.io/transparent-proxying": "enabled", inboundPort: "15006",
    outboundPort: "15001",
  ]
  /// Up to 1.4.1.
  private static let first = marks.merging([mesh: "default", inboundPortV6: "15010"].merging(virtualProbes) { $1 }) { $1 }
  /// From 1.5.0 to 2.6, and as documented.
  private static let withAdminPort = first.merging([adminPort: "9901"]) { $1 }
  /// In 2.7 and 2.8.
  private static let withFamilyMode =
    marks.merging([mesh: "default", adminPort: "9901", familyMode: "dualstack"].merging(virtualProbes) { $1 }) { $1 }
  /// From 2.9.0 to 2.12.
  private static let withMeshLabel =
    marks.merging([adminPort: "9901", familyMode: "dualstack", proxyPort: "9001"].merging(virtualProbes) { $1 }) { $1 }
  /// From 2.13.0 on.
  private static let newest = withMeshLabel.merging([virtual: "disabled"]) { $1 }

  /// In 3.0, announced, but for the annotation that holds the configuration.
  private static let announced = ["kuma.io/sidecar-injected": "true", adminPort: "9901", proxyPort: "9001"]

  private static func over(_ annotations: [String: String], _ others: [String: String]) -> [String: String] {
    annotations.merging(others) { $1 }
  }

  static let cases = byDefault + setOtherwise + byConfigMap

  private static let otherPorts: SettingsChange = {
    $0.injector.redirectPortInbound = 1
    $0.injector.redirectPortInboundV6 = 2
    $0.injector.redirectPortOutbound = 3
  }
  private static let ipv4: SettingsChange = { $0.injector.ipFamilyMode = .ipv4 }
  private static func portV6(_ port: Int) -> SettingsChange { { $0.injector.redirectPortInboundV6 = port } }

  private static let adminPortSet: SettingsChange = { $0.injector.adminPort = 19901 }
  private static let adminPortAndConfigMap: SettingsChange = {
    $0.injector.adminPort = 19901
    $0.injector.transparentProxyConfigMap = "kuma-tproxy"
  }

  private static let setOtherwise: [InjectedPodCase] = [
    InjectedPodCase("WRITE-3", "none, whatever is set", under: "1.4.1", settings: adminPortSet, annotations: first),
    InjectedPodCase(
      "WRITE-3", "the port that is set", under: "1.5.0", settings: adminPortSet,
      annotations: over(withAdminPort, [adminPort: "19901"])
    ),
    InjectedPodCase(
      "WRITE-3", "the port that is set", under: .newest, settings: adminPortSet, labels: [mesh: "default"],
      annotations: over(newest, [adminPort: "19901"])
    ),
    InjectedPodCase(
      "WRITE-3", "the Pod's own stays whatever is set", under: .newest, podAnnotations: [adminPort: "99"],
      settings: adminPortSet,
      labels: [mesh: "default"], annotations: over(newest, [adminPort: "99"])
    ),
    InjectedPodCase(
      "WRITE-8", "the administration port that is set is written over the Pod's own", under: "2.9.0",
      podAnnotations: [adminPort: "99"], settings: adminPortAndConfigMap, labels: [mesh: "default"],
      annotations: over(withMeshLabel, [adminPort: "19901"])
    ),
    InjectedPodCase(
      "WRITE-1", "the ports that are set", settings: otherPorts,
      annotations: over(withAdminPort, [inboundPort: "1", inboundPortV6: "2", outboundPort: "3"])
    ),
    InjectedPodCase(
      "WRITE-1", "the ports that are set", under: .newest, settings: otherPorts, labels: [mesh: "default"],
      annotations: over(newest, [inboundPort: "1", outboundPort: "3"])
    ),
    InjectedPodCase(
      "WRITE-4", "the port 0 is written as such", under: "2.6.15", settings: portV6(0),
      annotations: over(withAdminPort, [inboundPortV6: "0"])
    ),
    InjectedPodCase(
      "WRITE-4", "the port 0 means IPv4", under: "2.7.0", settings: portV6(0),
      annotations: over(withFamilyMode, [familyMode: "ipv4"])
    ),
    InjectedPodCase(
      "WRITE-4", "a port of one's own is written beside the mode", under: "2.8.8", settings: portV6(2),
      annotations: over(withFamilyMode, [inboundPortV6: "2"])
    ),
    InjectedPodCase(
      "WRITE-4", "neither of the defaults is", under: "2.8.8", settings: portV6(15006), annotations: withFamilyMode),
    InjectedPodCase(
      "WRITE-4", "neither of the defaults is written", under: "2.7.0", settings: portV6(15010), annotations: withFamilyMode),
    InjectedPodCase(
      "WRITE-4", "no port means anything any more", under: "2.9.0", settings: portV6(0), labels: [mesh: "default"],
      annotations: withMeshLabel
    ),
    InjectedPodCase(
      "WRITE-4", "the mode that is set", under: "2.7.0", settings: ipv4,
      annotations: over(withFamilyMode, [familyMode: "ipv4"])),
    InjectedPodCase("WRITE-4", "no mode is known", under: "2.6.15", settings: ipv4, annotations: withAdminPort),
    InjectedPodCase(
      "WRITE-4", "the mode that is set where the Pod says none", under: .newest, settings: ipv4, labels: [mesh: "default"],
      annotations: over(newest, [familyMode: "ipv4"])
    ),
    InjectedPodCase(
      "WRITE-4", "the Pod's own mode before the one that is set", under: .newest, podAnnotations: [familyMode: "dualstack"],
      settings: ipv4, labels: [mesh: "default"], annotations: newest
    ),
  ]

  private static let configMap: SettingsChange = { $0.injector.transparentProxyConfigMap = "kuma-tproxy" }
  private static let config = "traffic.kuma.io/transparent-proxy-config"
  /// What is written from 2.11.0 on where the configuration is annotated.
  private static let configured = [
    "kuma.io/sidecar-injected": "true", config: "{}", adminPort: "9901", proxyPort: "9001",
  ].merging(virtualProbes) { $1 }

  private static func holding(_ contents: ProxyConfiguration.Contents) -> SettingsChange {
    {
      $0.injector.transparentProxyConfigMap = "kuma-tproxy"
      $0.injector.transparentProxyConfiguration = .found(contents)
    }
  }

  private static let byConfigMap: [InjectedPodCase] = [
    InjectedPodCase(
      "WRITE-8", "there is no ConfigMap yet", under: "2.8.8", settings: configMap, annotations: withFamilyMode),
    InjectedPodCase(
      "WRITE-8", "the same annotations", under: "2.9.0", settings: configMap, labels: [mesh: "default"],
      annotations: withMeshLabel
    ),
    InjectedPodCase(
      "WRITE-8", "the Pod's own administration port is written over", under: "2.9.0", podAnnotations: [adminPort: "99"],
      settings: configMap, labels: [mesh: "default"], annotations: withMeshLabel
    ),
    InjectedPodCase(
      "WRITE-8", "so is its port of virtual probes", under: "2.9.0", podAnnotations: ["kuma.io/virtual-probes-port": "99"],
      settings: configMap, labels: [mesh: "default"], annotations: withMeshLabel
    ),
    InjectedPodCase(
      "WRITE-8", "the mode is the Pod's own, else the ConfigMap's", under: "2.10.11",
      settings: {
        $0.injector.transparentProxyConfigMap = "kuma-tproxy"
        $0.injector.ipFamilyMode = .ipv4
      }, labels: [mesh: "default"], annotations: withMeshLabel
    ),
    InjectedPodCase(
      "WRITE-8", "a gateway has the ConfigMap's port", under: "2.10.11", podAnnotations: ["kuma.io/gateway": "enabled"],
      settings: {
        $0.injector.transparentProxyConfigMap = "kuma-tproxy"
        $0.injector.redirectPortInbound = 1
        $0.injector.redirectPortOutbound = 2
      }, labels: [mesh: "default"],
      annotations: over(
        withMeshLabel, ["kuma.io/gateway": "enabled", virtual: "disabled", proxyPort: "0", outboundPort: "2"])
    ),
    InjectedPodCase(
      "WRITE-5", "without a ConfigMap virtual probes do not matter from 2.13 on", under: .newest,
      podAnnotations: [virtual: "disabled"], labels: [mesh: "default"], annotations: over(newest, [virtual: "disabled"])
    ),
    InjectedPodCase(
      "WRITE-5", "with one they do", under: .newest, podAnnotations: [virtual: "disabled"], settings: configMap,
      labels: [mesh: "default"], annotations: over(configured, [virtual: "disabled", proxyPort: "0"])
    ),
    InjectedPodCase(
      "WRITE-5", "with one they do", under: "2.9.0", podAnnotations: [virtual: "disabled"], settings: configMap,
      labels: [mesh: "default"], annotations: over(withMeshLabel, [virtual: "disabled", proxyPort: "0"])
    ),
    InjectedPodCase(
      "WRITE-5", "with one the port that the Pod names is written all the same", under: "2.12.14",
      podAnnotations: [virtual: "disabled", proxyPort: "9005"], settings: configMap, labels: [mesh: "default"],
      annotations: over(configured, [virtual: "disabled", proxyPort: "9005"])
    ),
    InjectedPodCase(
      "WRITE-5", "without one the control plane's virtual probes count up to 2.12", under: "2.12.14",
      settings: { $0.injector.virtualProbes = .disabled }, labels: [mesh: "default"],
      annotations: over(withMeshLabel, [virtual: "disabled", proxyPort: "0"])
    ),
    InjectedPodCase(
      "WRITE-5", "with one they do not", under: "2.12.14",
      settings: {
        $0.injector.transparentProxyConfigMap = "kuma-tproxy"
        $0.injector.virtualProbes = .disabled
      }, labels: [mesh: "default"], annotations: over(configured, [virtual: "disabled"])
    ),
    InjectedPodCase(
      "WRITE-5", "without one any gateway annotation switches the proxy off", under: "2.12.14",
      podAnnotations: ["kuma.io/gateway": "false"], labels: [mesh: "default"],
      annotations: over(withMeshLabel, ["kuma.io/gateway": "false", proxyPort: "0"])
    ),
    InjectedPodCase(
      "WRITE-5", "with one only one that is on", under: "2.12.14", podAnnotations: ["kuma.io/gateway": "false"],
      settings: configMap, labels: [mesh: "default"], annotations: over(configured, ["kuma.io/gateway": "false"])
    ),
    InjectedPodCase(
      "WRITE-8", "the mode of a ConfigMap that is known", under: "2.9.0", settings: holding(.init(ipFamilyMode: "ipv4")),
      labels: [mesh: "default"], annotations: over(withMeshLabel, [familyMode: "ipv4"])
    ),
    InjectedPodCase(
      "WRITE-8", "the mode of a ConfigMap that is known, as it is written", under: "2.10.11",
      settings: holding(.init(ipFamilyMode: "IPv4")), labels: [mesh: "default"],
      annotations: over(withMeshLabel, [familyMode: "IPv4"])
    ),
    InjectedPodCase(
      "WRITE-8", "the Pod's own mode holds over it", under: "2.10.11", podAnnotations: [familyMode: "dualstack"],
      settings: holding(.init(ipFamilyMode: "ipv4")), labels: [mesh: "default"], annotations: withMeshLabel
    ),
    InjectedPodCase(
      "WRITE-8", "an empty mode of the Pod's own is that for both", under: "2.10.11", podAnnotations: [familyMode: ""],
      settings: holding(.init(ipFamilyMode: "ipv4")), labels: [mesh: "default"], annotations: withMeshLabel
    ),
    InjectedPodCase(
      "WRITE-8", "the port of a ConfigMap does not count where traffic is redirected", under: "2.10.11",
      settings: holding(.init(inboundPort: 7)), labels: [mesh: "default"], annotations: withMeshLabel
    ),
    InjectedPodCase(
      "WRITE-8", "the port of a ConfigMap that redirects nothing", under: "2.10.11",
      settings: holding(.init(inboundPort: 7, inboundRedirection: .disabled)), labels: [mesh: "default"],
      annotations: over(withMeshLabel, [inboundPort: "7"])
    ),
    InjectedPodCase(
      "WRITE-8", "nothing of a ConfigMap that is known is annotated by itself", under: "2.11.0",
      settings: holding(.init(ipFamilyMode: "ipv4")), labels: [mesh: "default"], annotations: configured
    ),
    InjectedPodCase(
      "WRITE-8", "the configuration alone", under: "2.11.0", settings: configMap, labels: [mesh: "default"],
      annotations: configured
    ),
    InjectedPodCase(
      "WRITE-8", "what the Pod says itself stays, but for the administration port", under: .newest,
      podAnnotations: ["kuma.io/transparent-proxying": "enabled", inboundPort: "1", adminPort: "99"], settings: configMap,
      labels: [mesh: "default"],
      annotations: over(configured, ["kuma.io/transparent-proxying": "enabled", inboundPort: "1", virtual: "disabled"])
    ),
  ]

  private static let byDefault: [InjectedPodCase] = [
    InjectedPodCase("WRITE-1", "a bare Pod", annotations: withAdminPort),
    InjectedPodCase("WRITE-1", "a bare Pod", under: "1.2.0", annotations: first),
    InjectedPodCase("WRITE-1", "a bare Pod", under: "3.0.0", labels: [mesh: "default"], annotations: announced),
    InjectedPodCase(
      "WRITE-1", "what is no longer written stays as it is", under: "3.0.0",
      podAnnotations: [inboundPort: "1", familyMode: "ipv4", virtual: "enabled", adminPort: "99", mesh: "orders"],
      labels: [mesh: "default"],
      annotations: over(announced, [inboundPort: "1", familyMode: "ipv4", virtual: "enabled", mesh: "orders"])
    ),
    InjectedPodCase("WRITE-1", "a bare Pod", under: .newest, labels: [mesh: "default"], annotations: newest),
    InjectedPodCase(
      "WRITE-1", "what is there is written over",
      podAnnotations: [
        "kuma.io/sidecar-injected": "false", "kuma.io/transparent-proxying": "disabled", inboundPort: "1", outboundPort: "2",
      ],
      annotations: withAdminPort
    ),
    InjectedPodCase(
      "WRITE-1", "what is there is written over", under: "2.9.0",
      podAnnotations: [
        "kuma.io/sidecar-injected": "no", "kuma.io/transparent-proxying": "x", inboundPort: "", outboundPort: "99999",
      ],
      labels: [mesh: "default"], annotations: withMeshLabel
    ),
    InjectedPodCase(
      "WRITE-1", "other labels and annotations stay", podLabels: ["app": "web"], podAnnotations: ["note": ""],
      labels: ["app": "web"], annotations: over(withAdminPort, ["note": ""])
    ),
    InjectedPodCase(
      "WRITE-2", "the mesh of the Namespace becomes an annotation of the Pod", namespaceAnnotations: [mesh: "blue"],
      annotations: over(withAdminPort, [mesh: "blue"])
    ),
    InjectedPodCase(
      "WRITE-2", "an empty annotation is written over", podAnnotations: [mesh: ""], annotations: withAdminPort
    ),
    InjectedPodCase(
      "WRITE-2", "the Pod's own mesh stays", podAnnotations: [mesh: "green"], namespaceAnnotations: [mesh: "blue"],
      annotations: over(withAdminPort, [mesh: "green"])
    ),
    InjectedPodCase(
      "WRITE-2", "an annotation", under: "2.8.8", namespaceAnnotations: [mesh: "blue"],
      annotations: over(withFamilyMode, [mesh: "blue"])
    ),
    InjectedPodCase(
      "WRITE-2", "a label of the same key is another thing", under: "2.8.8", podLabels: [mesh: "blue"],
      labels: [mesh: "blue"],
      annotations: withFamilyMode
    ),
    InjectedPodCase(
      "WRITE-2", "a label, and no annotation", under: "2.9.0", namespaceLabels: [mesh: "blue"], labels: [mesh: "blue"],
      annotations: withMeshLabel
    ),
    InjectedPodCase(
      "WRITE-2", "an annotation of the Pod stays beside the label", under: "2.9.0", podAnnotations: [mesh: "green"],
      labels: [mesh: "green"], annotations: over(withMeshLabel, [mesh: "green"])
    ),
    InjectedPodCase(
      "WRITE-2", "an empty label is written over", under: "2.9.0", podLabels: [mesh: ""], namespaceLabels: [mesh: "blue"],
      labels: [mesh: "blue"], annotations: withMeshLabel
    ),
    InjectedPodCase("WRITE-3", "none is written", under: "1.4.1", annotations: first),
    InjectedPodCase("WRITE-3", "9901 is written", under: "1.5.0", annotations: withAdminPort),
    InjectedPodCase(
      "WRITE-3", "the Pod's own stays", podAnnotations: [adminPort: "7"], annotations: over(withAdminPort, [adminPort: "7"])
    ),
    InjectedPodCase(
      "WRITE-3", "the Pod's own stays", under: .newest, podAnnotations: [adminPort: "99"], labels: [mesh: "default"],
      annotations: over(newest, [adminPort: "99"])
    ),
    InjectedPodCase(
      "WRITE-3", "the Pod's own stays where none is written", under: "1.4.1", podAnnotations: [adminPort: "x"],
      annotations: over(first, [adminPort: "x"])
    ),
    InjectedPodCase("WRITE-4", "the port, and no mode", under: "2.6.15", annotations: withAdminPort),
    InjectedPodCase(
      "WRITE-4", "the port is written over what is there", podAnnotations: [inboundPortV6: "0"], annotations: withAdminPort
    ),
    InjectedPodCase(
      "WRITE-4", "a mode that is there stays beside the port", podAnnotations: [familyMode: "ipv4"],
      annotations: over(withAdminPort, [familyMode: "ipv4"])
    ),
    InjectedPodCase("WRITE-4", "the mode, and no port", under: "2.7.0", annotations: withFamilyMode),
    InjectedPodCase(
      "WRITE-4", "the mode is written over what is there", under: "2.8.8", podAnnotations: [familyMode: "ipv4"],
      annotations: withFamilyMode
    ),
    InjectedPodCase(
      "WRITE-4", "a port that is there stays", under: "2.7.0", podAnnotations: [inboundPortV6: "0"],
      annotations: over(withFamilyMode, [inboundPortV6: "0"])
    ),
    InjectedPodCase(
      "WRITE-4", "the Pod's own mode stays", under: "2.9.0", podAnnotations: [familyMode: "ipv4"], labels: [mesh: "default"],
      annotations: over(withMeshLabel, [familyMode: "ipv4"])
    ),
    InjectedPodCase(
      "WRITE-4", "the Pod's own mode stays, whatever it says", under: .newest, podAnnotations: [familyMode: "ipv6"],
      labels: [mesh: "default"], annotations: over(newest, [familyMode: "ipv6"])
    ),
    InjectedPodCase(
      "WRITE-4", "an empty mode is none", under: "2.9.0", podAnnotations: [familyMode: ""], labels: [mesh: "default"],
      annotations: withMeshLabel
    ),
  ]
}

@Suite("What injection writes")
struct InjectedPodTests {
  @Test(arguments: InjectedPodTable.cases)
  func written(_ row: InjectedPodCase) throws {
    let injected = try row.rules.controlPlane(row.settings).injectedPod(row.pod, in: row.namespace)
    #expect(injected.metadata.labels.dictionary == row.labels)
    #expect(injected.metadata.annotations.dictionary == row.annotations)
    #expect((injected.spec.containers + injected.spec.initContainers).map(\.name).sorted() == ["app", "kuma-sidecar"])
    #expect(injected.status == row.pod.status)
  }
}
