extension YAMLLocation: Comparable {
  /// Whether one location comes before another in the stream.
  public static func < (left: YAMLLocation, right: YAMLLocation) -> Bool {
    left.offset < right.offset
  }
}
