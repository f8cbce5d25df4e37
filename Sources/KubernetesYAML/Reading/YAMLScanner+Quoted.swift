extension YAMLScanner {
  /// A scalar in single or double quotes, over any number of lines.
  mutating func scanQuotedScalar(_ style: YAMLScalarStyle) throws(YAMLFault) {
    try noteSimpleKey()
    mayKeyBegin = false
    let start = source.position
    source.skip()
    var parts = YAMLScalarParts(from: source.position, in: made.count)
    while true {
      if source.isAtDocumentMarker || source.isAtEnd { throw YAMLFault(.openQuote, at: start) }
      let isJoined = try scanQuotedWord(style, &parts)
      parts.end = source.position
      if !isJoined, !source.isBlank(at: source.position) { break }
      scanQuotedWhitespace(&parts, isJoined ? .afterEscapedBreak : .plain)
    }
    let content = finish(&parts)
    source.skip()
    add(.scalar, from: start, style: style, content: content)
  }

  /// What stands before whitespace in a quoted scalar.
  private enum WhitespaceStart {
    case plain
    /// A line break that an escape takes away, with the spaces after it.
    case afterEscapedBreak
  }

  /// Reads up to whitespace, a line break or the end of the scalar.
  ///
  /// - Returns: Whether it ended with a line break that an escape takes away.
  private mutating func scanQuotedWord(
    _ style: YAMLScalarStyle,
    _ parts: inout YAMLScalarParts
  ) throws(YAMLFault) -> Bool {
    while !source.isBlank(at: source.position) {
      switch source.next {
      case UInt8(ascii: "'") where style == .singleQuoted:
        guard source[1] == UInt8(ascii: "'") else { return false }
        source.skip()
        parts.end = source.position
        source.skip()
        copy(&parts, goingOnAt: source.position)
      case UInt8(ascii: "\"") where style == .doubleQuoted:
        return false
      case UInt8(ascii: "\\") where style == .doubleQuoted:
        parts.end = source.position
        copy(&parts, goingOnAt: source.position)
        source.skip()
        if source.skipLineBreak() {
          parts.start = source.position
          return true
        }
        source.skip(-1)
        try scanEscape()
        parts.start = source.position
      default:
        source.skip()
      }
    }
    return false
  }

  private mutating func scanQuotedWhitespace(_ parts: inout YAMLScalarParts, _ start: WhitespaceStart) {
    if start == .afterEscapedBreak {
      while true {
        if source.isAtWhitespace { source.skip() } else if !source.readLineBreak(into: &made) { break }
      }
      parts.start = source.position
      parts.end = source.position
      return
    }
    source.skipWhitespace()
    guard source.readLineBreak(into: &breaks) else { return }
    while true {
      if source.isAtWhitespace { source.skip() } else if !source.readLineBreak(into: &breaks) { break }
    }
    join(&parts, with: source.position)
  }
}
