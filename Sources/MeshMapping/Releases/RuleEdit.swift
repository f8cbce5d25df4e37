/// One change to the rules, as a value.
public enum RuleEdit: Sendable, Hashable {
  case switchWords(SwitchWords)
  case selectingWebhooks(TagRules.Presence)
  case catchAllWebhook(WebhookRules.CatchAll)
  case kubeSystem(WebhookRules.Scope)
  case podLabelWebhook(WebhookRules.PodLabel)
  case zoneProxyWebhook(TagRules.Presence)
  case switchLabels(RuleReading)
  case switchAnnotations(RuleReading)
  case existingSidecar(RuleReading)
  case existingNativeSidecar(RuleReading)
  case sidecarUser(SidecarUserCheck)
  case missingMesh(MissingMeshAnswer)
  case writtenMesh(WrittenMetadata.MeshMark)
  case writtenAdminPort(WrittenMetadata.AdminPortMark)
  case writtenIPv6(WrittenMetadata.IPv6Mark)
  case ownFamilyMode(WrittenMetadata.OwnFamilyMode)
  case meshLabels(RuleReading)
  case meshAgreement(MeshRules.Agreement)
  case meshExistence(MeshRules.Existence)
  case serviceOrder(ServiceRules.Order)
  case ignoreAnnotation(RuleReading)
  case ignoreForm(ServiceRules.IgnoreForm)
  case ignoredSelectorLabels(ServiceRules.IgnoredSelectorLabels)
  case endpointSlices(RuleReading)
  case endpointWithoutTarget(ServiceRules.EndpointWithoutTarget)
  case reservedLabels(TagRules.ReservedLabels)
  case reservedLabelsWithoutService(TagRules.ReservedLabels)
  case kubernetesTags(TagRules.Presence)
  case instanceTag(TagRules.Presence)
  case gatewayProtocol(TagRules.GatewayProtocol)
  case nodeLabels(RuleReading)
  case inboundTagsSetting(TagRules.Setting)
  case nameWithoutService(TagRules.NameWithoutService)
  case addedProtocol(String)
  case protocolCase(InboundRules.ProtocolCase)
  case appProtocol(InboundRules.AppProtocolReading)
  case readiness(InboundRules.Readiness)
  case deletion(InboundRules.Deletion)
  case nativeSidecarStatus(RuleReading)
  case externalName(InboundRules.ExternalName)
  case withoutInbound(InboundRules.WithoutInbound)
  case inboundName(TagRules.Presence)
  case inboundNameSource(InboundRules.NameSource)
  case protocolField(TagRules.Presence)
  case merging(InboundRules.Merging)
  case taggedMerging(InboundRules.Merging)
  case mergingKey(InboundRules.MergingKey)
  case zoneProxyServices(InboundRules.ZoneProxyServices)
  case gatewayValues(GatewayRules.Values)
  case gatewayDeployment(GatewayRules.DeploymentLookup)
  case gatewayBuiltin(GatewayRules.Builtin)
  case proxyingGate(TransparentProxyingRules.Gate)
  case directAccess(TransparentProxyingRules.ListForm)
  case emptyPieces(TransparentProxyingRules.EmptyPieces)
  case reachableServices(RuleReading)
  case reachableBackends(RuleReading)
  case portV6(RuleReading)
  case familyMode(RuleReading)
  case emptyFamilyMode(TransparentProxyingRules.EmptyFamilyMode)
  case familyModeOrder(TransparentProxyingRules.FamilyModeOrder)
  case emptySection(TransparentProxyingRules.EmptySection)
  case adminPort(RuleReading)
  case outbounds(TransparentProxyingRules.Outbounds)
  case computedLabels(TagRules.Presence)
  case serviceAccountLabel(TagRules.Presence)
  case workloadLabel(TagRules.Presence)
  case nodeLabelsAsLabels(TagRules.Presence)
  case listenerLabels(TagRules.Presence)
  case procedure(LifecycleRules.Procedure)
  case namespaceLookup(RuleReading)
  case injectedMark(LifecycleRules.InjectedMark)
  case evicted(LifecycleRules.Evicted)
  case terminatingNamespace(LifecycleRules.TerminatingNamespace)
  case zoneEgress(GatewayRules.Builtin)
  case neededService(ValidationRules.ServiceNeed)
  case neededGatewayService(ValidationRules.ServiceNeed)
  case checkedAddress(ValidationRules.Address)
  case addedDefaultNodeLabel(String)
  case aggregatedMetrics(RuleReading)
  case aggregatedKeys(UnmappedSectionRules.AggregatedKeys)
  case startupProbes(RuleReading)
  case nativeSidecarProbes(RuleReading)
  case probeProxy(RuleReading)
}

extension MappingRules {
  /// Makes a change.
  mutating func apply(_ edit: RuleEdit) {
    switch edit {
    case .switchWords(let rule): switchWords = rule
    case .selectingWebhooks(let rule): injection.webhooks.selecting = rule
    case .catchAllWebhook(let rule): injection.webhooks.catchAll = rule
    case .kubeSystem(let rule): injection.webhooks.kubeSystem = rule
    case .podLabelWebhook(let rule): injection.webhooks.podLabel = rule
    case .zoneProxyWebhook(let rule): injection.webhooks.zoneProxies = rule
    case .switchLabels(let rule): injection.switchLabels = rule
    case .switchAnnotations(let rule): injection.switchAnnotations = rule
    case .existingSidecar(let rule): injection.existingSidecar = rule
    case .existingNativeSidecar(let rule): injection.existingNativeSidecar = rule
    case .sidecarUser(let rule): injection.sidecarUser = rule
    case .missingMesh(let rule): injection.missingMesh = rule
    case .writtenMesh(let rule): injection.written.mesh = rule
    case .writtenAdminPort(let rule): injection.written.adminPort = rule
    case .writtenIPv6(let rule): injection.written.ipv6 = rule
    case .ownFamilyMode(let rule): injection.written.ownFamilyMode = rule
    case .meshLabels(let rule): mesh.labels = rule
    case .meshAgreement(let rule): mesh.agreement = rule
    case .meshExistence(let rule): mesh.existence = rule
    case .serviceOrder(let rule): services.order = rule
    case .ignoreAnnotation(let rule): services.ignoreAnnotation = rule
    case .ignoreForm(let rule): services.ignoreForm = rule
    case .ignoredSelectorLabels(let rule): services.ignoredSelectorLabels = rule
    case .endpointSlices(let rule): services.endpointSlices = rule
    case .endpointWithoutTarget(let rule): services.endpointWithoutTarget = rule
    case .reservedLabels(let rule): tags.reservedLabels = rule
    case .reservedLabelsWithoutService(let rule): tags.reservedLabelsWithoutService = rule
    case .kubernetesTags(let rule): tags.kubernetesTags = rule
    case .instanceTag(let rule): tags.instanceTag = rule
    case .gatewayProtocol(let rule): tags.gatewayProtocol = rule
    case .nodeLabels(let rule): tags.nodeLabels = rule
    case .inboundTagsSetting(let rule): tags.inboundTagsSetting = rule
    case .nameWithoutService(let rule): tags.nameWithoutService = rule
    case .addedProtocol(let name): inbounds.knownProtocols = (inbounds.knownProtocols + [name]).sorted()
    case .protocolCase(let rule): inbounds.protocolCase = rule
    case .appProtocol(let rule): inbounds.appProtocol = rule
    case .readiness(let rule): inbounds.readiness = rule
    case .deletion(let rule): inbounds.deletion = rule
    case .nativeSidecarStatus(let rule): inbounds.nativeSidecarStatus = rule
    case .externalName(let rule): inbounds.externalName = rule
    case .withoutInbound(let rule): inbounds.withoutInbound = rule
    case .inboundName(let rule): inbounds.name = rule
    case .inboundNameSource(let rule): inbounds.nameSource = rule
    case .protocolField(let rule): inbounds.protocolField = rule
    case .merging(let rule): inbounds.merging = rule
    case .taggedMerging(let rule): inbounds.taggedMerging = rule
    case .mergingKey(let rule): inbounds.mergingKey = rule
    case .zoneProxyServices(let rule): inbounds.zoneProxyServices = rule
    case .gatewayValues(let rule): gateway.values = rule
    case .gatewayDeployment(let rule): gateway.deployment = rule
    case .gatewayBuiltin(let rule): gateway.builtin = rule
    case .proxyingGate(let rule): transparentProxying.gate = rule
    case .directAccess(let rule): transparentProxying.directAccess = rule
    case .emptyPieces(let rule): transparentProxying.emptyPieces = rule
    case .reachableServices(let rule): transparentProxying.reachableServices = rule
    case .reachableBackends(let rule): transparentProxying.reachableBackends = rule
    case .portV6(let rule): transparentProxying.portV6 = rule
    case .familyMode(let rule): transparentProxying.familyMode = rule
    case .emptyFamilyMode(let rule): transparentProxying.emptyFamilyMode = rule
    case .familyModeOrder(let rule): transparentProxying.familyModeOrder = rule
    case .emptySection(let rule): transparentProxying.emptySection = rule
    case .adminPort(let rule): transparentProxying.adminPort = rule
    case .outbounds(let rule): transparentProxying.outbounds = rule
    case .computedLabels(let rule): labels.computed = rule
    case .serviceAccountLabel(let rule): labels.serviceAccount = rule
    case .workloadLabel(let rule): labels.workload = rule
    case .nodeLabelsAsLabels(let rule): labels.nodeLabels = rule
    case .listenerLabels(let rule): labels.listeners = rule
    case .procedure(let rule): lifecycle.procedure = rule
    case .namespaceLookup(let rule): lifecycle.namespaceLookup = rule
    case .injectedMark(let rule): lifecycle.injectedMark = rule
    case .evicted(let rule): lifecycle.evicted = rule
    case .terminatingNamespace(let rule): lifecycle.terminatingNamespace = rule
    case .zoneEgress(let rule): lifecycle.zoneEgress = rule
    case .neededService(let rule): validation.service = rule
    case .neededGatewayService(let rule): validation.gatewayService = rule
    case .checkedAddress(let rule): validation.address = rule
    case .addedDefaultNodeLabel(let label): defaultNodeLabels.append(label)
    case .aggregatedMetrics(let rule): unmapped.aggregatedMetrics = rule
    case .aggregatedKeys(let rule): unmapped.aggregatedKeys = rule
    case .startupProbes(let rule): unmapped.startupProbes = rule
    case .nativeSidecarProbes(let rule): unmapped.nativeSidecarProbes = rule
    case .probeProxy(let rule): unmapped.probeProxy = rule
    }
  }
}
