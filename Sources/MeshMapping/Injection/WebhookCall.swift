public import KubernetesObjects

/// Whether the API server asks the injector about a Pod at all: the first gate.
public enum WebhookCall: Sendable, Hashable {
  /// It does, through the webhook of this name.
  case called(webhook: ExactString)
  /// It does not; each webhook with why not.
  case notCalled([Miss])
  /// It is taken to: the selectors are somebody's own, and the gate is switched off.
  case assumed
  /// Unknown, since the Namespace is not in the input.
  case unknown(needs: [Completeness.Kind])

  /// Why one webhook is not called.
  public struct Miss: Sendable, Hashable {
    /// The webhook's name.
    @ByteExact public private(set) var webhook: String
    /// Why it is not called.
    public let reason: Reason

    /// The given webhook with why it is not called.
    public init(webhook: String, reason: Reason) {
      self.webhook = webhook
      self.reason = reason
    }
  }

  /// Why a webhook is not called.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Reason: Sendable, Hashable {
    /// The namespace is left out by its name.
    case namespaceOutOfScope(ExactString)
    /// The namespace is not on the list that the webhooks are held to.
    case namespaceNotAllowed(ExactString)
    /// The Namespace's labels do not meet this; the label's value, where it is there.
    case namespaceLabels(LabelSelector.Requirement, found: ExactString?)
    /// The Pod's labels do not meet this; the label's value, where it is there.
    case podLabels(LabelSelector.Requirement, found: ExactString?)
  }
}

extension ControlPlane {
  /// Which webhook the API server calls for a new Pod (GATE-1 … GATE-7).
  public func webhookCall(of pod: Pod, in namespace: Namespace) -> WebhookCall {
    gate(of: namespace).call(for: pod)
  }
}
