extension JSONReader {
  /// The bytes to replace for a change of a field, all others being left as they are: order, whitespace and escapes.
  ///
  /// A member that is added stands behind the others of its object, laid out as they are.
  ///
  /// ```swift
  /// let edit = JSONEdit(DocumentPath(["metadata", "labels", "app"]), .string("web"))
  /// let changed = try JSONReader.replacement(for: edit, in: bytes)?.applied(to: bytes) ?? bytes
  /// ```
  ///
  /// - Parameters:
  ///   - edit: The change.
  ///   - bytes: A document, UTF-8.
  ///   - start: How many bytes stand before the value of which a field is changed, an object of a list say.
  /// - Returns: The replacement, by the bytes of the document; nil where the field is so already.
  /// - Throws: ``JSONEditRefusal`` where the field cannot be changed alone, in its place.
  /// - Complexity: O(*n*) in the length of the value for each step of the path.
  public static func replacement(
    for edit: JSONEdit,
    in bytes: [UInt8],
    from start: Int = 0
  ) throws(JSONEditRefusal) -> JSONReplacement? {
    guard (0...bytes.count).contains(start) else { throw .malformed }
    return try bytes.withView { view throws(JSONEditRefusal) in
      do throws(JSONFieldEditor.Failure) {
        var editor = JSONFieldEditor(bytes: view)
        return try editor.replacement(for: edit, from: start)
      } catch {
        switch error {
        case .refused(let refusal): throw refusal
        case .stopped: throw .malformed
        }
      }
    }
  }
}
