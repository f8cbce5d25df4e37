extension YAMLScanner {
  /// A scalar in single or double quotes, over any number of lines.
  mutating func scanQuotedScalar() throws(YAMLError.Reason) {
    try noteSimpleKey()
    mayKeyBegin = false
    let quote = reader.read()
    var content = String.UnicodeScalarView()
    while true {
      if reader.isDocumentMarker("-") || reader.isDocumentMarker(".") || reader.next == YAMLReader.end { throw .malformed }
      let isJoined = try scanQuotedWord(quote, onto: &content)
      if reader.next == quote { break }
      scanQuotedWhitespace(onto: &content, isJoined ? .afterEscapedBreak : .plain)
    }
    reader.skip()
    tokens.append(.quoted(String(content)))
  }

  /// What stands before a run in a quoted scalar.
  private enum WhitespaceStart {
    case plain
    /// A line break that an escape takes away, with the spaces after it.
    case afterEscapedBreak
  }

  /// Reads up to whitespace, a line break or the end of the scalar.
  ///
  /// - Returns: Whether it ended with a line break that an escape takes away.
  private mutating func scanQuotedWord(
    _ quote: Unicode.Scalar,
    onto content: inout String.UnicodeScalarView
  ) throws(YAMLError.Reason) -> Bool {
    while !reader.next.isWhitespaceOrEnd {
      switch reader.next {
      case "'" where quote == "'":
        guard reader[1] == "'" else { return false }
        content.append("'")
        reader.skip()
        reader.skip()
      case "\"" where quote == "\"":
        return false
      case "\\" where quote == "\"":
        reader.skip()
        if reader.readLineBreak() != nil { return true }
        content.append(try scanEscape())
      default:
        content.append(reader.read())
      }
    }
    return false
  }

  private mutating func scanQuotedWhitespace(onto content: inout String.UnicodeScalarView, _ start: WhitespaceStart) {
    if start == .plain {
      var run = YAMLWhitespaceRun()
      while reader.next.isWhitespace || reader.next.isLineBreak { run.read(from: &reader) }
      return run.close(onto: &content)
    }
    while reader.next.isWhitespace || reader.next.isLineBreak {
      if let lineBreak = reader.readLineBreak() { content.append(lineBreak) } else { reader.skip() }
    }
  }

  /// What an escape stands for, the backslash of which is read already.
  private mutating func scanEscape() throws(YAMLError.Reason) -> Unicode.Scalar {
    switch reader.read() {
    case "0": return "\0"
    case "a": return "\u{07}"
    case "b": return "\u{08}"
    case "t", "\t": return "\t"
    case "n": return "\n"
    case "v": return "\u{0B}"
    case "f": return "\u{0C}"
    case "r": return "\r"
    case "e": return "\u{1B}"
    case " ": return " "
    case "\"": return "\""
    case "'": return "'"
    case "\\": return "\\"
    case "N": return "\u{85}"
    case "_": return "\u{A0}"
    case "L": return "\u{2028}"
    case "P": return "\u{2029}"
    case "x": return try scanCode(length: 2)
    case "u": return try scanCode(length: 4)
    case "U": return try scanCode(length: 8)
    default: throw .malformed
    }
  }

  private mutating func scanCode(length: Int) throws(YAMLError.Reason) -> Unicode.Scalar {
    var code: UInt32 = 0
    for _ in 0..<length {
      guard let digit = reader.read().hexDigit else { throw .malformed }
      code = code << 4 | digit
    }
    guard let scalar = Unicode.Scalar(code) else { throw .malformed }
    return scalar
  }
}
