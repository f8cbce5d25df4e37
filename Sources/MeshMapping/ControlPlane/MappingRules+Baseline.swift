extension MappingRules {
  /// The rules of Kuma 1.2.0, the first release that is known; the release history starts from them.
  static let baseline = MappingRules(
    switchWords: .enabledOrTrue,
    injection: InjectionRules(
      webhooks: [InjectionWebhook("kuma-injector")],
      switchPlaces: [.podAnnotation, .namespaceAnnotation],
      existingSidecar: .nowhere,
      sidecarUser: .none,
      missingMesh: .refused,
      written: WrittenMetadata(mesh: .annotation, adminPort: .notWritten, ipv6: .port)
    ),
    mesh: MeshRules(
      injector: MeshLookup([.podAnnotation, .namespaceAnnotation], emptyValue: .decides),
      controller: MeshLookup([.podAnnotation]),
      existence: .notChecked
    ),
    services: ServiceRules(
      order: .asListed,
      ignoreAnnotation: .notRead,
      ignoredSelectorLabels: .notKnown,
      withoutSelector: .neverMatches
    ),
    tags: TagRules(
      reservedLabels: .converted,
      reservedLabelsWithoutService: .converted,
      kubernetesTags: .absent,
      instanceTag: .added,
      gatewayProtocol: .kept,
      nodeLabels: .notRead,
      inboundTagsSetting: .notKnown,
      nameWithoutService: .podNameWithoutSuffixes
    ),
    inbounds: InboundRules(
      knownProtocols: AppProtocol.baseline,
      protocolCase: .asWritten,
      appProtocol: .whateverIsWritten,
      readiness: .healthWhereKnown,
      deletion: .ignored,
      sidecarStatus: .containers,
      externalName: .inbounds,
      withoutInbound: .failure,
      name: .nothing,
      protocolField: .absent,
      deduplication: .never,
      zoneProxyServices: .inbounds
    ),
    gateway: GatewayRules(values: .switchWords, deployment: .firstReplicaSet, builtin: .notKnown),
    transparentProxying: TransparentProxyingRules(
      gate: .annotation,
      directAccess: .piecesUnlessEmpty,
      reachableServices: .notRead,
      reachableBackends: .notRead,
      ipv6: .port,
      emptyFamilyMode: .failure,
      emptySection: .written,
      adminPort: .notRead,
      outbounds: .written
    ),
    labels: DataplaneLabelRules(computed: .absent, serviceAccount: .absent, workload: .absent, listeners: .absent),
    lifecycle: LifecycleRules(
      procedure: .stateFirst,
      namespaceLookup: .never,
      injectedMark: .asGoBool,
      evicted: .mapped,
      terminatingNamespace: .notLookedAt,
      zoneEgress: .notKnown
    ),
    validation: ValidationRules(service: .always, address: .notChecked),
    defaultNodeLabels: []
  )
}
