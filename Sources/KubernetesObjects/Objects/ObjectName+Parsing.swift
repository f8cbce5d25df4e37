extension ObjectName {
  /// Reads a name as ``description`` writes it, `shop/web-7`. Both parts must be there; what stands in them is not checked, as it is not
  /// for a name made of its parts.
  ///
  /// - Throws: ``ObjectNameError``, which says what is missing and what to write.
  /// - Complexity: O(*n*) for a string of *n* bytes.
  public init(parsing string: String) throws(ObjectNameError) {
    let parts = string.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .partCount(parts.count) }
    guard !parts[0].isEmpty else { throw .emptyNamespace }
    guard !parts[1].isEmpty else { throw .emptyName }
    self.init(namespace: String(Substring(parts[0])), name: String(Substring(parts[1])))
  }
}
