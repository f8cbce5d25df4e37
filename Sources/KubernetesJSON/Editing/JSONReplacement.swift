/// Some bytes of a document, and those that come in their place.
public struct JSONReplacement: Sendable, Hashable {
  /// How many bytes stand before those that are replaced, and before what comes behind them.
  public let range: Range<Int>
  /// The bytes that come in their place.
  public let bytes: [UInt8]

  /// Bytes in the place of others.
  public init(range: Range<Int>, bytes: [UInt8]) {
    self.range = range
    self.bytes = bytes
  }

  /// The document with the bytes replaced. O(*n*).
  ///
  /// - Parameter document: All of the document; where it ends before the range, nothing is replaced.
  public func applied(to document: [UInt8]) -> [UInt8] {
    guard range.lowerBound >= 0, range.upperBound <= document.count else { return document }
    return document[..<range.lowerBound] + bytes + document[range.upperBound...]
  }
}
