/// The characters of a text, with where reading is.
struct YAMLReader {
  /// Stands for the end of the text; no text that is read has it.
  static let end: Unicode.Scalar = "\0"

  private let scalars: [Unicode.Scalar]
  private(set) var index = 0
  private(set) var line = 0
  private(set) var column = 0

  /// The characters of a text, a byte order mark at its beginning left out.
  ///
  /// - Throws: ``YAMLProblem`` where it has a character that YAML does not allow.
  init(_ text: String) throws(YAMLProblem) {
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    self.scalars = scalars
    guard scalars.allSatisfy(Self.isAllowed) else { throw .malformed }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// The character that is read next, or one further on.
  subscript(offset: Int) -> Unicode.Scalar {
    index + offset < scalars.count ? scalars[index + offset] : Self.end
  }

  /// The character that is read next.
  var next: Unicode.Scalar { self[0] }

  /// Whether a line begins here with three of a character and a blank or the end after them.
  func isDocumentMark(_ mark: Unicode.Scalar) -> Bool {
    column == 0 && self[0] == mark && self[1] == mark && self[2] == mark && self[3].isBlankOrEnd
  }

  /// Goes on by one character, which is no break of a line.
  mutating func skip() {
    guard index < scalars.count else { return }
    index += 1
    column += 1
  }

  /// Goes on by one character and gives it.
  mutating func read() -> Unicode.Scalar {
    let scalar = next
    skip()
    return scalar
  }

  /// Goes on to the end of the line.
  mutating func skipToBreak() {
    while !next.isBreakOrEnd { skip() }
  }

  /// Ends the last line of the text, so that no key that began in it waits for its colon any longer.
  mutating func endLastLine() {
    guard column > 0 else { return }
    line += 1
    column = 0
  }

  /// Goes on over the break of a line, where one is next, and gives it as it counts in a text.
  mutating func readBreak() -> Unicode.Scalar? {
    guard next.isBreak else { return nil }
    let scalar = next
    index += scalar == "\r" && self[1] == "\n" ? 2 : 1
    line += 1
    column = 0
    return scalar == "\u{2028}" || scalar == "\u{2029}" ? scalar : "\n"
  }
}

extension Unicode.Scalar {
  /// A blank within a line.
  var isBlank: Bool { self == " " || self == "\t" }

  /// A break of a line.
  var isBreak: Bool {
    switch self {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// A break of a line or the end of the text.
  var isBreakOrEnd: Bool { isBreak || self == YAMLReader.end }

  /// A blank, a break of a line or the end of the text.
  var isBlankOrEnd: Bool { isBlank || isBreakOrEnd }

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
