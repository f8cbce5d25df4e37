extension YAMLScanner {
  /// A scalar without quotes, over as many lines as are indented further than the block around it.
  mutating func scanPlainScalar() throws(YAMLProblem) {
    try noteSimpleKey()
    mayKeyBegin = false
    var text = String.UnicodeScalarView()
    var gap = YAMLGap()
    while !reader.isDocumentMark("-"), !reader.isDocumentMark("."), reader.next != "#" {
      while !reader.next.isBlankOrEnd, !endsPlainScalar {
        gap.close(onto: &text)
        text.append(reader.read())
      }
      guard reader.next.isBlank || reader.next.isBreak else { break }
      while reader.next.isBlank || reader.next.isBreak {
        if gap.hasBreak, reader.next == "\t", reader.column <= indent { throw .malformed }
        gap.read(from: &reader)
      }
      if flowLevel == 0, reader.column <= indent { break }
    }
    if gap.hasBreak { mayKeyBegin = true }
    tokens.append(.plain(String(text)))
  }

  /// Whether a plain scalar ends before the next character, which is no blank.
  private var endsPlainScalar: Bool {
    switch reader.next {
    case ":": reader[1].isBlankOrEnd
    case ",", "?", "[", "]", "{", "}": flowLevel > 0
    default: false
    }
  }
}

/// Blanks and breaks of lines between two words of a scalar that is not a block: a single break is a blank, of several the
/// first does not count, and blanks beside breaks never do.
struct YAMLGap {
  private var blanks: [Unicode.Scalar] = []
  private var breaks: [Unicode.Scalar] = []

  /// Whether a line ended since the gap was closed last.
  var hasBreak: Bool { !breaks.isEmpty }

  /// Takes the next character, a blank or a break.
  mutating func read(from reader: inout YAMLReader) {
    if let lineBreak = reader.readBreak() {
      blanks = []
      breaks.append(lineBreak)
    } else if hasBreak {
      reader.skip()
    } else {
      blanks.append(reader.read())
    }
  }

  /// Writes what the gap counts for and begins a new one.
  mutating func close(onto text: inout String.UnicodeScalarView) {
    text.append(contentsOf: breaks.isEmpty ? blanks : YAMLGap.folded(breaks))
    self = YAMLGap()
  }

  /// What breaks of lines count for in a scalar.
  static func folded(_ breaks: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard breaks.first == "\n" else { return breaks }
    return breaks.count == 1 ? [" "] : Array(breaks.dropFirst())
  }
}
