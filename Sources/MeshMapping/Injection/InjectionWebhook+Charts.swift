import KubernetesObjects

extension InjectionWebhook {
  private static let isEnabled = LabelSelector([.isIn(key: KumaKey.sidecarInjection, values: ["enabled"])])
  private static let isEnabledOrTrue = LabelSelector([.isIn(key: KumaKey.sidecarInjection, values: ["enabled", "true"])])

  /// The webhooks from 1.4.1 on.
  static let labelledAndAll = [
    InjectionWebhook("namespace-kuma-injector", namespaceSelector: isEnabled),
    InjectionWebhook("pods-kuma-injector", objectSelector: isEnabled),
    InjectionWebhook("kuma-injector"),
  ]

  /// The webhooks from 2.5.0 on.
  static let withoutKubeSystem = labelledAndAll.map { webhook in
    InjectionWebhook(
      webhook.name,
      scope: .allButKubeSystem,
      namespaceSelector: webhook.namespaceSelector,
      objectSelector: webhook.objectSelector
    )
  }

  /// The webhooks from 2.6.0 on.
  static let labelled = [
    InjectionWebhook("namespace-kuma-injector", scope: .allButKubeSystem, namespaceSelector: isEnabledOrTrue),
    InjectionWebhook("pods-kuma-injector", scope: .allButKubeSystem, objectSelector: isEnabled),
  ]

  /// The webhooks from 2.11.0 on.
  static let labelledNamespaces = [
    InjectionWebhook("namespace-kuma-injector", scope: .allButKubeSystemAndRelease, namespaceSelector: isEnabledOrTrue),
    InjectionWebhook(
      "pods-kuma-injector",
      scope: .allButKubeSystemAndRelease,
      namespaceSelector: LabelSelector([.exists(key: KumaKey.sidecarInjection)]),
      objectSelector: isEnabled
    ),
  ]

  /// The webhooks from 2.14.0 on.
  static let labelledNamespacesAndZoneProxies =
    labelledNamespaces + [
      InjectionWebhook(
        "mesh-zoneproxy-kuma-injector",
        scope: .release,
        objectSelector: LabelSelector(
          isEnabled.requirements + [.exists(key: KumaKey.mesh), .exists(key: KumaKey.zoneProxyType)]
        )
      )
    ]
}
