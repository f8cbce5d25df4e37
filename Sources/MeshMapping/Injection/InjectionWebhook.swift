import KubernetesObjects

/// One webhook of the Helm chart: the API server sends it the Pods that its selectors match.
struct InjectionWebhook: Sendable, Hashable {
  /// The webhook's name without its domain, e.g. `namespace-kuma-injector`.
  @ByteExact var name: String
  /// Which namespaces it is about, by their names.
  var scope: NamespaceScope
  /// The namespaces that it is held to; nil for all in its scope.
  var allowList: NamespaceAllowList?
  /// What the labels of the Namespace must be.
  var namespaceSelector: LabelSelector
  /// What the labels of the Pod must be.
  var objectSelector: LabelSelector

  /// A webhook with the given values.
  init(
    _ name: String,
    scope: NamespaceScope = .all,
    allowList: NamespaceAllowList? = nil,
    namespaceSelector: LabelSelector = LabelSelector(),
    objectSelector: LabelSelector = LabelSelector()
  ) {
    self.name = name
    self.scope = scope
    self.allowList = allowList
    self.namespaceSelector = namespaceSelector
    self.objectSelector = objectSelector
  }

  /// The namespaces that a webhook is about. The chart writes them as a selector on `kubernetes.io/metadata.name`,
  /// a label that the API server keeps equal to the name.
  enum NamespaceScope: Sendable, Hashable {
    case all
    case allButKubeSystem
    /// All but kube-system and the namespace of the control plane.
    case allButKubeSystemAndRelease
    /// Only the namespace of the control plane.
    case release

    /// Whether a namespace is in the scope.
    func contains(_ namespace: String, systemNamespace: String) -> Bool {
      let isKubeSystem = namespace.hasSameBytes(as: "kube-system")
      let isRelease = namespace.hasSameBytes(as: systemNamespace)
      return switch self {
      case .all: true
      case .allButKubeSystem: !isKubeSystem
      case .allButKubeSystemAndRelease: !isKubeSystem && !isRelease
      case .release: isRelease
      }
    }
  }
}
