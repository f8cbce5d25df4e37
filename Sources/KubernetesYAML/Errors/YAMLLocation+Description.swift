extension YAMLLocation: CustomStringConvertible {
  /// The location in words, e.g. `line 2, column 5`.
  public var description: String { "line \(line), column \(column)" }
}
