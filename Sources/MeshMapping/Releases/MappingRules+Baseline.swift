extension MappingRules {
  /// The rules of Kuma 1.2.0, the first release that is known; the release history starts from them.
  static let baseline = MappingRules(
    switchWords: .enabledOrTrue,
    injection: InjectionRules(
      webhooks: WebhookRules(
        selecting: .absent,
        catchAll: .present,
        kubeSystem: .present,
        podLabel: .isEnough,
        allowList: .notRead,
        zoneProxies: .absent
      ),
      switchLabels: .notRead,
      switchAnnotations: .read,
      existingSidecar: .notRead,
      existingNativeSidecar: .notRead,
      sidecarUserCheck: .absent,
      missingMesh: .refused,
      checks: InjectorCheckRules(
        meshLookup: .afterSidecar,
        containerPatches: .notRead,
        drainTime: .notRead,
        spire: .notRead,
        concurrency: .notRead,
        waitForDataplane: .notRead,
        tokenVolume: .notRead,
        ebpf: .notRead,
        builtinDNS: .notRead,
        builtinDNSOldKeys: .read,
        builtinDNSLogging: .notRead,
        packets: .notRead,
        familyMode: .notRead,
        excludedPorts: .notRead,
        engine: .none,
        initFirst: .notRead
      ),
      written: WrittenMetadataRules(
        mesh: .annotation,
        proxying: .annotations,
        adminPort: .notWritten,
        ipv6: .port,
        ownFamilyMode: .replaced,
        virtualProbes: .enabled,
        probeProxy: .absent,
        sidecarPosition: .last,
        nativeSidecars: .unknown,
        configMap: .notKnown,
        missingConfigMap: .refused,
        configMapUse: .whereSet
      )
    ),
    podValidation: PodValidationRules(workloadLabel: .absent, meshesPerNamespace: .notRead),
    mesh: MeshRules(labels: .notRead, annotations: .read, agreement: .apart, existenceCheck: .absent),
    services: ServiceRules(
      order: .asListed,
      ignoreAnnotation: .notRead,
      ignoreForm: .asGoBool,
      ignoredSelectorLabels: .notRead,
      endpointSlices: .notRead,
      endpointWithoutTarget: .crashes
    ),
    tags: TagRules(
      reservedLabels: .converted,
      reservedLabelsWithoutService: .converted,
      kubernetesTags: .absent,
      instanceTag: .present,
      gatewayProtocol: .kept,
      nodeLabels: .notRead,
      inboundTags: .present,
      inboundTagsSetting: .notRead,
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
      survivor: .first,
      unselected: .ignored,
      zoneProxyServices: .inbounds,
      undeclaredPorts: .passedOn
    ),
    gateway: GatewayRules(
      annotation: .read,
      values: .switchWords,
      deployment: .firstReplicaSet,
      builtin: .notRead,
      nullTags: .none,
      builtinLabels: .absent
    ),
    transparentProxying: TransparentProxyingRules(
      activation: .annotation,
      directAccess: .split,
      directAccessNames: .read,
      directAccessKey: .tag,
      emptyPieces: .kept,
      reachableServices: .notRead,
      reachableBackends: .notRead,
      portV6: .read,
      familyMode: .notRead,
      emptyFamilyMode: .failure,
      familyModeOrder: .beforeOutboundPort,
      emptySection: .present,
      adminPort: .notRead
    ),
    labels: DataplaneLabelRules(
      computed: .absent,
      proxyType: .leftAlone,
      origin: .whereAbsent,
      zone: .whereAbsent,
      displayName: .absent,
      reserved: .kept,
      serviceAccount: .absent,
      workload: .absent,
      nodeLabels: .absent,
      listeners: .absent
    ),
    lifecycle: LifecycleRules(
      procedure: .stateFirst,
      namespaceLookup: .notRead,
      injectedAnnotation: .asGoBool,
      evicted: .mapped,
      terminatingNamespace: .notLookedAt,
      zoneIngress: .read,
      zoneEgress: .notRead,
      finishedPods: .deletedOfJobs
    ),
    admission: DataplaneAdmissionRules(
      kubeSystem: .present,
      namespaces: .all,
      allowList: .notRead,
      defaulting: .absent,
      serviceAccount: .kept,
      workload: .kept,
      meshLookup: .notRead,
      constraints: .notRead
    ),
    validation: ValidationRules(
      service: .always,
      gatewayService: .always,
      gatewayServicePlace: .tag,
      ingresses: .present,
      addressCheck: .absent,
      adminPortCheck: .always,
      services: .present,
      meshName: .withoutDots,
      objectNames: .notLookedAt,
      originCheck: .absent,
      reachableBackendsCheck: .absent,
      listenersCheck: .absent
    ),
    sections: SectionRules(
      metrics: .read,
      aggregatedMetrics: .notRead,
      aggregatedKeys: .anyCharacterForDots,
      aggregatedAddress: .notRead,
      probes: .read,
      startupProbes: .notRead,
      nativeSidecarProbes: .notRead,
      probeProxy: .notRead
    ),
    zoneProxies: ZoneProxyRules(
      ingressAdminPort: .notRead, ingressBase: .existing, inbounds: .each),
    outbounds: OutboundRules(
      writing: .always, virtualIPs: .present, ignoredInbounds: .counted, externalName: .counted),
    zone: ZoneRules(defaultName: "", mode: .whereNamed, lengthLimit: .absent),
    defaultNodeLabels: []
  )
}
