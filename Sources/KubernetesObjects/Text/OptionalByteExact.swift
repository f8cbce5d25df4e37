/// What ``ByteExact`` is to a string, for a property that may be absent.
@propertyWrapper
public struct OptionalByteExact: Sendable, Hashable {
  /// The string, or nil where it is absent.
  public var wrappedValue: String?

  /// The given string, to be compared by its bytes.
  public init(wrappedValue: String?) {
    self.wrappedValue = wrappedValue
  }

  /// Whether both are absent, or both consist of the same UTF-8 bytes. O(*n*).
  public static func == (left: OptionalByteExact, right: OptionalByteExact) -> Bool {
    left.wrappedValue.map(ExactString.init(_:)) == right.wrappedValue.map(ExactString.init(_:))
  }

  /// Feeds the UTF-8 bytes to a hasher. O(*n*).
  public func hash(into hasher: inout Hasher) {
    hasher.combine(wrappedValue.map(ExactString.init(_:)))
  }
}
