extension ReleaseChange {
  package static let meshLabel = ReleaseChange(
    "mesh-label", .identity, [.from(2, 9, 0)], [11690],
    "The mesh is read as a label first, of the Pod and of the Namespace, and the injector writes it as one.",
    [.set(\.mesh.labels, .read), .set(\.injection.written.mesh, .label)]
  )

  package static let inboundName = ReleaseChange(
    "inbound-name", .selectable, [.from(2, 9, 0)], [10638],
    "Inbounds have the name of the Service's port.",
    [.set(\.inbounds.name, .present)]
  )

  package static let noV6Port = ReleaseChange(
    "no-v6-port", .field, [.from(2, 9, 0)], [10906],
    "The port for IPv6 is not read; without an IP family mode it is dual stack.",
    [.set(\.transparentProxying.portV6, .notRead)]
  )

  package static let ipFamilyModeKept = ReleaseChange(
    "ip-family-mode-kept", .field, [.from(2, 9, 0)], [10905],
    "The injector keeps the IP family mode that the Pod has.",
    [.set(\.injection.written.ownFamilyMode, .kept)]
  )

  package static let proxyConfigMap = ReleaseChange(
    "proxy-config-map", .field, [.from(2, 9, 0)], [11403],
    "Transparent proxying can be set up by a ConfigMap; the injector then reads other annotations of a Pod and writes the administration port over its own.",
    [.set(\.injection.written.configMap, .annotations)]
  )

  package static let proxyConfigMapOptional = ReleaseChange(
    "proxy-config-map-optional", .refusal, [.backport(2, 10, 0)], [11988, 13012, 13491],
    "Where the ConfigMap of transparent proxying does not exist or cannot be read, Kuma's defaults hold, and no Pod is refused for it.",
    [.set(\.injection.written.missingConfigMap, .defaults)]
  )

  package static let reachableBackends = ReleaseChange(
    "reachable-backends", .access, [.from(2, 9, 0)], [10869],
    "The reachable backends are read.",
    [.set(\.transparentProxying.reachableBackends, .read)]
  )

  package static let unchangedLeftAlone = ReleaseChange(
    "unchanged-left-alone", .unmapped, [.from(2, 9, 0)], [11758],
    "A Dataplane that would not change is not written again; its contents are the same."
  )

  package static let dataplaneDefaulting = ReleaseChange(
    "dataplane-defaulting", .selectable, [.from(2, 9, 0)], [11020, 11053],
    "A webhook gives Dataplanes labels of mesh, namespace and, with a zone, origin, zone and environment, and the annotation of the name to show.",
    [.set(\.admission.defaulting, .present)]
  )

  package static let validationReachableBackends = ReleaseChange(
    "validation-reachable-backends", .refusal, [.from(2, 9, 0)], [10869],
    "Reachable backends must be of a kind that is known, and named by a name or by labels.",
    [.set(\.validation.reachableBackendsCheck, .present)]
  )

  package static let proxyTypeLabel = ReleaseChange(
    "proxy-type-label", .selectable, [.from(2, 10, 0)], [12414],
    "Dataplanes have the type of the proxy as a label.",
    [.set(\.labels.proxyType, .written)]
  )

  package static let serviceValidatorGone = ReleaseChange(
    "service-validator-gone", .lifted, [.from(2, 10, 0)], [12762],
    "Services with the annotation of a protocol that is not known are no longer refused.",
    [.set(\.validation.services, .absent)]
  )

  package static let inboundNameContainer = ReleaseChange(
    "inbound-name-container", .selectable, [.from(2, 10, 0)], [12783],
    "Inbounds have the name of the container's port, no longer that of the Service's.",
    [.set(\.inbounds.nameSource, .containerPort)]
  )

  package static let dataplaneLabels = ReleaseChange(
    "dataplane-labels", .selectable, [.from(2, 10, 0)], [12453, 12589],
    "Dataplanes have the labels of their Pods, and others of their own.",
    [.set(\.labels.computed, .present)]
  )

  package static let protocolMysql = ReleaseChange(
    "protocol-mysql", .selectable, [.from(2, 10, 0)], [12839],
    "The protocol mysql is known.",
    [.insert("mysql", into: \.inbounds.knownProtocols)]
  )

  package static let meshRequired = ReleaseChange(
    "mesh-required", .refusal, [.from(2, 11, 0)], [12760],
    "A Pod whose mesh does not exist gets no Dataplane.",
    [.set(\.mesh.existenceCheck, .present)]
  )

  package static let webhookNamespaceLabel = ReleaseChange(
    "webhook-namespace-label", .sidecar, [.from(2, 11, 0)], [13378, 13466],
    "Pods labelled enabled are injected only where their Namespace has the label too, and never in the control plane's; Dataplanes are defaulted and validated only where the Namespace has it.",
    [.set(\.injection.webhooks.podLabel, .needsLabelledNamespace), .set(\.admission.namespaces, .labelled)]
  )

  package static let namespaceAllowList = ReleaseChange(
    "namespace-allow-list", .sidecar, [.from(2, 11, 0)], [13466],
    "The webhooks can be held to a list of namespaces.",
    [.set(\.injection.webhooks.allowList, .read), .set(\.admission.allowList, .read)]
  )

  package static let deduplication = ReleaseChange(
    "deduplication", .service, [.from(2, 11, 0)], [12760],
    "In a mesh that uses MeshServices exclusively, of several inbounds of one port the first stays.",
    [.set(\.inbounds.merging, .merged), .set(\.zoneProxies.inbounds, .byPort)]
  )

  package static let ipFamilyModeErrorText = ReleaseChange(
    "ip-family-mode-error-text", .unmapped, [.from(2, 11, 0)], [13491],
    "The error for an IP family mode that is not known names it, where it named DualStack before."
  )

  package static let directAccessListeners = ReleaseChange(
    "direct-access-listeners", .unmapped, [.from(2, 11, 0)], [13409],
    "Listeners for direct access need a transparent proxy that is switched on, no longer both redirect ports; not mapped here."
  )

  package static let deduplicationByState = ReleaseChange(
    "deduplication-by-state", .service, [.backport(2, 13, 10)], [17395],
    "Inbounds of one port are merged only where their states are the same too.",
    [.set(\.inbounds.mergingKey, .portAndState)]
  )

  package static let proxyConfiguration = ReleaseChange(
    "proxy-configuration", .access, [.from(2, 11, 0)], [13491],
    "The lists of services are also read where a transparent proxy configuration is annotated; what is empty is left out.",
    [
      .set(\.transparentProxying.activation, .annotationOrConfiguration),
      .set(\.injection.written.configMap, .configuration),
      .set(\.transparentProxying.emptyFamilyMode, .leftOut),
      .set(\.transparentProxying.emptySection, .absent),
      .set(\.transparentProxying.familyModeOrder, .afterOutboundPort),
    ]
  )

  package static let serviceAccountLabel = ReleaseChange(
    "service-account-label", .selectable, [.from(2, 12, 0)], [14151],
    "Dataplanes have the service account as a label, which a webhook makes an annotation.",
    [.set(\.labels.serviceAccount, .present), .set(\.admission.serviceAccount, .movedToAnnotation)]
  )

  package static let workloadLabel = ReleaseChange(
    "workload-label", .selectable, [.from(2, 13, 0)], [14928, 14906],
    "Dataplanes have the workload as a label, which a webhook makes an annotation.",
    [.set(\.labels.workload, .present), .set(\.admission.workload, .movedToAnnotation)]
  )

  package static let meshTolerated = ReleaseChange(
    "mesh-tolerated", .sidecar, [.from(2, 14, 0)], [16758],
    "A zone proxy is injected although its mesh does not exist, where the mesh is written down.",
    [.set(\.injection.missingMesh, .refusedUnlessZoneProxy)]
  )

  package static let webhookZoneProxy = ReleaseChange(
    "webhook-zone-proxy", .sidecar, [.from(2, 14, 0)], [15748],
    "In the control plane's namespace zone proxies with a mesh are injected.",
    [.set(\.injection.webhooks.zoneProxies, .present)]
  )

  package static let inboundTagsDisabled = ReleaseChange(
    "inbound-tags-disabled", .everywhere, [.from(2, 14, 0)], [15441, 15676],
    "The control plane can be set to leave the tags of inbounds out.",
    [.set(\.tags.inboundTagsSetting, .read)]
  )

  package static let inboundProtocol = ReleaseChange(
    "inbound-protocol", .field, [.from(2, 14, 0)], [15445],
    "Inbounds have the protocol as a field.",
    [.set(\.inbounds.protocolField, .present)]
  )

  package static let zoneProxyListeners = ReleaseChange(
    "zone-proxy-listeners", .service, [.from(2, 14, 0)], [15843, 16014, 16574],
    "Services of zone proxies give no inbounds but, where the mesh uses MeshServices exclusively, listeners.",
    [.set(\.inbounds.zoneProxyServices, .listeners), .set(\.labels.listeners, .present)]
  )

  package static let validationListeners = ReleaseChange(
    "validation-listeners", .refusal, [.from(2, 14, 0)], [15759],
    "Listeners must have ports and names that nothing else of the Dataplane has.",
    [.set(\.validation.listenersCheck, .present)]
  )

  package static let validationRelaxed = ReleaseChange(
    "validation-relaxed", .lifted, [.from(2, 14, 0)], [15685, 15458],
    "A Dataplane may have no inbound, and an inbound no tags.",
    [.set(\.validation.service, .withTags)]
  )

  package static let deduplicationWithoutTags = ReleaseChange(
    "deduplication-without-tags", .service, [.from(2, 14, 1)], [17197, 17220],
    "Inbounds of one port are merged only where inbounds have no tags.",
    [.set(\.inbounds.taggedMerging, .kept)]
  )

  package static let strictInboundPorts = ReleaseChange(
    "strict-inbound-ports", .access, [.from(2, 13, 0)], [15163],
    "The sidecar takes connections only on ports that have an inbound, unless mTLS is permissive; before, it passes others on.",
    [.set(\.inbounds.undeclaredPorts, .refused)]
  )

  package static let validationGateway = ReleaseChange(
    "validation-gateway", .lifted, [.from(2, 14, 2)], [17611],
    "A gateway may have no tags.",
    [.set(\.validation.gatewayService, .withTags)]
  )

  package static let nodeLabelsAsLabels = ReleaseChange(
    "node-labels-as-labels", .selectable, [.from(2, 14, 2)], [17480, 17569],
    "Where inbounds have no tags, the labels of the Node become labels of the Dataplane, where they were lost before.",
    [.set(\.labels.nodeLabels, .present)]
  )
}

extension ReleaseHistory {
  /// What changed from 2.9 on.
  static let lineTwoNine: [ReleaseChange] = [
    .meshLabel, .inboundName, .noV6Port, .ipFamilyModeKept, .proxyConfigMap, .proxyConfigMapOptional, .reachableBackends,
    .unchangedLeftAlone, .dataplaneDefaulting,
    .validationReachableBackends, .serviceValidatorGone, .inboundNameContainer, .dataplaneLabels, .proxyTypeLabel,
    .protocolMysql, .meshRequired,
    .webhookNamespaceLabel, .namespaceAllowList, .deduplication, .ipFamilyModeErrorText, .directAccessListeners,
    .deduplicationByState,
    .proxyConfiguration, .serviceAccountLabel, .workloadLabel, .strictInboundPorts,
    .meshTolerated, .webhookZoneProxy, .inboundTagsDisabled,
    .inboundProtocol, .zoneProxyListeners, .validationListeners, .validationRelaxed, .deduplicationWithoutTags,
    .validationGateway, .nodeLabelsAsLabels,
  ]
}
