/// One change to the rules, as a value.
public enum RuleEdit: Sendable, Hashable {
  case switchWords(SwitchWords)
  case webhooks([InjectionWebhook])
  case switchPlaces([MetadataPlace])
  case existingSidecar(ExistingSidecarSearch)
  case sidecarUser(SidecarUserCheck)
  case missingMesh(MissingMeshAnswer)
  case writtenMesh(WrittenMetadata.MeshMark)
  case writtenAdminPort(WrittenMetadata.AdminPortMark)
  case writtenIPv6(WrittenMetadata.IPv6Mark)
  case injectorMesh(MeshLookup)
  case controllerMesh(MeshLookup)
  case meshExistence(MeshRules.Existence)
  case serviceOrder(ServiceRules.Order)
  case ignoreAnnotation(ServiceRules.IgnoreAnnotation)
  case ignoredSelectorLabels(ServiceRules.IgnoredSelectorLabels)
  case servicesWithoutSelector(ServiceRules.WithoutSelector)
  case reservedLabels(TagRules.ReservedLabels)
  case reservedLabelsWithoutService(TagRules.ReservedLabels)
  case kubernetesTags(TagRules.Presence)
  case instanceTag(TagRules.Presence)
  case gatewayProtocol(TagRules.GatewayProtocol)
  case nodeLabels(TagRules.NodeLabels)
  case inboundTagsSetting(TagRules.Setting)
  case nameWithoutService(TagRules.NameWithoutService)
  case addedProtocol(String)
  case protocolCase(InboundRules.ProtocolCase)
  case appProtocol(InboundRules.AppProtocolReading)
  case readiness(InboundRules.Readiness)
  case deletion(InboundRules.Deletion)
  case sidecarStatus(InboundRules.SidecarStatus)
  case externalName(InboundRules.ExternalName)
  case withoutInbound(InboundRules.WithoutInbound)
  case inboundName(InboundRules.Name)
  case protocolField(TagRules.Presence)
  case deduplication(InboundRules.Deduplication)
  case zoneProxyServices(InboundRules.ZoneProxyServices)
  case gatewayValues(GatewayRules.Values)
  case gatewayDeployment(GatewayRules.DeploymentLookup)
  case gatewayBuiltin(GatewayRules.Builtin)
  case proxyingGate(TransparentProxyingRules.Gate)
  case directAccess(TransparentProxyingRules.ListReading)
  case reachableServices(TransparentProxyingRules.ListReading)
  case reachableBackends(TransparentProxyingRules.Reading)
  case ipv6(TransparentProxyingRules.IPv6)
  case emptyFamilyMode(TransparentProxyingRules.EmptyFamilyMode)
  case emptySection(TransparentProxyingRules.EmptySection)
  case adminPort(TransparentProxyingRules.Reading)
  case outbounds(TransparentProxyingRules.Outbounds)
  case computedLabels(TagRules.Presence)
  case serviceAccountLabel(TagRules.Presence)
  case workloadLabel(TagRules.Presence)
  case listenerLabels(TagRules.Presence)
  case procedure(LifecycleRules.Procedure)
  case namespaceLookup(LifecycleRules.NamespaceLookup)
  case injectedMark(LifecycleRules.InjectedMark)
  case evicted(LifecycleRules.Evicted)
  case terminatingNamespace(LifecycleRules.TerminatingNamespace)
  case zoneEgress(GatewayRules.Builtin)
  case neededService(ValidationRules.ServiceNeed)
  case checkedAddress(ValidationRules.Address)
  case defaultNodeLabels([String])
}

extension MappingRules {
  /// Makes a change.
  mutating func apply(_ edit: RuleEdit) {
    switch edit {
    case .switchWords(let rule): switchWords = rule
    case .webhooks(let rule): injection.webhooks = rule
    case .switchPlaces(let rule): injection.switchPlaces = rule
    case .existingSidecar(let rule): injection.existingSidecar = rule
    case .sidecarUser(let rule): injection.sidecarUser = rule
    case .missingMesh(let rule): injection.missingMesh = rule
    case .writtenMesh(let rule): injection.written.mesh = rule
    case .writtenAdminPort(let rule): injection.written.adminPort = rule
    case .writtenIPv6(let rule): injection.written.ipv6 = rule
    case .injectorMesh(let rule): mesh.injector = rule
    case .controllerMesh(let rule): mesh.controller = rule
    case .meshExistence(let rule): mesh.existence = rule
    case .serviceOrder(let rule): services.order = rule
    case .ignoreAnnotation(let rule): services.ignoreAnnotation = rule
    case .ignoredSelectorLabels(let rule): services.ignoredSelectorLabels = rule
    case .servicesWithoutSelector(let rule): services.withoutSelector = rule
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
    case .sidecarStatus(let rule): inbounds.sidecarStatus = rule
    case .externalName(let rule): inbounds.externalName = rule
    case .withoutInbound(let rule): inbounds.withoutInbound = rule
    case .inboundName(let rule): inbounds.name = rule
    case .protocolField(let rule): inbounds.protocolField = rule
    case .deduplication(let rule): inbounds.deduplication = rule
    case .zoneProxyServices(let rule): inbounds.zoneProxyServices = rule
    case .gatewayValues(let rule): gateway.values = rule
    case .gatewayDeployment(let rule): gateway.deployment = rule
    case .gatewayBuiltin(let rule): gateway.builtin = rule
    case .proxyingGate(let rule): transparentProxying.gate = rule
    case .directAccess(let rule): transparentProxying.directAccess = rule
    case .reachableServices(let rule): transparentProxying.reachableServices = rule
    case .reachableBackends(let rule): transparentProxying.reachableBackends = rule
    case .ipv6(let rule): transparentProxying.ipv6 = rule
    case .emptyFamilyMode(let rule): transparentProxying.emptyFamilyMode = rule
    case .emptySection(let rule): transparentProxying.emptySection = rule
    case .adminPort(let rule): transparentProxying.adminPort = rule
    case .outbounds(let rule): transparentProxying.outbounds = rule
    case .computedLabels(let rule): labels.computed = rule
    case .serviceAccountLabel(let rule): labels.serviceAccount = rule
    case .workloadLabel(let rule): labels.workload = rule
    case .listenerLabels(let rule): labels.listeners = rule
    case .procedure(let rule): lifecycle.procedure = rule
    case .namespaceLookup(let rule): lifecycle.namespaceLookup = rule
    case .injectedMark(let rule): lifecycle.injectedMark = rule
    case .evicted(let rule): lifecycle.evicted = rule
    case .terminatingNamespace(let rule): lifecycle.terminatingNamespace = rule
    case .zoneEgress(let rule): lifecycle.zoneEgress = rule
    case .neededService(let rule): validation.service = rule
    case .checkedAddress(let rule): validation.address = rule
    case .defaultNodeLabels(let labels): defaultNodeLabels = labels
    }
  }
}
