/// A label or annotation that a controller puts on a Pod, over what the template says of the same key.
public struct RunTimeEntry: Sendable, Hashable {
  /// The key.
  @ByteExact public private(set) var key: String
  /// The value, as far as it is known before there is a Pod.
  public let value: RunTimeString
  /// The version 1.*n* of Kubernetes from which on it is added, by default; 0 where all do that anybody runs.
  public let minorVersion: Int

  /// An entry with the given values.
  init(_ key: String, _ value: RunTimeString, since minorVersion: Int = 0) {
    self.key = key
    self.value = value
    self.minorVersion = minorVersion
  }
}
