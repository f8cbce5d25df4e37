public import KubernetesJSON

extension ReachableBackend: JSONWritable {
  /// Writes the backend, absent values left out.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.writeUnlessEmpty(kind, forKey: "kind")
      object.writeUnlessEmpty(name, forKey: "name")
      object.writeUnlessEmpty(namespace, forKey: "namespace")
      object.write(port, forKey: "port")
      if !labels.isEmpty { object.write(labels, forKey: "labels") }
    }
  }
}
