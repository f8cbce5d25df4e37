import KubernetesObjects
import MeshMapping

/// The keys that people write for Kuma, and those that Kuma itself writes.
enum KnownKeys {
  /// What is known of a key that people write; nil for any other.
  static func known(_ key: String) -> KnownKey? {
    byName[ExactString(key)]
  }

  /// Whether a key is one that Kuma itself writes, or one of a family of which people choose the names.
  static func isKumas(_ key: String) -> Bool {
    ofKuma.contains(ExactString(key)) || families.contains { key.utf8.starts(with: $0.utf8) }
      || key.hasSuffix(protocolSuffix)
  }

  /// All keys that people write.
  static let all: [KnownKey] = injection + services + proxying + sidecar + sections

  private static let byName = Dictionary(all.map { (ExactString($0.key), $0) }) { $1 }
  private static let annotationOfPods: [KeyPlace] = [.podAnnotation]

  private static let injection: [KnownKey] = [
    KnownKey(
      KumaKey.sidecarInjection, [.podLabel, .namespaceLabel, .podAnnotation, .namespaceAnnotation], .switchPlaces),
    KnownKey(
      KumaKey.mesh,
      [.podLabel, .namespaceLabel, .podAnnotation, .namespaceAnnotation, .serviceLabel, .serviceAnnotation], .meshPlaces),
    KnownKey(KumaKey.gateway, annotationOfPods, .gatewaySwitch),
    KnownKey(KumaKey.tags, annotationOfPods, .builtinGatewayTags),
    KnownKey(KumaKey.ingress, annotationOfPods, .zoneIngresses),
    KnownKey(KumaKey.egress, annotationOfPods, .zoneEgresses),
    KnownKey(KumaKey.ingressPublicAddress, annotationOfPods, .advertisedPlace),
    KnownKey(KumaKey.ingressPublicPort, annotationOfPods, .advertisedPlace),
  ]

  private static let services: [KnownKey] = [
    KnownKey(KumaKey.ignore, [.serviceAnnotation], .ignoredServices),
    KnownKey(KumaKey.zoneProxyType, [.serviceLabel, .podLabel], .zoneProxyServices),
  ]

  private static let proxying: [KnownKey] =
    [
      KnownKey(KumaKey.directAccessServices, annotationOfPods, .directAccessList),
      KnownKey(KumaKey.reachableServices, annotationOfPods, .reachableServices),
      KnownKey(KumaKey.reachableBackends, annotationOfPods, .reachableBackends),
      KnownKey(KumaKey.transparentProxying, annotationOfPods, .proxyingGate),
      KnownKey(KumaKey.redirectPortInbound, annotationOfPods, .redirectPorts),
      KnownKey(KumaKey.redirectPortOutbound, annotationOfPods, .redirectPorts),
      KnownKey(KumaKey.redirectPortInboundV6, annotationOfPods, .redirectV6),
      KnownKey(KumaKey.ipFamilyMode, annotationOfPods, .ipFamilyMode),
      KnownKey(KumaKey.adminPort, annotationOfPods, .adminPort),
      KnownKey(KumaKey.transparentProxyConfig, annotationOfPods, .proxyingConfiguration),
    ]
    + [
      KumaKey.ebpf, KumaKey.builtinDNS, KumaKey.builtinDNSPort, KumaKey.builtinDNSLogging,
      "traffic.kuma.io/transparent-proxy-configmap-name", "traffic.kuma.io/exclude-inbound-ports",
      "traffic.kuma.io/exclude-outbound-ports", "traffic.kuma.io/exclude-outbound-ports-for-uids",
      "traffic.kuma.io/exclude-inbound-ips", "traffic.kuma.io/exclude-outbound-ips",
      "traffic.kuma.io/drop-invalid-packets", "traffic.kuma.io/iptables-logs",
    ].map { KnownKey($0, annotationOfPods, .proxyingAnnotations) }

  private static let sidecar: [KnownKey] =
    [
      KnownKey(KumaKey.containerPatches, annotationOfPods, .containerPatches),
      KnownKey(KumaKey.tokenVolume, annotationOfPods, .tokenVolume),
    ]
    + [
      KumaKey.sidecarVariables, KumaKey.sidecarConcurrency, KumaKey.sidecarDrainTime, KumaKey.waitForDataplane,
      KumaKey.initFirst, KumaKey.spire, "kuma.io/envoy-log-level", "kuma.io/envoy-component-log-level",
    ].map { KnownKey($0, annotationOfPods, .sidecarAnnotations) }

  private static let sections: [KnownKey] = [
    KnownKey(KumaKey.virtualProbes, annotationOfPods, .virtualProbes),
    KnownKey(KumaKey.virtualProbesPort, annotationOfPods, .virtualProbes),
    KnownKey(KumaKey.probeProxyPort, annotationOfPods, .proxiedProbes),
    KnownKey(KumaKey.metricsPort, annotationOfPods, .metrics),
    KnownKey(KumaKey.metricsPath, annotationOfPods, .metrics),
  ]

  /// Keys that Kuma writes on its own objects or on those of others, and those that only old releases read: nobody means another one
  /// by them.
  private static let ofKuma = Set<ExactString>(
    [
      KumaKey.sidecarInjected, "kuma.io/sidecar-uid", KumaKey.serviceTag, KumaKey.zoneTag, KumaKey.protocolTag,
      KumaKey.instanceTag, KumaKey.kubernetesNamespace, KumaKey.kubernetesService, KumaKey.kubernetesServicePort,
      KumaKey.gatewayServiceName, KumaKey.origin, KumaKey.environment, KumaKey.proxyType, KumaKey.serviceAccount,
      KumaKey.displayName, KumaKey.workload, "kuma.io/listener-zoneingress", "kuma.io/listener-zoneegress",
      "kuma.io/managed-by", "kuma.io/policy-role", "kuma.io/effect", "kuma.io/kds-sync", "kuma.io/port",
      "kuma.io/unified-name", "kuma.io/external-service-name", "kuma.io/deletion-grace-period-started-at",
      "kuma.io/system-namespace", "kuma.io/builtindns", "kuma.io/builtindnsport",
      "kuma.io/transparent-proxying-experimental-engine", "kuma.io/transparent-proxying-engine-v1",
      "kuma.io/xds-transport-protocol-variant", "k8s.kuma.io/is-headless-service",
      "traffic.kuma.io/exclude-outbound-tcp-ports-for-uids", "traffic.kuma.io/exclude-outbound-udp-ports-for-uids",
    ].map { ExactString($0) })

  private static let families = [
    "kuma.io/transparent-proxying-ebpf-", "prometheus.metrics.kuma.io/aggregate-", "gateways.kuma.io/",
  ]
  static let protocolSuffix = ".service.kuma.io/protocol"
}
