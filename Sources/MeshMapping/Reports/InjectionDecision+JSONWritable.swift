public import KubernetesJSON

extension InjectionDecision: JSONWritable {
  /// Writes the decision with its reason, its sentence and what it rests on.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(verdict.rawValue, forKey: "outcome")
      object.write(code, forKey: "reason")
      object.write(message, forKey: "message")
      object.write(evidence, forKey: "evidence")
    }
  }
}
