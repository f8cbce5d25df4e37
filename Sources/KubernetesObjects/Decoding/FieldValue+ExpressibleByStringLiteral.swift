extension FieldValue: ExpressibleByStringLiteral {
  /// The string of a literal.
  public init(stringLiteral value: String) {
    self = .string(ExactString(value))
  }
}
