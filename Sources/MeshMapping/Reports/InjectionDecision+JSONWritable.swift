public import KubernetesJSON

extension InjectionDecision: JSONWritable {
  /// Writes the decision with its reason, its sentence and what it rests on.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { writeMembers(to: &$0, message: message) }
  }

  /// Writes the members of the object that ``write(to:)`` writes, with a sentence that may know more than the decision does.
  func writeMembers<Sink: JSONSink>(to object: inout Sink, message: String) {
    object.write(verdict.rawValue, forKey: "outcome")
    object.write(code, forKey: "reason")
    object.write(message, forKey: "message")
    object.write(evidence, forKey: "evidence")
  }
}
