/// The bytes that are read, with where reading is.
///
/// They are checked to be characters that YAML allows, so that every byte up to a space is whitespace, a line break or the end.
struct YAMLSource {
  /// The bytes, with some zeros behind the last one, so that looking a few bytes ahead needs no care.
  let bytes: [UInt8]
  /// How many bytes there are.
  let count: Int
  /// How many of them the input has: one less, where its last line had no line break. No place that is reported is behind it.
  let inputCount: Int
  /// Whether a byte order mark stands at the beginning.
  let beginsWithByteOrderMark: Bool
  private(set) var position = 0
  /// The line, counted from 0.
  private(set) var line = 0
  /// Where the line begins.
  private(set) var lineStart = 0
  /// Where every line begins that was reached.
  private(set) var lineStarts: [UInt32] = [0]

  private static let padding = 4

  /// How the last line of the input ends.
  enum LastLine {
    case asItStands
    /// With a line break, though it has none: so Kubernetes' tools read files.
    case ended
  }

  /// The bytes of the input, a byte order mark at its beginning left out.
  init(_ input: some Collection<UInt8>, lastLine: LastLine) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count + Self.padding + 1)
    bytes.append(contentsOf: input)
    inputCount = bytes.count
    if lastLine == .ended, bytes.last != 0x0A, bytes.last != 0x0D { bytes.append(0x0A) }
    count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: Self.padding))
    self.bytes = bytes
    beginsWithByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if beginsWithByteOrderMark {
      position = 3
      lineStart = 3
    }
  }

  /// How far from the beginning of its line reading is, in bytes; where a line is indented, those are spaces.
  var column: Int { position - lineStart }

  /// Where reading is in the input: at its end also where that is a line break which the input does not have.
  var inputPosition: Int { min(position, inputCount) }

  /// The byte that is read next.
  var next: UInt8 { bytes[position] }

  /// A byte a few further on.
  subscript(offset: Int) -> UInt8 { bytes[position + offset] }

  /// Whether a byte order mark is next.
  var isByteOrderMark: Bool { next == 0xEF && self[1] == 0xBB && self[2] == 0xBF }

  /// Whether a space or a tab is next.
  var isAtWhitespace: Bool { next == 0x20 || next == 0x09 }

  /// Whether a line break is next.
  var isAtLineBreak: Bool { next == 0x0A || next == 0x0D || (next >= 0xC2 && lineBreakLength(at: position) > 0) }

  /// Whether the end of the input is next.
  var isAtEnd: Bool { next == 0 }

  /// Whether a line break or the end is next.
  var isAtLineEnd: Bool { isAtEnd || isAtLineBreak }

  /// Whether whitespace, a line break or the end is at a position.
  func isBlank(at position: Int) -> Bool {
    let byte = bytes[position]
    return byte <= 0x20 || (byte >= 0xC2 && lineBreakLength(at: position) > 0)
  }

  /// How many bytes the line break at a position has; 0 where there is none.
  func lineBreakLength(at position: Int) -> Int {
    switch bytes[position] {
    case 0x0A: 1
    case 0x0D: bytes[position + 1] == 0x0A ? 2 : 1
    case 0xC2: bytes[position + 1] == 0x85 ? 2 : 0
    case 0xE2: bytes[position + 1] == 0x80 && bytes[position + 2] | 1 == 0xA9 ? 3 : 0
    default: 0
    }
  }

  /// Whether a line begins here with three of a character, with whitespace or the end after them.
  func isDocumentMarker(_ indicator: UInt8) -> Bool {
    position == lineStart && next == indicator && self[1] == indicator && self[2] == indicator && isBlank(at: position + 3)
  }

  /// Whether a document begins or ends here.
  var isAtDocumentMarker: Bool {
    position == lineStart && (isDocumentMarker(UInt8(ascii: "-")) || isDocumentMarker(UInt8(ascii: ".")))
  }

  /// Goes on by some bytes, none of which is of a line break.
  mutating func skip(_ length: Int = 1) {
    position += length
  }

  /// Goes on over a byte order mark, which counts as one column where it does not stand at the very beginning.
  mutating func skipByteOrderMark() {
    position += 3
    lineStart = position - 1
  }

  /// Goes on to the first byte that is no whitespace.
  mutating func skipWhitespace() {
    while isAtWhitespace { position += 1 }
  }

  /// Goes on to the end of the line.
  mutating func skipToLineEnd() {
    while !isAtLineEnd { position += 1 }
  }

  /// Goes on over the line break, where one is next.
  ///
  /// - Returns: Whether one was.
  mutating func skipLineBreak() -> Bool {
    let length = lineBreakLength(at: position)
    guard length > 0 else { return false }
    position += length
    line += 1
    lineStart = position
    lineStarts.append(UInt32(truncatingIfNeeded: position))
    return true
  }

  /// Goes on over the line break, where one is next, and adds it as it counts in a scalar.
  ///
  /// - Returns: Whether one was.
  mutating func readLineBreak(into content: inout [UInt8]) -> Bool {
    let start = position
    guard skipLineBreak() else { return false }
    if bytes[start] == 0xE2 {
      content.append(contentsOf: bytes[start..<start + 3])
    } else {
      content.append(0x0A)
    }
    return true
  }
}
