extension YAMLDocument {
  /// The document as JSON, as Kubernetes' own tools make it: keys are strings, each once, and aliases and merge keys are written
  /// out.
  ///
  /// - Throws: ``YAMLError`` at a number that JSON has not (`.inf`, `.nan`), and where aliases make the document more than ten
  ///   times as large as it is, or more than 200 levels deep.
  /// - Complexity: O(*n*) in the size of the document.
  public func json() throws(YAMLError) -> [UInt8] {
    try jsonWithSources().bytes
  }

  /// The document as JSON, with where in the stream the objects of it come from.
  ///
  /// - Throws: ``YAMLError`` as ``json()`` does.
  /// - Complexity: O(*n*) in the size of the document.
  public func jsonWithSources() throws(YAMLError) -> YAMLJSON {
    guard !tape.nodes.isEmpty else { return YAMLJSON(bytes: Array("null".utf8), starts: [], lines: tape.lines) }
    var writer = YAMLJSONWriter(tape)
    do throws(YAMLFault) {
      try writer.write(0, depth: 0)
    } catch {
      throw YAMLError(error.problem, at: tape.lines.location(of: error.offset))
    }
    return YAMLJSON(bytes: writer.json, starts: writer.starts, lines: tape.lines)
  }
}
