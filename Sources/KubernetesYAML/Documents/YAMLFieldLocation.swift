/// Where a field of a document stands: its key and its value, each from its first character to behind its last one.
public struct YAMLFieldLocation: Sendable, Hashable {
  /// The key; nil for an element of a sequence, and for the node from which the path leads.
  public var key: Range<YAMLLocation>?
  /// The value. Of an alias it is the alias, and of a value that is left out where it would begin.
  public var value: Range<YAMLLocation>

  /// The location of a key and its value.
  public init(key: Range<YAMLLocation>?, value: Range<YAMLLocation>) {
    self.key = key
    self.value = value
  }
}
