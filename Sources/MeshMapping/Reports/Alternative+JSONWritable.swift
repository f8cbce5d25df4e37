public import KubernetesJSON
import KubernetesObjects

extension PodReport.Alternative: JSONWritable {
  /// Writes the condition in words, and what is decided and done by it.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(condition.phrase, forKey: "condition")
      object.write(decision, forKey: "injection")
      object.write(outcome, forKey: "dataplane")
      if !outcome.unknownValues.isEmpty { object.write(outcome.unknownValues, forKey: "unknown") }
    }
  }
}
