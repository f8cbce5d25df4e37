/// A property that is a `String` to everyone and is compared and hashed by its UTF-8 bytes, so that the synthesized equality of the
/// type that has it is exact.
///
/// ```swift
/// struct Port: Hashable {
///   @ByteExact var name: String
/// }
/// ```
@propertyWrapper
public struct ByteExact: Sendable, Hashable {
  /// The string.
  public var wrappedValue: String

  /// The given string, to be compared by its bytes.
  public init(wrappedValue: String) {
    self.wrappedValue = wrappedValue
  }

  /// Whether both consist of the same UTF-8 bytes. O(*n*).
  public static func == (left: ByteExact, right: ByteExact) -> Bool {
    ExactString(left.wrappedValue) == ExactString(right.wrappedValue)
  }

  /// Feeds the UTF-8 bytes to a hasher. O(*n*).
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(wrappedValue))
  }
}
