extension YAMLDocument {
  /// The first document of a string, read as Kubernetes' own tools read one into whatever it holds: what follows it does not count, and it
  /// may be as deep, and as large by its aliases, as they let it be.
  ///
  /// - Throws: ``YAMLError`` where they refuse it too.
  /// - Complexity: O(*n*) in the length of the string, with a factor of up to 100 for what its aliases stand for.
  package init(firstOf string: String) throws(YAMLError) {
    let source = YAMLSource(string.utf8, lastLine: .asItStands)
    var composer = YAMLComposer(source, .firstDocument)
    do throws(YAMLFault) {
      guard source.count <= 1 << 31 else { throw YAMLFault(.tooLarge, at: 0) }
      try source.check()
      try composer.composeValue()
      let scanner = composer.parser.scanner
      tape = YAMLTape(composer, scanner.source, made: scanner.made, from: YAMLOrigin())
      try tape.checkExpansion()
    } catch {
      throw YAMLError(error.problem, at: YAMLLines(of: source.bytes).location(of: error.offset))
    }
  }
}
