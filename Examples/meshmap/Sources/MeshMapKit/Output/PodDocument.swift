import KubernetesObjects
package import MeshDiagnostics
package import MeshMapping

/// What is printed of a Pod, in the form that the command's contract fixes.
package struct PodDocument: Encodable {
  let report: PodReport
  let findings: [Finding]

  package init(_ report: PodReport, findings: [Finding]) {
    self.report = report
    self.findings = findings
  }

  private enum CodingKeys: String, CodingKey {
    case namespace, name, injection, mesh, dataplane, findings
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(report.name.namespace, forKey: .namespace)
    try container.encode(report.name.name, forKey: .name)
    try container.encode(InjectionDocument(of: report), forKey: .injection)
    try container.encodeIfPresent(report.mesh?.name, forKey: .mesh)
    try container.encode(OutcomeDocument(outcome: report.outcome), forKey: .dataplane)
    try container.encode(findings.map(FindingDocument.init), forKey: .findings)
  }
}

/// What is printed of an injection decision.
struct InjectionDocument: Encodable {
  let outcome: String
  let reason: String
  let message: String
  let evidence: Evidence?

  init(of report: PodReport) {
    let decision = report.admission.decision
    outcome = decision.verdict.rawValue
    reason = decision.code
    message = report.injectionMessage
    evidence = decision.evidence
  }
}

/// What is printed of what happens to a Dataplane.
struct OutcomeDocument: Encodable {
  let action: String
  let reason: String?
  let message: String?
  let resource: Dataplane?

  init(outcome: DataplaneOutcome) {
    action = outcome.verdict.action.rawValue
    reason = outcome.verdict.code
    message = outcome.verdict.message
    resource = outcome.dataplane
  }
}

/// What is printed of a finding.
struct FindingDocument: Encodable {
  let code: String
  let severity: Severity
  let message: String
  let statement: String

  init(_ finding: Finding) {
    code = finding.code
    severity = finding.severity
    message = finding.message
    statement = finding.statement.rawValue
  }
}
