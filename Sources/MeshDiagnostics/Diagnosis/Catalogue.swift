import KubernetesObjects

/// Every check there is, in the order in which its findings are reported: that of the stages.
enum Catalogue {
  /// Every check.
  static let all: [any Check.Type] =
    refusals + injection + keys + meshes + services + protocols + inbounds + labels + proxying + admission

  private static let refusals: [any Check.Type] = [PodRefused.self, DataplaneFails.self]

  private static let injection: [any Check.Type] = [
    SwitchByAnnotation.self, SwitchNotRead.self, SidecarNotLookedFor.self, WouldGetNoSidecar.self, RunsWithoutSidecar.self,
    SwitchValueNotRead.self, SwitchWithoutEffect.self, AnnotationWrittenOver.self, InjectedByHand.self, HostNetwork.self,
    SidecarUserShared.self,
  ]

  private static let keys: [any Check.Type] = [
    KeyMistyped.self, KeyMisplaced.self, KeyOutsideTemplate.self, WorkloadAnnotationNotRead.self, SwitchOfAnotherMesh.self,
    ProxyAnnotationNotRead.self,
  ]

  private static let meshes: [any Check.Type] = [MeshNameWithDot.self, NamespaceOfTwoMeshes.self]

  private static let services: [any Check.Type] = [
    ServiceRefused.self, IgnoreNotRead.self, ServiceSelectsNothing.self, EndpointSliceWithoutPod.self,
    ServiceWithoutPorts.self,
    ExternalNameService.self, PortNotTCP.self, QuotedTargetPort.self, UnresolvedTargetPort.self, TargetPortFilledIn.self,
    ZoneProxyListenersSkipped.self, NamedAfterPod.self, NamesCollide.self, GatewayService.self,
  ]

  private static let protocols: [any Check.Type] = [
    ProtocolByPortName.self, UnknownAppProtocol.self, ProtocolAnnotationWithoutPort.self, ProtocolAnnotationNotRead.self,
    ConflictingProtocols.self, HeadlessBesideRegular.self,
  ]

  private static let inbounds: [any Check.Type] = [
    ContainerPortWithoutService.self, TargetPortUndeclared.self, InboundReadyRegardless.self, InboundNotReady.self,
    ProbeProxyPortUsed.self,
  ]

  private static let labels: [any Check.Type] = [
    ReservedLabel.self, EmptyLabel.self, OverriddenLabel.self, ReservedLabelConverted.self, ReservedLabelKept.self,
    DiffersFromReleases.self, ServiceNameTooLong.self,
  ]

  private static let proxying: [any Check.Type] = [
    ServiceListNotRead.self, DirectAccessToEveryService.self, DirectAccessBesideWildcard.self, DirectAccessName.self,
    DirectAccessEntry.self, DirectAccessToNothing.self, ReachableServiceEntry.self, ReachableServiceToNothing.self,
    ReachableBackendToNothing.self, OutboundsNotMapped.self,
  ]

  private static let admission: [any Check.Type] = [
    DataplaneRefused.self, InvalidDataplane.self, InvalidDataplaneStored.self, MeshNameRefused.self,
  ]

  /// What is found out about suppressions, which no check does: it takes all findings to do so.
  static let ofSuppressions: [FindingKind] = [.unknownSuppression, .unusedSuppression]

  /// What is found out about objects that cannot be read, which no check does: they are not in the cluster.
  static let ofUnreadable: [FindingKind] = [.valueNotQuoted]

  /// The checks of Pods.
  static let podChecks = all.compactMap { $0 as? any PodCheck.Type }.map(CataloguedPodCheck.init)
  /// The positions of those that every Pod is asked.
  static let ownPodChecks = podChecks.indices.filter { !podChecks[$0].isShared }
  /// Where the checks of what comes after the injection begin among those of Pods: findings on Services are reported there.
  static let firstPodCheckAfterInjection = (refusals + injection + keys + meshes).count { $0 is any PodCheck.Type }
  /// The checks of Services.
  static let serviceChecks = all.compactMap { $0 as? any ServiceCheck.Type }
  /// The checks of what makes Pods.
  static let workloadChecks = all.compactMap { $0 as? any WorkloadCheck.Type }
  /// The checks of Namespaces.
  static let namespaceChecks = all.compactMap { $0 as? any NamespaceCheck.Type }
}

extension FindingKind {
  /// Every kind of finding, sorted by code.
  public static let all: [FindingKind] = (Catalogue.all.map { $0.kind } + Catalogue.ofSuppressions + Catalogue.ofUnreadable)
    .sorted { $0.code.precedesInBytes($1.code) }
}
