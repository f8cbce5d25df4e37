extension YAMLDocument {
  /// The document as JSON, as Kubernetes' own tools make it: keys are strings, each once, and aliases and merge keys are written
  /// out.
  ///
  /// - Throws: ``YAMLError`` at a number that JSON has not (`.inf`, `.nan`), and where aliases make the document more than ten
  ///   times as large as it is, or more than 200 levels deep.
  /// - Complexity: O(*n*) in the size of the document.
  public func json() throws(YAMLError) -> [UInt8] {
    guard !tape.nodes.isEmpty else { return Array("null".utf8) }
    var writer = YAMLJSONWriter(tape)
    do throws(YAMLFault) {
      try writer.write(0, depth: 0)
    } catch {
      throw YAMLError(error.problem, at: tape.lines.location(of: error.offset))
    }
    return writer.json
  }
}
