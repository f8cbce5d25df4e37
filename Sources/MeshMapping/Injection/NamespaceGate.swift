import KubernetesObjects

/// The first gate of a namespace: the webhooks as far as the Namespace decides about them, which is the same for all of its Pods.
struct NamespaceGate: Sendable {
  /// The webhooks in the order of the chart; nil where their selectors are somebody's own.
  private let webhooks: [Webhook]?

  /// A webhook that is known as far as the Namespace goes.
  private struct Webhook {
    let name: String
    /// Why the webhook is not called for any Pod of the namespace; nil where the Pod decides.
    let reason: WebhookCall.Reason?
    /// What the labels of the Pod must be.
    let objectSelector: LabelSelector
  }

  /// The gate of a namespace under a control plane.
  init(of namespace: Namespace, under controlPlane: ControlPlane) {
    guard controlPlane.settings.webhookGate == .asCharted else {
      webhooks = nil
      return
    }
    let rules = controlPlane.rules.injection.webhooks
    let allowList = NamespaceAllowList(rules.allowList, of: controlPlane.settings)
    webhooks = rules.webhooks(heldTo: allowList).map { webhook in
      let reason = Self.reason(against: webhook, for: namespace, systemNamespace: controlPlane.settings.systemNamespace)
      return Webhook(name: webhook.name, reason: reason, objectSelector: webhook.objectSelector)
    }
  }

  private static func reason(
    against webhook: InjectionWebhook,
    for namespace: Namespace,
    systemNamespace: String
  ) -> WebhookCall.Reason? {
    let name = namespace.metadata.name
    guard webhook.scope.contains(name, systemNamespace: systemNamespace) else {
      return .namespaceOutOfScope(ExactString(name))
    }
    if let allowList = webhook.allowList, !allowList.contains(name) { return .namespaceNotAllowed(ExactString(name)) }
    let labels = namespace.metadata.labels
    return webhook.namespaceSelector.unmetRequirement(by: labels).map { unmet in
      .namespaceLabels(unmet, found: labels[unmet.key].map { ExactString($0) })
    }
  }

  /// Which webhook the API server calls for a new Pod of the namespace (GATE-1 … GATE-6).
  func call(for pod: Pod) -> WebhookCall {
    guard let webhooks else { return .assumed }
    var misses: [WebhookCall.Miss] = []
    for webhook in webhooks {
      let reason = webhook.reason ?? Self.reason(against: webhook.objectSelector, for: pod)
      guard let reason else { return .called(webhook: ExactString(webhook.name)) }
      misses.append(.init(webhook: webhook.name, reason: reason))
    }
    return .notCalled(misses)
  }

  private static func reason(against selector: LabelSelector, for pod: Pod) -> WebhookCall.Reason? {
    let labels = pod.metadata.labels
    return selector.unmetRequirement(by: labels).map { unmet in
      .podLabels(unmet, found: labels[unmet.key].map { ExactString($0) })
    }
  }
}

extension ControlPlane {
  /// The first gate of a namespace.
  func gate(of namespace: Namespace) -> NamespaceGate {
    NamespaceGate(of: namespace, under: self)
  }
}
