public import KubernetesJSON

extension Unknown: JSONWritable {
  /// Writes where the value would stand, and what the input would have to hold.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(path, forKey: "path")
      object.write(needs.rawValue, forKey: "needs")
    }
  }
}
