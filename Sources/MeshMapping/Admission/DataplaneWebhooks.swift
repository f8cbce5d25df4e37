public import KubernetesObjects

/// Whether the API server asks Kuma's webhooks about the Dataplanes of a namespace (ADM-1).
public enum DataplaneWebhooks: Sendable, Hashable {
  /// It does.
  case asked
  /// It does not, and why.
  case notAsked(Reason)

  /// Why the webhooks are not asked.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Reason: Sendable, Hashable {
    /// The namespace is left out by its name.
    case namespaceOutOfScope(ExactString)
    /// The namespace is not on the list that the webhooks are held to.
    case namespaceNotAllowed(ExactString)
    /// The Namespace lacks this label.
    case namespaceWithoutLabel(key: ExactString)
    /// The stage is left out by the setting.
    case leftOut
  }
}

extension ControlPlane {
  /// Whether the API server asks Kuma's webhooks about the Dataplanes of a namespace (ADM-1).
  public func dataplaneWebhooks(in namespace: Namespace) -> DataplaneWebhooks {
    if settings.admission == .leftOut { return .notAsked(.leftOut) }
    let name = namespace.metadata.name
    if rules.admission.kubeSystem == .absent, name.hasSameBytes(as: "kube-system") {
      return .notAsked(.namespaceOutOfScope(ExactString(name)))
    }
    let allowList = NamespaceAllowList(rules.admission.allowList, of: settings)
    if let allowList, !allowList.contains(name), !name.hasSameBytes(as: settings.systemNamespace) {
      return .notAsked(.namespaceNotAllowed(ExactString(name)))
    }
    if rules.admission.namespaces == .labelled, namespace.metadata.labels[KumaKey.sidecarInjection] == nil {
      return .notAsked(.namespaceWithoutLabel(key: ExactString(KumaKey.sidecarInjection)))
    }
    return .asked
  }

  /// Whether they are asked where there is no Namespace to look at, which only the setting decides.
  var dataplaneWebhooksWithoutNamespace: DataplaneWebhooks {
    settings.admission == .leftOut ? .notAsked(.leftOut) : .asked
  }
}
