public import KubernetesObjects

/// One tag of an inbound or a gateway, with where it comes from.
public struct KumaTag: Sendable {
  /// The tag's name, e.g. `kuma.io/service`.
  @ByteExact public private(set) var key: String
  /// The tag's value.
  @ByteExact public private(set) var value: String
  /// Where the tag comes from.
  public let origin: TagOrigin
  /// Whether Kuma allows the name and the value (VALID-1, VALID-2). Checked once, since many Pods share a tag.
  let isAllowed: Bool

  /// A tag with the given values.
  public init(key: String, value: String, origin: TagOrigin) {
    isAllowed = TagSyntax.isName(key) && TagSyntax.isValue(value)
    self.key = key
    self.value = value
    self.origin = origin
  }
}
