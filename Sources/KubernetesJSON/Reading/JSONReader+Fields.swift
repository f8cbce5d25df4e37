public import KubernetesObjects

extension JSONReader {
  /// Where a field of a document stands; nil where the document has no such field, or is no JSON up to there.
  ///
  /// Of repeated keys the last one holds. What stands behind the document does not matter, so an object of a large document can be
  /// looked into alone, from where it begins. Whoever looks for many fields of one document keeps a ``JSONFieldFinder``.
  ///
  /// - Parameters:
  ///   - path: The path to the field; the empty one leads to the document itself.
  ///   - bytes: The document, UTF-8.
  ///   - start: Where its first byte stands.
  /// - Complexity: O(*n*) in the length of the document for each step of the path.
  public static func location(
    of path: DocumentPath,
    in bytes: [UInt8],
    from start: JSONLocation = JSONLocation()
  ) -> JSONFieldLocation? {
    var finder = JSONFieldFinder(in: bytes, from: start)
    return finder.location(of: path)
  }
}
