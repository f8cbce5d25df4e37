public import KubernetesObjects

/// A key that its object has already.
public struct JSONRepeatedKey: Sendable, Hashable {
  /// The key; not safe to print.
  @ByteExact public private(set) var key: String
  /// Where it stands once more.
  public let location: JSONLocation

  /// A repeated key at a location.
  public init(key: String, location: JSONLocation) {
    self.location = location
    self.key = key
  }
}
