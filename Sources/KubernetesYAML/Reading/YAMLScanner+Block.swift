extension YAMLScanner {
  /// What becomes of the line breaks at the end of a block scalar.
  private enum Chomping {
    case strip
    case clip
    case keep
  }

  /// A literal (`|`) or folded (`>`) scalar.
  mutating func scanBlockScalar(_ style: YAMLScalarStyle) throws(YAMLFault) {
    try dropSimpleKey()
    mayKeyBegin = true
    let start = source.position
    let madeStart = made.count
    source.skip()
    var (column, chomping) = try scanBlockHeader()
    try scanBlockBreaks(&column)
    // The break that ended the line before.
    var lineEnd: [UInt8] = []
    var wasIndented = false
    var end = source.inputPosition
    while source.column == column, !source.isAtEnd {
      // A folded scalar joins lines that do not begin with whitespace.
      let isIndented = source.isAtWhitespace
      if style == .folded, !wasIndented, !isIndented, lineEnd.first == 0x0A {
        if breaks.isEmpty { made.append(0x20) }
      } else {
        made.append(contentsOf: lineEnd)
      }
      made.append(contentsOf: breaks)
      wasIndented = isIndented
      let line = source.position
      source.skipToLineEnd()
      made.append(contentsOf: source.bytes[line..<source.position])
      end = source.position
      lineEnd.removeAll(keepingCapacity: true)
      _ = source.readLineBreak(into: &lineEnd)
      try scanBlockBreaks(&column)
    }
    if chomping != .strip { made.append(contentsOf: lineEnd) }
    if chomping == .keep { made.append(contentsOf: breaks) }
    breaks.removeAll(keepingCapacity: true)
    add(.scalar, from: start, style: style, content: YAMLContent(.made, madeStart..<made.count), to: end)
  }

  /// Reads what follows the indicator of a block scalar on its line.
  ///
  /// - Returns: The column of its lines, 0 where its first line says it, and what becomes of the breaks at the end.
  private mutating func scanBlockHeader() throws(YAMLFault) -> (column: Int, chomping: Chomping) {
    var increment = 0
    var chomping: Chomping?
    while true {
      switch source.next {
      case UInt8(ascii: "+") where chomping == nil: chomping = .keep
      case UInt8(ascii: "-") where chomping == nil: chomping = .strip
      case UInt8(ascii: "1")...UInt8(ascii: "9") where increment == 0: increment = Int(source.next - UInt8(ascii: "0"))
      default:
        source.skipWhitespace()
        if source.next == UInt8(ascii: "#") { source.skipToLineEnd() }
        guard source.isAtLineEnd else { throw YAMLFault(.blockHeader, at: source.position) }
        _ = source.skipLineBreak()
        return (increment == 0 ? 0 : max(indent, 0) + increment, chomping ?? .clip)
      }
      source.skip()
    }
  }

  /// Reads empty lines and the indentation of the line after them. The first line that is not empty sets the column where
  /// it is still open.
  private mutating func scanBlockBreaks(_ column: inout Int) throws(YAMLFault) {
    breaks.removeAll(keepingCapacity: true)
    var widest = 0
    repeat {
      while source.next == 0x20, column == 0 || source.column < column { source.skip() }
      widest = max(widest, source.column)
      if source.next == 0x09, column == 0 || source.column < column {
        throw YAMLFault(.tabForIndentation, at: source.position)
      }
    } while source.readLineBreak(into: &breaks)
    if column == 0 { column = max(widest, indent + 1, 1) }
  }
}
