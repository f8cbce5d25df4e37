public import KubernetesJSON

extension Dataplane: JSONWritable {
  /// Writes the resource, keys in the order in which Kuma's documentation shows them.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { writeMembers(to: &$0, mesh: mesh) }
  }

  /// Writes the members of the object that ``write(to:)`` writes.
  ///
  /// - Parameter mesh: The mesh; nil where it is unknown.
  func writeMembers<Sink: JSONSink>(to object: inout Sink, mesh: String?) {
    object.write(Self.apiVersion, forKey: "apiVersion")
    object.write(Self.kind, forKey: "kind")
    object.write(mesh, forKey: "mesh")
    object.write(metadata, forKey: "metadata")
    object.writeObject(forKey: "spec") { spec in
      spec.write(networking, forKey: "networking")
      spec.write(metrics, forKey: "metrics")
      spec.write(probes, forKey: "probes")
    }
  }
}

extension Dataplane.Metadata: JSONWritable {
  /// Writes the metadata, labels and annotations only where there are any.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(name, forKey: "name")
      object.write(namespace, forKey: "namespace")
      if !labels.isEmpty { object.write(labels, forKey: "labels") }
      if !annotations.isEmpty { object.write(annotations, forKey: "annotations") }
      object.write(ownerReferences, forKey: "ownerReferences")
    }
  }
}
