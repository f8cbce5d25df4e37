public import KubernetesJSON

extension DataplaneOutcome: JSONWritable {
  /// Writes the action with its reason and its sentence, and the Dataplane where there is one.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(verdict.action.rawValue, forKey: "action")
      object.write(verdict.code, forKey: "reason")
      object.write(verdict.message, forKey: "message")
      object.write(dataplane, forKey: "resource")
    }
  }
}
