import KubernetesObjects

extension WebhookRules {
  /// The webhooks in the order of the chart, those that select held to a list of namespaces.
  func webhooks(heldTo allowList: NamespaceAllowList?) -> [InjectionWebhook] {
    var webhooks = selecting == .present ? [forNamespaces(heldTo: allowList), forPods(heldTo: allowList)] : []
    if catchAll == .present { webhooks.append(InjectionWebhook("kuma-injector", scope: scope(.all))) }
    if zoneProxies == .present { webhooks.append(Self.forZoneProxies) }
    return webhooks
  }

  private static let isEnabled = LabelSelector.Requirement.isIn(key: KumaKey.sidecarInjection, values: ["enabled"])

  private func forNamespaces(heldTo allowList: NamespaceAllowList?) -> InjectionWebhook {
    let values = catchAll == .present ? ["enabled"] : ["enabled", "true"]
    return InjectionWebhook(
      "namespace-kuma-injector",
      scope: scope(podLabel == .isEnough ? .all : .allButKubeSystemAndRelease),
      allowList: allowList,
      namespaceSelector: LabelSelector([.isIn(key: KumaKey.sidecarInjection, values: values)])
    )
  }

  private func forPods(heldTo allowList: NamespaceAllowList?) -> InjectionWebhook {
    let needsNamespace = podLabel == .needsLabelledNamespace
    return InjectionWebhook(
      "pods-kuma-injector",
      scope: scope(needsNamespace ? .allButKubeSystemAndRelease : .all),
      allowList: allowList,
      namespaceSelector: LabelSelector(needsNamespace ? [.exists(key: KumaKey.sidecarInjection)] : []),
      objectSelector: LabelSelector([Self.isEnabled])
    )
  }

  private static let forZoneProxies = InjectionWebhook(
    "mesh-zoneproxy-kuma-injector",
    scope: .release,
    objectSelector: LabelSelector([isEnabled, .exists(key: KumaKey.mesh), .exists(key: KumaKey.zoneProxyType)])
  )

  private func scope(_ scope: InjectionWebhook.NamespaceScope) -> InjectionWebhook.NamespaceScope {
    scope == .all && kubeSystem == .absent ? .allButKubeSystem : scope
  }
}
