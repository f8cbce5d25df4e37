extension YAMLValue {
  /// The value of the first document that a string holds; null where it holds none.
  ///
  /// - Throws: ``YAMLError`` where the document is not YAML, or not of the kind that is read.
  /// - Complexity: O(*n*) in the length of the string.
  public init(parsing string: String) throws(YAMLError) {
    self = try YAMLValueBuilder.value(of: string)
  }
}
