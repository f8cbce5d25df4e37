/// A key that its mapping has already.
public struct YAMLRepeatedKey: Sendable, Hashable {
  /// The key, as it is in JSON; not safe to print.
  public let key: YAMLString
  /// Where it stands once more.
  public let location: YAMLLocation

  /// A repeated key at a location.
  public init(key: YAMLString, location: YAMLLocation) {
    self.key = key
    self.location = location
  }
}
