import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// Everything that a cluster is asked.
struct Answers {
  let cluster: Cluster
  let previews: [PodReport]
  let reconciliations: [PodReport]

  init(_ cluster: Cluster) {
    self.cluster = cluster
    previews = cluster.previews()
    reconciliations = cluster.reconciliations()
  }

  /// Makes sure of what holds of every cluster alone: what is told is safe to print, what is written is read again, and what
  /// different questions answer agrees.
  func check() throws {
    for report in previews + reconciliations { try check(report) }
    try checkPlan()
    for problem in cluster.verification().problems { try Printed.check("\(problem)", "a problem") }
    for note in cluster.controlPlane.settingNotes { try Printed.check("\(note)", "a note on settings") }
    for lack in Incompleteness.of(previews) { try Printed.check(lack.message, "what is lacking") }
    for group in cluster.workloadGroups { try Printed.check("\(group.count)", "a count of Pods") }
    _ = cluster.unsupported
  }

  private func check(_ report: PodReport) throws {
    try Printed.check("\(report.outcome)", "an outcome")
    try Printed.check("\(report.admission.decision)", "a decision")
    try Printed.check("\(report.admission.webhook)", "a webhook")
    try Printed.check(json: JSONWriter.bytes(of: report, layout: .compact), "a report")
    for finding in cluster.findings(on: report) {
      try Printed.check(finding.message, "a finding")
      try Printed.check(json: JSONWriter.bytes(of: finding, layout: .compact), "a finding")
    }
    try check(cluster.explanation(of: report))
    // What a workload's Pods will be called is not known, and so not written.
    if report.planned == nil, let resource = report.outcome.resource { try writeAndReadBack(resource) }
  }

  private func check(_ explanation: PodExplanation) throws {
    let json = JSONWriter.bytes(of: explanation, layout: .compact)
    try Printed.check(json: json, "an explanation")
    for lookup in explanation.switches + explanation.meshes { try Printed.check(lookup.evidence?.phrase, "evidence") }
    for service in explanation.services {
      try Printed.check(service.verdict.phrase, "what a Service is to a Pod")
      guard case .belongs(_, let ports) = service.verdict else { continue }
      for port in ports { try Printed.check(port.phrase, "a port") }
    }
  }

  private func writeAndReadBack(_ resource: ProxyResource) throws {
    let json = JSONWriter.bytes(of: resource, layout: .compact)
    try Printed.check(json: json, "a resource")
    let back: ClusterObject =
      try JSONReader.decode(ObjectList<ClusterObject>.self, from: json).objects.first ?? .mesh(Mesh(name: ""))
    let isSame =
      switch (resource, back) {
      case (.dataplane(let old), .dataplane(let new)): old == new
      case (.zoneIngress(let old), .zoneIngress(let new)): old == new
      case (.zoneEgress(let old), .zoneEgress(let new)): old == new
      default: false
      }
    try BrokenProperty.unless(isSame, "a resource that is written is read again", String(decoding: json, as: UTF8.self))
  }

  private func checkPlan() throws {
    let plan = cluster.plan()
    try BrokenProperty.unless(plan.changes(to: plan).isEmpty, "nothing changes between a plan and itself")
    for element in plan { try Printed.check("\(element)", "an item of a plan") }
    let outcomes = cluster.outcomes(of: cluster.podNames)
    try BrokenProperty.unless(
      outcomes == reconciliations.map(\.outcome), "outcomes are those of reconciliations")
  }
}
