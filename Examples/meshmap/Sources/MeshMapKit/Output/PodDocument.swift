package import KubernetesJSON
package import MeshDiagnostics
package import MeshMapping

/// What is printed of a Pod, in the form that the command's contract fixes: the report, and the findings on the Pod.
package struct PodDocument: JSONWritable {
  let report: PodReport
  let findings: [Finding]
  /// How many Pods each workload has.
  let sizes: WorkloadSizes
  /// Where the findings are; nil where nobody knows.
  package var places: PlaceBook?

  package init(_ report: PodReport, findings: [Finding], sizes: WorkloadSizes) {
    self.report = report
    self.findings = findings
    self.sizes = sizes
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      report.writeMembers(to: &object, workloadPods: sizes.number(of: report.workload))
      object.write(
        findings.map { LocatedFinding(finding: $0, place: places?.place(of: $0.field)) }, forKey: "findings")
    }
  }
}
