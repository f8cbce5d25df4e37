package import KubernetesJSON
package import MeshDiagnostics
package import MeshMapping

/// What `explain` prints: what `preview` prints of the Pod, and the steps behind it.
package struct ExplanationDocument: JSONWritable {
  let rules: String
  let announcement: String?
  let explanation: PodExplanation
  let findings: [Finding]

  package init(rules: String, announcement: String? = nil, explanation: PodExplanation, findings: [Finding]) {
    self.rules = rules
    self.announcement = announcement
    self.explanation = explanation
    self.findings = findings
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(rules, forKey: "rules")
      object.write(announcement, forKey: "announced")
      object.write([PodDocument(explanation.report, findings: findings)], forKey: "pods")
      object.writeObject(forKey: "steps") { explanation.writeSteps(to: &$0) }
    }
  }
}
