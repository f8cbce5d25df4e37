extension StringMap {
  /// One key with its value.
  public struct Entry: Sendable, Hashable {
    /// The key, e.g. `app.kubernetes.io/name`.
    @ByteExact public private(set) var key: String
    /// The value, which may be empty.
    @ByteExact public private(set) var value: String

    /// An entry of the given key and value.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }
}

extension StringMap.Entry: Identifiable {
  /// The key, which a map has once.
  public var id: ExactString { ExactString(key) }
}

extension StringMap.Entry: CustomStringConvertible {
  /// The key and the value, as an entry of a dictionary is printed.
  public var description: String { "\(key.debugDescription): \(value.debugDescription)" }
}
