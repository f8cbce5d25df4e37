/// Whitespace and line breaks between two words of a plain or quoted scalar, which are folded: a single line break counts as a
/// space, the first of several does not count, and whitespace beside line breaks never does.
struct YAMLWhitespaceRun {
  private var spaces: [Unicode.Scalar] = []
  private var breaks: [Unicode.Scalar] = []

  /// Whether a line ended since the run was closed last.
  var hasBreak: Bool { !breaks.isEmpty }

  /// Takes the next character, whitespace or a line break.
  mutating func read(from reader: inout YAMLReader) {
    if let lineBreak = reader.readLineBreak() {
      spaces = []
      breaks.append(lineBreak)
    } else if hasBreak {
      reader.skip()
    } else {
      spaces.append(reader.read())
    }
  }

  /// Writes what the run counts for and begins a new one.
  mutating func close(onto content: inout String.UnicodeScalarView) {
    content.append(contentsOf: breaks.isEmpty ? spaces : YAMLWhitespaceRun.folded(breaks))
    self = YAMLWhitespaceRun()
  }

  /// What line breaks count for in a scalar.
  static func folded(_ breaks: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard breaks.first == "\n" else { return breaks }
    return breaks.count == 1 ? [" "] : Array(breaks.dropFirst())
  }
}
