extension YAMLLocation: Comparable {
  /// Whether one location comes before another in the document.
  public static func < (left: YAMLLocation, right: YAMLLocation) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
