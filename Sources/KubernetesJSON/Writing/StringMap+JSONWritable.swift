public import KubernetesObjects

extension StringMap: JSONWritable {
  /// Writes an object of strings, in the order of the keys.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      for entry in entries { object.write(entry.value, forKey: entry.key) }
    }
  }
}
