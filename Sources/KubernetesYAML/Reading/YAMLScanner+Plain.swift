extension YAMLScanner {
  /// A scalar without quotes, over as many lines as are indented further than the block around it.
  mutating func scanPlainScalar() throws(YAMLError.Reason) {
    try noteSimpleKey()
    mayKeyBegin = false
    var content = String.UnicodeScalarView()
    var run = YAMLWhitespaceRun()
    while !reader.isDocumentMarker("-"), !reader.isDocumentMarker("."), reader.next != "#" {
      while !reader.next.isWhitespaceOrEnd, !endsPlainScalar {
        run.close(onto: &content)
        content.append(reader.read())
      }
      guard reader.next.isWhitespace || reader.next.isLineBreak else { break }
      while reader.next.isWhitespace || reader.next.isLineBreak {
        if run.hasBreak, reader.next == "\t", reader.column <= indent { throw .malformed }
        run.read(from: &reader)
      }
      if flowLevel == 0, reader.column <= indent { break }
    }
    if run.hasBreak { mayKeyBegin = true }
    tokens.append(.plain(String(content)))
  }

  /// Whether a plain scalar ends before the next character, which is not whitespace.
  private var endsPlainScalar: Bool {
    switch reader.next {
    case ":": reader[1].isWhitespaceOrEnd
    case ",", "?", "[", "]", "{", "}": flowLevel > 0
    default: false
    }
  }
}
