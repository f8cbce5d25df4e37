/// Every table, so that the gates see all rows.
enum AllTables {
  static let cases: [any SpecificationCase] = tables.flatMap { $0 }

  private static let tables: [[any SpecificationCase]] = [
    ServiceNameTable.cases, WebhookTable.cases, InjectionTable.cases, MeshTable.cases, ServiceTable.cases, PortTable.cases,
    TagTable.cases, WorkloadTable.cases, InboundTable.cases, GatewayTable.cases, BoundaryTable.cases,
  ]
}
