import MeshMapping
import Testing

@testable import MeshDiagnostics

/// The keys that Kuma's own source names for people to write, or writes itself, in any release from 1.2 to 2.14.
@Suite("Keys that Kuma names")
struct KumaKeyTests {
  static let keys = [
    "k8s.kuma.io/is-headless-service", "k8s.kuma.io/service-account", "k8s.kuma.io/service-name",
    "k8s.kuma.io/spire-support",
    "kuma.io/application-probe-proxy-port", "kuma.io/builtin-dns", "kuma.io/builtin-dns-logging", "kuma.io/builtin-dns-port",
    "kuma.io/builtindns", "kuma.io/builtindnsport", "kuma.io/container-patches", "kuma.io/direct-access-services",
    "kuma.io/egress", "kuma.io/envoy-admin-port", "kuma.io/envoy-component-log-level", "kuma.io/envoy-log-level",
    "kuma.io/gateway", "kuma.io/ignore", "kuma.io/ingress", "kuma.io/ingress-public-address", "kuma.io/ingress-public-port",
    "kuma.io/init-first", "kuma.io/managed-by", "kuma.io/mesh", "kuma.io/reachable-backends",
    "kuma.io/service-account-token-volume", "kuma.io/sidecar-drain-time", "kuma.io/sidecar-env-vars",
    "kuma.io/sidecar-injected", "kuma.io/sidecar-injection", "kuma.io/sidecar-proxy-concurrency", "kuma.io/sidecar-uid",
    "kuma.io/tags", "kuma.io/transparent-proxying", "kuma.io/transparent-proxying-ebpf",
    "kuma.io/transparent-proxying-ebpf-bpf-fs-path", "kuma.io/transparent-proxying-ebpf-cgroup-path",
    "kuma.io/transparent-proxying-ebpf-instance-ip-env-var-name",
    "kuma.io/transparent-proxying-ebpf-programs-source-path", "kuma.io/transparent-proxying-ebpf-tc-attach-iface",
    "kuma.io/transparent-proxying-engine-v1", "kuma.io/transparent-proxying-experimental-engine",
    "kuma.io/transparent-proxying-inbound-port", "kuma.io/transparent-proxying-inbound-v6-port",
    "kuma.io/transparent-proxying-ip-family-mode", "kuma.io/transparent-proxying-outbound-port",
    "kuma.io/transparent-proxying-reachable-services", "kuma.io/virtual-probes", "kuma.io/virtual-probes-port",
    "kuma.io/wait-for-dataplane-ready", "kuma.io/workload", "kuma.io/xds-transport-protocol-variant",
    "prometheus.metrics.kuma.io/aggregate-app-address", "prometheus.metrics.kuma.io/aggregate-app-enabled",
    "prometheus.metrics.kuma.io/aggregate-app-path", "prometheus.metrics.kuma.io/aggregate-app-port",
    "prometheus.metrics.kuma.io/path", "prometheus.metrics.kuma.io/port", "traffic.kuma.io/drop-invalid-packets",
    "traffic.kuma.io/exclude-inbound-ips", "traffic.kuma.io/exclude-inbound-ports", "traffic.kuma.io/exclude-outbound-ips",
    "traffic.kuma.io/exclude-outbound-ports", "traffic.kuma.io/exclude-outbound-ports-for-uids",
    "traffic.kuma.io/exclude-outbound-tcp-ports-for-uids", "traffic.kuma.io/exclude-outbound-udp-ports-for-uids",
    "traffic.kuma.io/iptables-logs", "traffic.kuma.io/transparent-proxy-config",
    "traffic.kuma.io/transparent-proxy-configmap-name", "80.service.kuma.io/protocol",
  ]

  /// What is known is no slip of another key.
  @Test(arguments: keys)
  func isKnown(_ key: String) {
    #expect(KnownKeys.known(key) != nil || KnownKeys.isKumas(key))
  }

  @Test(arguments: ["kuma.io/sidecar", "kuma.io/transparent-proxying-experimental-engines", "service.kuma.io/protocols"])
  func isNotKnown(_ key: String) {
    #expect(KnownKeys.known(key) == nil && !KnownKeys.isKumas(key))
  }
}
