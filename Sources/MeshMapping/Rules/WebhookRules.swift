/// The rules of the webhooks that the Helm chart sets up. Each changed on its own, so that each can be taken back on its own.
package struct WebhookRules: Sendable, Hashable {
  /// Whether there are webhooks that select by the label, of the Namespace and of the Pod (GATE-3).
  package var selecting: Presence
  /// Whether there is a webhook for every Pod (GATE-1). Where there is none, the Namespace may also be labelled `true`.
  package var catchAll: Presence
  /// Whether kube-system is among the namespaces that the webhooks are called for (GATE-2).
  package var kubeSystem: Presence
  /// What the label of a Pod needs of its Namespace (GATE-4).
  package var podLabel: PodLabel
  /// Whether the chart has a list of the namespaces that the webhooks about Pods are held to (GATE-7).
  package var allowList: Reading
  /// Whether there is a webhook for zone proxies in the namespace of the control plane (GATE-5).
  package var zoneProxies: Presence

  /// What the label of a Pod needs of its Namespace.
  package enum PodLabel: Sendable, Hashable {
    case isEnough
    /// The Namespace has the label too, with any value, and is not the control plane's.
    case needsLabelledNamespace
  }
}
