/// Some bytes of a stream, and those that come in their place.
public struct YAMLReplacement: Sendable, Hashable {
  /// How many bytes stand before those that are replaced, and before what comes behind them.
  public let range: Range<Int>
  /// The bytes that come in their place.
  public let bytes: [UInt8]

  /// Bytes in the place of others.
  public init(range: Range<Int>, bytes: [UInt8]) {
    self.range = range
    self.bytes = bytes
  }

  /// The stream with the bytes replaced. O(*n*).
  ///
  /// - Parameter stream: All of the stream; where it ends before the range, nothing is replaced.
  public func applied(to stream: [UInt8]) -> [UInt8] {
    guard range.lowerBound >= 0, range.upperBound <= stream.count else { return stream }
    return stream[..<range.lowerBound] + bytes + stream[range.upperBound...]
  }
}
