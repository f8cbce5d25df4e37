import KubernetesJSON

/// A code that options or settings leave out although nothing of it is found.
struct UnusedIgnore: Sendable, Hashable, JSONWritable {
  let code: String
  /// Where it is said, as people name it, e.g. `--ignore`; not safe to print.
  let place: String

  /// What there is to say about it, as a sentence that is safe to print.
  var message: String { "\(code) is ignored (\(place.printedSafely)) and not found; take it out." }

  func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(code, forKey: "code")
      object.write(place.printedSafely, forKey: "place")
      object.write(message, forKey: "message")
    }
  }
}
