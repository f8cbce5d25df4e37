extension KumaRelease: Comparable {
  /// Whether the left one comes first.
  public static func < (left: KumaRelease, right: KumaRelease) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}
