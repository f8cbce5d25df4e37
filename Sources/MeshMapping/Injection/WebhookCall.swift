public import KubernetesObjects

/// Whether the API server asks the injector about a Pod at all: the first gate.
public enum WebhookCall: Sendable, Hashable {
  /// It does, through the webhook of this name.
  case called(webhook: String)
  /// It does not; each webhook with why not.
  case notCalled([Miss])
  /// Nobody knows: the selectors are somebody's own, and the gate is switched off.
  case assumed

  /// Why one webhook is not called.
  public struct Miss: Sendable, Hashable {
    /// The webhook's name.
    public let webhook: String
    /// Why it is not called.
    public let reason: Reason
  }

  /// Why a webhook is not called.
  public enum Reason: Sendable, Hashable {
    /// The namespace is left out by its name.
    case namespaceOutOfScope(String)
    /// The Namespace's labels do not meet this; the label's value, where it is there.
    case namespaceLabels(LabelSelector.Requirement, found: String?)
    /// The Pod's labels do not meet this; the label's value, where it is there.
    case podLabels(LabelSelector.Requirement, found: String?)
  }
}

extension ControlPlane {
  /// Tells which webhook the API server calls for a new Pod (GATE-1 … GATE-6).
  public func webhookCall(for pod: Pod, in namespace: Namespace) -> WebhookCall {
    guard settings.webhookGate == .asCharted else { return .assumed }
    var misses: [WebhookCall.Miss] = []
    for webhook in rules.injection.webhooks.webhooks {
      guard let reason = reason(against: webhook, for: pod, in: namespace) else { return .called(webhook: webhook.name) }
      misses.append(.init(webhook: webhook.name, reason: reason))
    }
    return .notCalled(misses)
  }

  private func reason(against webhook: InjectionWebhook, for pod: Pod, in namespace: Namespace) -> WebhookCall.Reason? {
    let name = namespace.metadata.name
    guard webhook.scope.contains(name, systemNamespace: settings.systemNamespace) else { return .namespaceOutOfScope(name) }
    let namespaceLabels = namespace.metadata.labels
    if let unmet = webhook.namespaceSelector.unmetRequirement(by: namespaceLabels) {
      return .namespaceLabels(unmet, found: namespaceLabels[unmet.key])
    }
    let podLabels = pod.metadata.labels
    if let unmet = webhook.objectSelector.unmetRequirement(by: podLabels) {
      return .podLabels(unmet, found: podLabels[unmet.key])
    }
    return nil
  }
}
