import KubernetesObjects

/// Every check there is, in the order in which its findings are told: that of the stages.
enum Catalogue {
  /// Every check.
  static let all: [any Check.Type] = refusals + injection + services + labels + proxying + admission

  private static let refusals: [any Check.Type] = [PodRefused.self, DataplaneFails.self]

  private static let injection: [any Check.Type] = [
    SwitchByAnnotation.self, SwitchNotRead.self, SidecarNotLookedFor.self, WouldGetNoSidecar.self, RunsWithoutSidecar.self,
  ]

  private static let services: [any Check.Type] = [
    ServiceRefused.self, ExternalNameService.self, PortNotTCP.self, UnresolvedTargetPort.self, TargetPortFilledIn.self,
    ZoneProxyListenersSkipped.self,
  ]

  private static let labels: [any Check.Type] = [
    ReservedLabel.self, EmptyLabel.self, OverriddenLabel.self, ReservedLabelConverted.self, DiffersFromReleases.self,
  ]

  private static let proxying: [any Check.Type] = [
    DirectAccessToEveryService.self, DirectAccessName.self, DirectAccessEntry.self, OutboundsNotMapped.self,
  ]

  private static let admission: [any Check.Type] = [
    DataplaneRefused.self, InvalidDataplane.self, InvalidDataplaneStored.self, MeshNameRefused.self,
  ]

  /// The checks of Pods.
  static let podChecks = all.compactMap { $0 as? any PodCheck.Type }
  /// The checks of Services.
  static let serviceChecks = all.compactMap { $0 as? any ServiceCheck.Type }
  /// The checks of what makes Pods.
  static let workloadChecks = all.compactMap { $0 as? any WorkloadCheck.Type }
  /// The checks of Namespaces.
  static let namespaceChecks = all.compactMap { $0 as? any NamespaceCheck.Type }
}

extension FindingKind {
  /// Every kind of finding, sorted by code.
  public static let all: [FindingKind] = Catalogue.all.map { $0.kind }.sorted { $0.code.precedesInBytes($1.code) }
}
