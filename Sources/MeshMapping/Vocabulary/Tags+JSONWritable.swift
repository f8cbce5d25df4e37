public import KubernetesJSON

extension Tags: JSONWritable {
  /// Writes an object in the order of the keys; origins are not part of the resource.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      for tag in sorted { object.write(tag.value, forKey: tag.key) }
    }
  }
}
