extension YAMLString: ExpressibleByStringLiteral {
  /// The string that a literal writes.
  public init(stringLiteral literal: String) {
    self.init(literal)
  }
}
