extension YAMLDocument {
  /// The bytes to replace for a change of a field, all others being left as they are: comments, order, quotes and indentation.
  ///
  /// A value keeps its quotes; a key that is added stands behind the others of its mapping, indented as they are. Read the stream once
  /// more before you rely on it: in what nobody writes, this may not see all.
  ///
  /// ```swift
  /// let edit = YAMLEdit([.key("metadata"), .key("labels"), .key("app")], .string("web"))
  /// let changed = try document.replacement(for: edit)?.applied(to: bytes) ?? bytes
  /// ```
  ///
  /// - Returns: The replacement, by the bytes of the stream; nil where the field is so already.
  /// - Throws: ``YAMLEditRefusal`` where the field cannot be changed alone, in its place.
  /// - Complexity: O(*n*) in the length of the document.
  public func replacement(for edit: YAMLEdit) throws(YAMLEditRefusal) -> YAMLReplacement? {
    var editor = YAMLFieldEditor(tape: tape)
    guard let splice = try editor.splice(for: edit) else { return nil }
    return YAMLReplacement(
      range: (splice.range.lowerBound + sourceOffset)..<(splice.range.upperBound + sourceOffset), bytes: splice.bytes)
  }
}
