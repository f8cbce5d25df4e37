public import KubernetesJSON

extension Evidence: JSONWritable {
  /// Writes where something was found, under which key, and its value.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(place.rawValue, forKey: "place")
      object.write(key, forKey: "key")
      object.write(value, forKey: "value")
    }
  }
}
