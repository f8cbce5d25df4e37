public import KubernetesJSON
import KubernetesObjects

extension WebhookCall: JSONWritable {
  /// Writes the webhook that is called, or why each is not, or what one would have to know.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      switch self {
      case .called(let webhook): object.write(webhook.string, forKey: "called")
      case .notCalled(let misses): object.write(misses.map(\.phrase), forKey: "notCalled")
      case .assumed: object.write("assumed", forKey: "called")
      case .unknown(let needs): object.write(needs.map(\.rawValue), forKey: "needs")
      }
    }
  }
}
