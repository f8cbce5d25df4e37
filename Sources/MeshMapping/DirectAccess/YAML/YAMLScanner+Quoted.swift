extension YAMLScanner {
  /// A scalar in single or double quotes, over any number of lines.
  mutating func scanQuotedScalar() throws(YAMLProblem) {
    try noteSimpleKey()
    mayKeyBegin = false
    let quote = reader.read()
    var text = String.UnicodeScalarView()
    while true {
      if reader.isDocumentMark("-") || reader.isDocumentMark(".") || reader.next == YAMLReader.end { throw .malformed }
      let isJoined = try scanQuotedWord(quote, onto: &text)
      if reader.next == quote { break }
      scanQuotedGap(onto: &text, isJoined ? .afterEscapedBreak : .plain)
    }
    reader.skip()
    tokens.append(.quoted(String(text)))
  }

  /// What stands before a gap in a quoted scalar.
  private enum GapStart {
    case plain
    /// A break of a line that an escape takes away, with the blanks after it.
    case afterEscapedBreak
  }

  /// Reads up to a blank, a break of a line or the end of the scalar.
  ///
  /// - Returns: Whether it ended with a break of a line that an escape takes away.
  private mutating func scanQuotedWord(
    _ quote: Unicode.Scalar,
    onto text: inout String.UnicodeScalarView
  ) throws(YAMLProblem) -> Bool {
    while !reader.next.isBlankOrEnd {
      switch reader.next {
      case "'" where quote == "'":
        guard reader[1] == "'" else { return false }
        text.append("'")
        reader.skip()
        reader.skip()
      case "\"" where quote == "\"":
        return false
      case "\\" where quote == "\"":
        reader.skip()
        if reader.readBreak() != nil { return true }
        text.append(try scanEscape())
      default:
        text.append(reader.read())
      }
    }
    return false
  }

  private mutating func scanQuotedGap(onto text: inout String.UnicodeScalarView, _ start: GapStart) {
    if start == .plain {
      var gap = YAMLGap()
      while reader.next.isBlank || reader.next.isBreak { gap.read(from: &reader) }
      return gap.close(onto: &text)
    }
    while reader.next.isBlank || reader.next.isBreak {
      if let lineBreak = reader.readBreak() { text.append(lineBreak) } else { reader.skip() }
    }
  }

  /// What an escape stands for, the backslash of which is read already.
  private mutating func scanEscape() throws(YAMLProblem) -> Unicode.Scalar {
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

  private mutating func scanCode(length: Int) throws(YAMLProblem) -> Unicode.Scalar {
    var code: UInt32 = 0
    for _ in 0..<length {
      guard let digit = reader.read().hexDigit else { throw .malformed }
      code = code << 4 | digit
    }
    guard let scalar = Unicode.Scalar(code) else { throw .malformed }
    return scalar
  }
}
