/// Where a field of a document stands: its key and its value, each from its first byte to behind its last one.
public struct JSONFieldLocation: Sendable, Hashable {
  /// The key with its quotes; nil for an element of a list, and for the document itself.
  public var key: Range<JSONLocation>?
  /// The value.
  public var value: Range<JSONLocation>

  /// The location of a key and its value.
  public init(key: Range<JSONLocation>?, value: Range<JSONLocation>) {
    self.key = key
    self.value = value
  }
}
