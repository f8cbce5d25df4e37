public import KubernetesObjects

extension OwnerReference: JSONWritable {
  /// Writes a reference; an identifier that is not there is left out.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(apiVersion, forKey: "apiVersion")
      object.write(kind, forKey: "kind")
      object.write(name, forKey: "name")
      object.writeUnlessEmpty(uid, forKey: "uid")
      object.write(controller, forKey: "controller")
      object.write(blockOwnerDeletion, forKey: "blockOwnerDeletion")
    }
  }
}
