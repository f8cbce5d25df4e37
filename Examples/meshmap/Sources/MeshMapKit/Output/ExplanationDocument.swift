package import KubernetesJSON
package import MeshMapping

/// What `explain` prints: what `preview` prints of the Pod, and the steps behind it.
package struct ExplanationDocument: JSONWritable {
  let rules: String
  let explanation: PodExplanation

  package init(rules: String, explanation: PodExplanation) {
    self.rules = rules
    self.explanation = explanation
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(rules, forKey: "rules")
      explanation.writeMembers(to: &object)
    }
  }
}
