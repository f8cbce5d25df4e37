/// Reads a whole JSON document from memory.
public enum JSONReader {
  /// The value of a document.
  ///
  /// - Throws: ``JSONSyntaxError`` where the document is not JSON, `DecodingError` where it is no such value.
  public static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    var rest: [UInt8]? = bytes
    var window = ByteWindow {
      defer { rest = nil }
      return rest
    }
    var builder = JSONTapeBuilder()
    try window.scan { scanner throws(JSONScanner.Stop) in
      try scanner.documentBegins()
      try scanner.value(to: &builder)
      try scanner.documentEnds()
    }
    return try JSONNodeDecoder(tape: JSONTape(builder.take()), node: 0).decode(type)
  }
}
