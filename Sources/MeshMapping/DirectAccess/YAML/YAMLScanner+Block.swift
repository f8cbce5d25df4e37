extension YAMLScanner {
  /// A literal (`|`) or folded (`>`) scalar.
  mutating func scanBlockScalar() throws(YAMLProblem) {
    try dropSimpleKey()
    mayKeyBegin = true
    var scalar = YAMLBlockScalar(style: reader.read() == "|" ? .literal : .folded)
    var column = try scanBlockHeader(of: &scalar)
    var breaks = try scanBlockBreaks(&column)
    while reader.column == column, reader.next != YAMLReader.end {
      scalar.beginLine(with: reader.next, after: breaks)
      while !reader.next.isBreakOrEnd { scalar.text.append(reader.read()) }
      scalar.lineEnd = reader.readBreak()
      breaks = try scanBlockBreaks(&column)
    }
    tokens.append(.quoted(scalar.finished(before: breaks)))
  }

  /// Reads what follows the mark of a block scalar on its line.
  ///
  /// - Returns: The column of its lines; 0 where its first line says it.
  private mutating func scanBlockHeader(of scalar: inout YAMLBlockScalar) throws(YAMLProblem) -> Int {
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
        while reader.next.isBlank { reader.skip() }
        if reader.next == "#" { reader.skipToBreak() }
        guard reader.next.isBreakOrEnd else { throw .malformed }
        _ = reader.readBreak()
        return increment == 0 ? 0 : max(indent, 0) + increment
      }
    }
  }

  /// Reads empty lines and the indentation of the line after them. The first line that is not empty sets the column where
  /// it is still open.
  private mutating func scanBlockBreaks(_ column: inout Int) throws(YAMLProblem) -> [Unicode.Scalar] {
    var breaks: [Unicode.Scalar] = []
    var widest = 0
    while true {
      while reader.next == " ", column == 0 || reader.column < column { reader.skip() }
      widest = max(widest, reader.column)
      if reader.next == "\t", column == 0 || reader.column < column { throw .malformed }
      guard let lineBreak = reader.readBreak() else { break }
      breaks.append(lineBreak)
    }
    if column == 0 { column = max(widest, indent + 1, 1) }
    return breaks
  }
}

/// The text of a block scalar while it is read.
struct YAMLBlockScalar {
  enum Style {
    case literal
    case folded
  }

  /// What becomes of the breaks at the end.
  enum Chomping {
    case strip
    case clip
    case keep
  }

  let style: Style
  var chomping = Chomping.clip
  var text = String.UnicodeScalarView()
  /// The break that ended the line before.
  var lineEnd: Unicode.Scalar?
  private var wasIndented = false

  init(style: Style) {
    self.style = style
  }

  /// Begins a line, after empty ones. A folded scalar joins lines that do not begin with a blank.
  mutating func beginLine(with first: Unicode.Scalar, after breaks: [Unicode.Scalar]) {
    let isFolded = style == .folded && !wasIndented && !first.isBlank && lineEnd == "\n"
    if isFolded {
      if breaks.isEmpty { text.append(" ") }
    } else if let lineEnd {
      text.append(lineEnd)
    }
    text.append(contentsOf: breaks)
    wasIndented = first.isBlank
  }

  /// The text, with empty lines after it.
  func finished(before breaks: [Unicode.Scalar]) -> String {
    var text = text
    if chomping != .strip, let lineEnd { text.append(lineEnd) }
    if chomping == .keep { text.append(contentsOf: breaks) }
    return String(text)
  }
}
