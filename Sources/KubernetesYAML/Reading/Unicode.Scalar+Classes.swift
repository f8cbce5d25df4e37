extension Unicode.Scalar {
  /// Whitespace within a line.
  var isWhitespace: Bool { self == " " || self == "\t" }

  /// A line break.
  var isLineBreak: Bool {
    switch self {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// A line break or the end of the input.
  var isLineBreakOrEnd: Bool { isLineBreak || self == YAMLReader.end }

  /// Whitespace, a line break or the end of the input.
  var isWhitespaceOrEnd: Bool { isWhitespace || isLineBreakOrEnd }

  /// The value of a digit of base 16.
  var hexDigit: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}
