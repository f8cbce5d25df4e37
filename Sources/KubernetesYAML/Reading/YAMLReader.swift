/// The characters of the input, with where reading is.
struct YAMLReader {
  /// Stands for the end of the input; no input that is read has it.
  static let end: Unicode.Scalar = "\0"

  private let scalars: [Unicode.Scalar]
  private(set) var index = 0
  private(set) var line = 0
  private(set) var column = 0

  /// The column in which the input ended, once it did.
  private var lastColumn: Int?

  /// The characters of the input, a byte order mark at its beginning left out.
  init(_ input: String) {
    var scalars = Array(input.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    self.scalars = scalars
  }

  /// Where reading is.
  var location: YAMLLocation {
    guard let lastColumn else { return YAMLLocation(line: line + 1, column: column + 1) }
    return YAMLLocation(line: line, column: lastColumn + 1)
  }

  /// Checks that YAML allows every character; goes on to the first that it does not allow.
  mutating func checkCharacters() throws(YAMLError.Reason) {
    guard let position = scalars.firstIndex(where: { !Self.isAllowed($0) }) else { return }
    while index < position {
      if readLineBreak() == nil { skip() }
    }
    throw .malformed
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

  /// Whether a line begins here with three of a character with whitespace or the end after them.
  func isDocumentMarker(_ indicator: Unicode.Scalar) -> Bool {
    column == 0 && self[0] == indicator && self[1] == indicator && self[2] == indicator && self[3].isWhitespaceOrEnd
  }

  /// Goes on by one character, which is no line break.
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
  mutating func skipToLineBreak() {
    while !next.isLineBreakOrEnd { skip() }
  }

  /// Ends the last line of the input, so that no key that began in it waits for its colon any longer.
  mutating func endLastLine() {
    guard column > 0 else { return }
    lastColumn = column
    line += 1
    column = 0
  }

  /// Goes on over the line break, where one is next, and returns it as it counts in a scalar.
  mutating func readLineBreak() -> Unicode.Scalar? {
    guard next.isLineBreak else { return nil }
    let scalar = next
    index += scalar == "\r" && self[1] == "\n" ? 2 : 1
    line += 1
    column = 0
    return scalar == "\u{2028}" || scalar == "\u{2029}" ? scalar : "\n"
  }
}
