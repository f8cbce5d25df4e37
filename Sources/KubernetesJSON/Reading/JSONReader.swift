/// Reads a JSON document that is in memory as a whole.
///
/// Documents that come piece by piece, or are too large to be held, are what ``ObjectReader`` is for.
public enum JSONReader {
  /// The value of a document. O(*n*).
  ///
  /// Of repeated keys the last one holds, and numbers are exact: one that does not fit is an error at its field.
  ///
  /// - Parameters:
  ///   - type: What is decoded.
  ///   - bytes: The document, UTF-8 with or without a byte order mark.
  ///   - userInfo: The `userInfo` that the decoder of each part of the value gets.
  /// - Throws: ``JSONSyntaxError`` where the document is not JSON, `DecodingError` where it is no such value.
  public static func decode<Value: Decodable>(
    _ type: Value.Type,
    from bytes: some Sequence<UInt8>,
    userInfo: [CodingUserInfoKey: any Sendable] = [:]
  ) throws -> Value {
    try decode(type, fromArray: Array(bytes), userInfo)
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type,
    fromArray bytes: [UInt8],
    _ userInfo: [CodingUserInfoKey: any Sendable]
  ) throws -> Value {
    try JSONNodeDecoder(tape: JSONTape(content(of: bytes), userInfo: userInfo), node: 0).decode(type)
  }

  /// The value of a document, laid out.
  static func content(of bytes: [UInt8]) throws(JSONSyntaxError) -> JSONTape.Content {
    var window = ByteWindow()
    window.append(bytes)
    window.finish()
    var builder = JSONTapeBuilder()
    do throws(ByteWindow.Pause) {
      try window.scan { scanner throws(JSONScanner.Stop) in
        try scanner.passByteOrderMark()
        try scanner.documentBegins()
        try scanner.value(to: &builder)
        try scanner.documentEnds()
      }
    } catch {
      // Nothing comes behind the bytes, so more are never asked for.
      guard case .mistake(let mistake) = error else { return builder.take() }
      throw mistake
    }
    return builder.take()
  }
}
