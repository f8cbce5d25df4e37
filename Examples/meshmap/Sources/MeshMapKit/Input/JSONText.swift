import KubernetesJSON

/// The writing of JSON that is read again.
enum JSONText {
  /// Writes a string with its quotes.
  static func write(_ string: String, to json: inout [UInt8]) {
    var writer = JSONWriter(.compact)
    writer.write(string)
    json += writer.bytes
  }
}
