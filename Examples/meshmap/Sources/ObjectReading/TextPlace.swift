/// A place in a text: line and column, both counted from 1, the column in characters (Unicode scalars).
public struct TextPlace: Sendable, Hashable {
  /// The line.
  public private(set) var line: Int
  /// The character in the line.
  public private(set) var column: Int

  init(line: Int = 1, column: Int = 1) {
    self.line = line
    self.column = column
  }

  /// Moves the place behind some bytes of UTF-8.
  mutating func advance(over bytes: UnsafeBufferPointer<UInt8>) {
    // Sums that cannot overflow are counted without checks: then many bytes are looked at at once.
    var breaks = 0
    for byte in bytes { breaks &+= byte == 0x0A ? 1 : 0 }
    line += breaks
    var start = 0
    if breaks > 0, let last = bytes.lastIndex(of: 0x0A) {
      column = 1
      start = last + 1
    }
    var characters = 0
    // Bytes that continue a character begin with the bits 10.
    for byte in UnsafeBufferPointer(rebasing: bytes[start...]) { characters &+= byte & 0xC0 == 0x80 ? 0 : 1 }
    column += characters
  }
}

extension TextPlace: CustomStringConvertible {
  /// The place in words, e.g. `line 3, column 7`.
  public var description: String { "line \(line), column \(column)" }
}
