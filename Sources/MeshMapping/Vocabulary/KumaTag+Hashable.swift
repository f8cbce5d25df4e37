import KubernetesObjects

/// Two tags are equal where their names and values are, by hand and not by storage: the origin explains a tag and is no part of it.
extension KumaTag: Hashable {
  /// Whether both have the same name and value, byte by byte.
  public static func == (left: KumaTag, right: KumaTag) -> Bool {
    left.key.hasSameBytes(as: right.key) && left.value.hasSameBytes(as: right.value)
  }

  /// Feeds the name and the value to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(key))
    hasher.combine(ExactString(value))
  }
}
