package import KubernetesObjects

extension Service {
  /// Whether the label of the Service makes the Pods behind it zone proxies.
  package var isOfZoneProxies: Bool { metadata.labels[KumaKey.zoneProxyType] != nil }
}
