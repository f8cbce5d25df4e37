package import KubernetesJSON
package import MeshDiagnostics
package import MeshMapping

/// What `explain` prints: what `preview` prints of the Pod, and the steps behind it.
package struct ExplanationDocument: JSONWritable {
  let rules: RulesInUse
  let explanation: PodExplanation
  let findings: [Finding]
  let sizes: WorkloadSizes
  /// Where the findings are; nil where nobody knows.
  package var places: PlaceBook?
  /// The Pods of the workload that is told of, those like the Pod first; empty where a Pod alone is.
  package var groups: [AlikePods] = []

  package init(
    under rules: RulesInUse,
    explanation: PodExplanation,
    findings: [Finding],
    sizes: WorkloadSizes
  ) {
    self.rules = rules
    self.explanation = explanation
    self.findings = findings
    self.sizes = sizes
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      rules.writeMembers(to: &object)
      var pod = PodDocument(explanation.report, findings: findings, sizes: sizes)
      pod.places = places
      object.write([pod], forKey: "pods")
      if groups.count > 1 { object.write(PodGroups(groups: groups), forKey: "groups") }
      object.writeObject(forKey: "steps") { explanation.writeSteps(to: &$0) }
    }
  }
}
