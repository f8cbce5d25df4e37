extension YAMLScanner {
  /// A literal (`|`) or folded (`>`) scalar.
  mutating func scanBlockScalar() throws(YAMLError.Reason) {
    try dropSimpleKey()
    mayKeyBegin = true
    var scalar = YAMLBlockScalar(style: reader.read() == "|" ? .literal : .folded)
    var column = try scanBlockHeader(of: &scalar)
    var breaks = try scanBlockBreaks(&column)
    while reader.column == column, reader.next != YAMLReader.end {
      scalar.beginLine(with: reader.next, after: breaks)
      while !reader.next.isLineBreakOrEnd { scalar.content.append(reader.read()) }
      scalar.lineEnd = reader.readLineBreak()
      breaks = try scanBlockBreaks(&column)
    }
    tokens.append(.quoted(scalar.finished(before: breaks)))
  }

  /// Reads what follows the indicator of a block scalar on its line.
  ///
  /// - Returns: The column of its lines; 0 where its first line says it.
  private mutating func scanBlockHeader(of scalar: inout YAMLBlockScalar) throws(YAMLError.Reason) -> Int {
    var increment = 0
    var isChompingRead = false
    var isIncrementRead = false
    while true {
      switch reader.next {
      case "+" where !isChompingRead, "-" where !isChompingRead:
        scalar.chomping = reader.read() == "+" ? .keep : .strip
        isChompingRead = true
      case "1"..."9" where !isIncrementRead:
        increment = Int(reader.read().value) - 0x30
        isIncrementRead = true
      default:
        while reader.next.isWhitespace { reader.skip() }
        if reader.next == "#" { reader.skipToLineBreak() }
        guard reader.next.isLineBreakOrEnd else { throw .malformed }
        _ = reader.readLineBreak()
        return increment == 0 ? 0 : max(indent, 0) + increment
      }
    }
  }

  /// Reads empty lines and the indentation of the line after them. The first line that is not empty sets the column where
  /// it is still open.
  private mutating func scanBlockBreaks(_ column: inout Int) throws(YAMLError.Reason) -> [Unicode.Scalar] {
    var breaks: [Unicode.Scalar] = []
    var widest = 0
    while true {
      while reader.next == " ", column == 0 || reader.column < column { reader.skip() }
      widest = max(widest, reader.column)
      if reader.next == "\t", column == 0 || reader.column < column { throw .malformed }
      guard let lineBreak = reader.readLineBreak() else { break }
      breaks.append(lineBreak)
    }
    if column == 0 { column = max(widest, indent + 1, 1) }
    return breaks
  }
}
