extension MappingRules {
  /// The rules of Kuma 1.2.0, the first release that is known; the release history starts from them.
  static let baseline = MappingRules(
    switchWords: .enabledOrTrue,
    injection: InjectionRules(
      webhooks: WebhookRules(
        selecting: .absent,
        catchAll: .present,
        kubeSystem: .included,
        podLabel: .isEnough,
        zoneProxies: .absent
      ),
      switchLabels: .notRead,
      switchAnnotations: .read,
      existingSidecar: .notRead,
      existingNativeSidecar: .notRead,
      sidecarUser: .none,
      missingMesh: .refused,
      written: WrittenMetadata(mesh: .annotation, adminPort: .notWritten, ipv6: .port, ownFamilyMode: .replaced)
    ),
    mesh: MeshRules(labels: .notRead, agreement: .apart, existence: .notChecked),
    services: ServiceRules(
      order: .asListed,
      ignoreAnnotation: .notRead,
      ignoreForm: .asGoBool,
      ignoredSelectorLabels: .notKnown,
      endpointSlices: .notRead,
      endpointWithoutTarget: .crashes
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
      nativeSidecarStatus: .notRead,
      externalName: .inbounds,
      withoutInbound: .failure,
      name: .absent,
      nameSource: .servicePort,
      protocolField: .absent,
      merging: .kept,
      taggedMerging: .merged,
      mergingKey: .port,
      zoneProxyServices: .inbounds
    ),
    gateway: GatewayRules(values: .switchWords, deployment: .firstReplicaSet, builtin: .notKnown),
    transparentProxying: TransparentProxyingRules(
      gate: .annotation,
      directAccess: .split,
      emptyPieces: .kept,
      reachableServices: .notRead,
      reachableBackends: .notRead,
      portV6: .read,
      familyMode: .notRead,
      emptyFamilyMode: .failure,
      familyModeOrder: .beforeOutboundPort,
      emptySection: .written,
      adminPort: .notRead,
      outbounds: .written
    ),
    labels: DataplaneLabelRules(
      computed: .absent, serviceAccount: .absent, workload: .absent, nodeLabels: .absent, listeners: .absent),
    lifecycle: LifecycleRules(
      procedure: .stateFirst,
      namespaceLookup: .notRead,
      injectedMark: .asGoBool,
      evicted: .mapped,
      terminatingNamespace: .notLookedAt,
      zoneEgress: .notKnown
    ),
    validation: ValidationRules(service: .always, gatewayService: .always, address: .notChecked),
    unmapped: UnmappedSectionRules(
      aggregatedMetrics: .notRead,
      aggregatedKeys: .anyCharacterForDots,
      startupProbes: .notRead,
      nativeSidecarProbes: .notRead,
      probeProxy: .notRead
    ),
    defaultNodeLabels: []
  )
}
