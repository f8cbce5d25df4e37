/// A key of a mapping, with its value.
public struct YAMLEntry: Sendable, Hashable {
  /// The key. Collections are no keys here, as they are none in JSON.
  public let key: YAMLScalar
  /// The value.
  public var value: YAMLValue

  /// An entry with the given key and value.
  public init(key: YAMLScalar, value: YAMLValue) {
    self.key = key
    self.value = value
  }
}
