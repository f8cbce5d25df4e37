import KubernetesObjects

/// One tag of an inbound or a gateway, with where it comes from.
public struct KumaTag: Sendable {
  /// The tag's name, e.g. `kuma.io/service`.
  public let key: String
  /// The tag's value.
  public let value: String
  /// Where the tag comes from.
  public let origin: TagOrigin

  /// A tag with the given values.
  public init(key: String, value: String, origin: TagOrigin) {
    self.key = key
    self.value = value
    self.origin = origin
  }

  /// Whether Kuma allows its name and value (VALID-1, VALID-2).
  var isAllowed: Bool { TagSyntax.isName(key) && TagSyntax.isValue(value) }
}

/// Two tags are equal where their names and values are: the origin explains a tag and is no part of it.
extension KumaTag: Hashable {
  /// Whether both are equal, byte by byte.
  public static func == (left: KumaTag, right: KumaTag) -> Bool {
    left.key.hasSameBytes(as: right.key) && left.value.hasSameBytes(as: right.value)
  }

  /// Feeds the bytes that equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(key))
    hasher.combine(ExactString(value))
  }
}
