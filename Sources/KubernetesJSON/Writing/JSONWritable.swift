/// A value that writes itself as JSON, its keys in a fixed order.
///
/// The one function also makes the value `Encodable`, so that encoders of others need no second description of it.
///
/// ```swift
/// struct Port: JSONWritable {
///   let number: Int
///   let name: String?
///
///   func write<Sink: JSONSink>(to sink: inout Sink) {
///     sink.writeObject { object in
///       object.write(number, forKey: "number")
///       object.write(name, forKey: "name")
///     }
///   }
/// }
/// ```
public protocol JSONWritable: Encodable {
  /// Writes the value: exactly one, whose parts are all written.
  func write<Sink: JSONSink>(to sink: inout Sink)
}

extension JSONWritable {
  /// Encodes what ``write(to:)`` writes.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var sink = EncoderSink(encoder)
    write(to: &sink)
    if let failure = sink.failure { throw failure }
  }
}
