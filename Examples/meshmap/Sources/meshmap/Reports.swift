import MeshMapKit
import MeshMapping

/// What `preview` and `reconcile` share: a report for each Pod that the filters leave.
struct Reports {
  let options: SharedOptions
  let rules: RulesOption

  /// Prints the reports in the form that is asked for.
  func print(_ report: (Fleet, ObjectName) -> PodReport?) throws {
    let fleet = try options.fleet(under: options.settings.controlPlane(of: rules.release))
    let pods = try options.chosenPods(of: fleet).compactMap { report(fleet, $0) }.map { report in
      (report: report, findings: fleet.findings(on: report))
    }
    let document = ReportDocument(rules: rules.name, pods: pods.map { PodDocument($0.report, findings: $0.findings) })
    try options.output.print(document) {
      ReportText(style: $0).table(pods, rules: rules.name, unsupported: fleet.unsupported)
    }
  }
}
