/// Every table, so that the gates see all rows.
enum AllTables {
  static let cases: [any SpecificationCase] = tables.flatMap { $0 }

  private static let tables: [[any SpecificationCase]] = [
    ObjectTable.cases, ObjectTable.bytes, SelectionTable.cases, PodsOfWorkloadsTable.cases, PlannedPodsTable.cases,
    PlannedPodsTable.told,
    SettingTable.cases, ServiceNameTable.cases, WebhookTable.cases, InjectionTable.cases,
    InjectedPodTable.cases, RefusalTable.cases, PodValidationTable.cases, RedirectedProbeTable.cases,
    SidecarPositionTable.cases,
    ServiceAccountTable.cases, CompletenessTable.cases, UndecidedTable.cases, UncheckedTable.cases,
    AttentionTable.cases,
    MeshTable.cases, ServiceTable.cases, PortTable.cases, TagTable.cases, WorkloadTable.cases, InboundTable.cases,
    GatewayTable.cases, ProxyingTable.cases, DirectAccessTable.cases, DirectAccessListenerTable.cases,
    DataplaneTable.cases, LabelTable.cases,
    ListenerTable.cases, ReachableBackendTable.cases, BuiltinGatewayTable.cases, ZoneProxyTable.cases, MetricsTable.cases,
    ProbesTable.cases, OutboundTable.cases,
    SectionFailureTable.cases, ValidationTable.cases,
    AdmissionTable.cases, AdmissionTable.outcomes,
    LifecycleTable.cases, LifecycleTable.orphans,
    FindingTable.cases, SuppressionTable.cases,
    BoundaryTable.cases, ComparisonTable.cases, VerificationTable.cases,
    UpgradeTable.cases, BasisTable.cases, LikenessTable.cases,
  ]
}
