import KubernetesObjects

/// The namespaces that the Helm chart's webhooks are held to, where it has such a list.
struct NamespaceAllowList: Sendable, Hashable {
  @ByteExactList private var names: [String]

  /// The list of the settings; nil where the rules read none, or it is empty.
  init?(_ reading: Reading, of settings: ControlPlaneSettings) {
    guard reading == .read, !settings.namespaceAllowList.isEmpty else { return nil }
    names = settings.namespaceAllowList
  }

  /// Whether a namespace is on the list.
  func contains(_ namespace: String) -> Bool {
    names.contains { $0.hasSameBytes(as: namespace) }
  }
}
