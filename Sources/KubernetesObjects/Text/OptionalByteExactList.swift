/// What ``ByteExactList`` is to a list of strings, for a property that may be absent.
@propertyWrapper
public struct OptionalByteExactList: Sendable, Hashable {
  /// The strings, or nil where the list is absent.
  public var wrappedValue: [String]?

  /// The given strings, to be compared by their bytes.
  public init(wrappedValue: [String]?) {
    self.wrappedValue = wrappedValue
  }

  /// Whether both are absent, or both have strings of the same UTF-8 bytes in the same order. O(*n*) for *n* bytes.
  public static func == (left: OptionalByteExactList, right: OptionalByteExactList) -> Bool {
    left.wrappedValue.map(ByteExactList.init) == right.wrappedValue.map(ByteExactList.init)
  }

  /// Feeds the UTF-8 bytes of each string to a hasher. O(*n*) for *n* bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(wrappedValue.map(ByteExactList.init))
  }
}
