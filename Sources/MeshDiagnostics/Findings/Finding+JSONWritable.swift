public import KubernetesJSON
import MeshMapping

extension Finding: JSONWritable {
  /// Writes the finding by its code, with its severity, its sentence and the statement that it rests on.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(code, forKey: "code")
      object.write(severity.rawValue, forKey: "severity")
      object.write(message, forKey: "message")
      object.write(statement.rawValue, forKey: "statement")
    }
  }
}
