/// The rules of the webhooks that the Helm chart sets up. Each changed on its own, so that each can be taken back on its own.
public struct WebhookRules: Sendable, Hashable {
  /// Whether there are webhooks that select by the label, of the Namespace and of the Pod (GATE-3).
  public var selecting: TagRules.Presence
  /// Whether there is a webhook for every Pod (GATE-1).
  public var catchAll: CatchAll
  /// Whether kube-system is left out (GATE-2).
  public var kubeSystem: Scope
  /// What the label of a Pod needs of its Namespace (GATE-4).
  public var podLabel: PodLabel
  /// Whether there is a webhook for zone proxies in the namespace of the control plane (GATE-5).
  public var zoneProxies: TagRules.Presence

  /// Whether there is a webhook for every Pod.
  public enum CatchAll: Sendable, Hashable {
    case present
    /// There is none; to make up for it, the Namespace may also be labelled `true`.
    case gone
  }

  /// Whether a namespace is asked about.
  public enum Scope: Sendable, Hashable {
    case included
    case leftOut
  }

  /// What the label of a Pod needs of its Namespace.
  public enum PodLabel: Sendable, Hashable {
    case isEnough
    /// The Namespace has the label too, with any value, and is not the control plane's.
    case needsLabelledNamespace
  }
}
