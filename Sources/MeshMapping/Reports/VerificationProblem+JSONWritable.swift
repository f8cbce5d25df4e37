public import KubernetesJSON
import KubernetesObjects

extension VerificationProblem: JSONWritable {
  /// Writes the Dataplane by its name, what is wrong with it, and the field that differs, where one does.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(name.namespace, forKey: "namespace")
      object.write(name.name, forKey: "name")
      object.write(kind.code, forKey: "problem")
      if case .differs(let difference) = kind {
        object.write("\(difference.path)", forKey: "path")
        object.write(difference.old, forKey: "actual")
        object.write(difference.new, forKey: "expected")
      }
      object.write(kind.message, forKey: "message")
    }
  }
}
