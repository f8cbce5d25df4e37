public import KubernetesJSON
import KubernetesObjects

extension Verification.Unchecked: JSONWritable {
  /// Writes the Dataplane by its name, what the input would have to hold, and the sentence.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(name.namespace, forKey: "namespace")
      object.write(name.name, forKey: "name")
      object.write(reason.needs.map(\.rawValue), forKey: "needs")
      object.write(reason.message, forKey: "message")
    }
  }
}

extension ReleaseComparison.Undecided: JSONWritable {
  /// Writes the Pod by its name, and what the input would have to hold.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(pod.namespace, forKey: "namespace")
      object.write(pod.name, forKey: "name")
      object.write(needs.map(\.rawValue), forKey: "needs")
      object.write(mayNeedAttention, forKey: "mayNeedAttention")
    }
  }
}
