/// The keys of labels, annotations and tags that Kuma reads or writes.
public enum KumaKey {
  /// What marks a key as reserved to Kuma wherever it stands in it (TAG-3).
  public static let reservedPart = "kuma.io/"

  /// The switch of the injection, a label; an annotation up to 2.1.
  public static let sidecarInjection = "kuma.io/sidecar-injection"
  /// The annotation by which the injector marks a Pod that has a sidecar.
  public static let sidecarInjected = "kuma.io/sidecar-injected"
  /// The mesh of a Pod or of a Namespace.
  public static let mesh = "kuma.io/mesh"
  /// The annotation that makes a Pod a gateway.
  public static let gateway = "kuma.io/gateway"
  /// The annotation that makes a Pod a zone ingress.
  public static let ingress = "kuma.io/ingress"
  /// The annotation that makes a Pod a zone egress.
  public static let egress = "kuma.io/egress"
  /// The annotation of the address under which other zones reach a zone ingress.
  public static let ingressPublicAddress = "kuma.io/ingress-public-address"
  /// The annotation of the port under which other zones reach a zone ingress.
  public static let ingressPublicPort = "kuma.io/ingress-public-port"
  /// The annotation of the tags of a builtin gateway, a JSON object.
  public static let tags = "kuma.io/tags"
  /// The annotation of a Service that is to be left out.
  public static let ignore = "kuma.io/ignore"
  /// The label of a Service that makes the Pods behind it zone proxies.
  public static let zoneProxyType = "k8s.kuma.io/zone-proxy-type"

  /// The annotation that lists the services a Pod reaches by their own addresses.
  public static let directAccessServices = "kuma.io/direct-access-services"
  /// The annotation that lists the services a Pod may reach at all.
  public static let reachableServices = "kuma.io/transparent-proxying-reachable-services"
  /// The annotation that lists the backends a Pod may reach, as YAML.
  public static let reachableBackends = "kuma.io/reachable-backends"
  /// The annotation that switches transparent proxying on.
  public static let transparentProxying = "kuma.io/transparent-proxying"
  /// The annotation of the port that incoming traffic is redirected to.
  public static let redirectPortInbound = "kuma.io/transparent-proxying-inbound-port"
  /// The annotation of the port that incoming IPv6 traffic is redirected to.
  public static let redirectPortInboundV6 = "kuma.io/transparent-proxying-inbound-v6-port"
  /// The annotation of the port that outgoing traffic is redirected to.
  public static let redirectPortOutbound = "kuma.io/transparent-proxying-outbound-port"
  /// The annotation of the IP families that are redirected.
  public static let ipFamilyMode = "kuma.io/transparent-proxying-ip-family-mode"
  /// The annotation that holds a whole transparent proxy configuration.
  public static let transparentProxyConfig = "traffic.kuma.io/transparent-proxy-config"
  /// The annotation that names another ConfigMap of transparent proxying than the control plane's.
  public static let proxyConfigMapName = "traffic.kuma.io/transparent-proxy-configmap-name"
  /// The annotation of the port of Envoy's administration.
  public static let adminPort = "kuma.io/envoy-admin-port"
  /// The annotation that switches virtual probes on.
  public static let virtualProbes = "kuma.io/virtual-probes"
  /// The annotation of the port of virtual probes.
  public static let virtualProbesPort = "kuma.io/virtual-probes-port"
  /// The annotation of the port of the proxy of probes.
  public static let probeProxyPort = "kuma.io/application-probe-proxy-port"
  /// The annotation of variables for the sidecar's environment.
  public static let sidecarVariables = "kuma.io/sidecar-env-vars"
  /// The annotation of the sidecar's concurrency.
  public static let sidecarConcurrency = "kuma.io/sidecar-proxy-concurrency"
  /// The annotation of how long the sidecar drains.
  public static let sidecarDrainTime = "kuma.io/sidecar-drain-time"
  /// The annotation that makes containers wait for the sidecar.
  public static let waitForDataplane = "kuma.io/wait-for-dataplane-ready"
  /// The annotation that puts Kuma's init container first.
  public static let initFirst = "kuma.io/init-first"
  /// The annotation of the volume with the service account's token.
  public static let tokenVolume = "kuma.io/service-account-token-volume"
  /// The annotation that lists the ContainerPatches of what is injected.
  public static let containerPatches = "kuma.io/container-patches"
  /// The annotation that switches SPIRE on.
  public static let spire = "k8s.kuma.io/spire-support"
  /// The annotation that switches eBPF on.
  public static let ebpf = "kuma.io/transparent-proxying-ebpf"
  /// The annotation that switches the builtin DNS on.
  public static let builtinDNS = "kuma.io/builtin-dns"
  /// The annotation of the port of the builtin DNS.
  public static let builtinDNSPort = "kuma.io/builtin-dns-port"
  /// The annotation that switches the log of the builtin DNS on.
  public static let builtinDNSLogging = "kuma.io/builtin-dns-logging"
  /// The key of ``builtinDNS`` up to 2.1.
  static let builtinDNSOld = "kuma.io/builtindns"
  /// The key of ``builtinDNSPort`` up to 2.1.
  static let builtinDNSPortOld = "kuma.io/builtindnsport"
  /// The annotation that switches the experimental engine of transparent proxying on, from 1.7 to 2.1.
  static let experimentalEngine = "kuma.io/transparent-proxying-experimental-engine"
  /// The annotation that switches the first engine of transparent proxying on, from 2.2 to 2.4.
  static let engineVersionOne = "kuma.io/transparent-proxying-engine-v1"
  /// The annotation that drops packets that are not valid.
  static let dropInvalidPackets = "traffic.kuma.io/drop-invalid-packets"
  /// The annotation that logs packets.
  static let packetLogs = "traffic.kuma.io/iptables-logs"
  /// The annotation that lists ports of which incoming traffic is not redirected.
  package static let excludedInboundPorts = "traffic.kuma.io/exclude-inbound-ports"
  /// The annotation that lists ports of which outgoing traffic is not redirected.
  static let excludedOutboundPorts = "traffic.kuma.io/exclude-outbound-ports"
  /// The annotation of the port of the metrics.
  public static let metricsPort = "prometheus.metrics.kuma.io/port"
  /// The annotation of the path of the metrics.
  public static let metricsPath = "prometheus.metrics.kuma.io/path"

  /// The tag of the service that an inbound belongs to.
  public static let serviceTag = "kuma.io/service"
  /// The tag of the zone.
  public static let zoneTag = "kuma.io/zone"
  /// The tag of the application protocol.
  public static let protocolTag = "kuma.io/protocol"
  /// The tag of the instance, the Pod's name.
  public static let instanceTag = "kuma.io/instance"
  /// The tag and Dataplane label of the Kubernetes namespace.
  public static let kubernetesNamespace = "k8s.kuma.io/namespace"
  /// The tag of the Kubernetes Service's name.
  public static let kubernetesService = "k8s.kuma.io/service-name"
  /// The tag of the Kubernetes Service's port.
  public static let kubernetesServicePort = "k8s.kuma.io/service-port"
  /// The only tag of a `provided` gateway: the name made of its Deployment.
  public static let gatewayServiceName = "kuma.io/service-name"

  /// The Dataplane label of where the object was written first.
  public static let origin = "kuma.io/origin"
  /// The Dataplane label of the environment.
  public static let environment = "kuma.io/env"
  /// The Dataplane label of what the proxy is.
  public static let proxyType = "kuma.io/proxy-type"
  /// The Dataplane label of the service account, an annotation where it is moved.
  public static let serviceAccount = "k8s.kuma.io/service-account"
  /// The Dataplane label of one that listens as a zone ingress.
  static let listenerZoneIngress = "kuma.io/listener-zoneingress"
  /// The Dataplane label of one that listens as a zone egress.
  static let listenerZoneEgress = "kuma.io/listener-zoneegress"
  /// The Dataplane annotation of the name to show.
  public static let displayName = "kuma.io/display-name"
  /// The Dataplane label of the workload, an annotation where it is moved.
  public static let workload = "kuma.io/workload"

  /// The annotation of a Service that names the application protocol of one of its ports.
  public static func protocolAnnotation(ofPort port: Int) -> String { "\(port).service.kuma.io/protocol" }

  /// The annotation of a field of the metrics of an application that are aggregated.
  public static func aggregatedMetrics(of application: String, _ field: MetricsField) -> String {
    "prometheus.metrics.kuma.io/aggregate-\(application)-\(field.rawValue)"
  }

  /// What is annotated of the metrics of an application that are aggregated.
  public enum MetricsField: String, Sendable, Hashable {
    /// The port that they are asked for at.
    case port
    /// The path that they are asked for at.
    case path
    /// Whether they are asked for.
    case enabled
    /// The address that they are asked for at.
    case address

    /// The fields that make an application one whose metrics are aggregated; its address alone does not.
    static let found: [MetricsField] = [.port, .path, .enabled]
  }
}
