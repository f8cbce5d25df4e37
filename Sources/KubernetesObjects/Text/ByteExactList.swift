/// What ``ByteExact`` is to a string, for a property that is a list of strings.
@propertyWrapper
public struct ByteExactList: Sendable, Hashable {
  /// The strings.
  public var wrappedValue: [String]

  /// The given strings, to be compared by their bytes.
  public init(wrappedValue: [String]) {
    self.wrappedValue = wrappedValue
  }

  /// Whether both have strings of the same UTF-8 bytes in the same order. O(*n*) for *n* bytes.
  public static func == (left: ByteExactList, right: ByteExactList) -> Bool {
    left.wrappedValue.elementsEqual(right.wrappedValue) { ExactString($0) == ExactString($1) }
  }

  /// Feeds the UTF-8 bytes of each string to a hasher. O(*n*) for *n* bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(wrappedValue.count)
    for string in wrappedValue { hasher.combine(ExactString(string)) }
  }
}
