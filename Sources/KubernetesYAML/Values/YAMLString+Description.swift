extension YAMLString: CustomStringConvertible {
  /// The string itself.
  public var description: String { string }
}
