extension YAMLScanner {
  /// A scalar without quotes, over as many lines as are indented further than the block around it.
  mutating func scanPlainScalar() throws(YAMLFault) {
    try noteSimpleKey()
    mayKeyBegin = false
    let start = source.position
    var parts = YAMLScalarParts(from: start, in: made.count)
    var hasBreak = false
    while !source.isAtDocumentMarker, source.next != UInt8(ascii: "#") {
      let word = source.position
      while !source.isBlank(at: source.position), !endsPlainScalar { source.skip() }
      if source.position > word {
        if hasBreak { join(&parts, with: word) }
        hasBreak = false
        parts.end = source.position
      }
      guard source.isAtWhitespace || source.isAtLineBreak else { break }
      hasBreak = try skipPlainWhitespace(after: hasBreak) || hasBreak
      if flowLevel == 0, source.column <= indent { break }
    }
    breaks.removeAll(keepingCapacity: true)
    if hasBreak { mayKeyBegin = true }
    let end = parts.end
    add(.scalar, from: start, content: finish(&parts), to: end)
  }

  /// Passes over whitespace and line breaks within or behind a plain scalar, and keeps the breaks.
  ///
  /// - Returns: Whether there were line breaks.
  private mutating func skipPlainWhitespace(after hasBreak: Bool) throws(YAMLFault) -> Bool {
    var hasBreak = hasBreak
    while true {
      if source.isAtWhitespace {
        if hasBreak, source.next == 0x09, source.column <= indent {
          throw YAMLFault(.tabForIndentation, at: source.position)
        }
        source.skip()
      } else if source.readLineBreak(into: &breaks) {
        hasBreak = true
      } else {
        return hasBreak
      }
    }
  }

  /// Whether a plain scalar ends before the next character, which is not whitespace.
  private var endsPlainScalar: Bool {
    switch source.next {
    case UInt8(ascii: ":"): source.isBlank(at: source.position + 1)
    case UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      flowLevel > 0
    default: false
    }
  }
}
