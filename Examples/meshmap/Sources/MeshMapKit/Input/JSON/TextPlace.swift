/// A place in a text: line and column, both counted from 1, the column in characters (Unicode scalars).
package struct TextPlace: Sendable, Hashable {
  package var line: Int
  package var column: Int

  package init(line: Int = 1, column: Int = 1) {
    self.line = line
    self.column = column
  }

  /// Moves the place behind some bytes of UTF-8.
  mutating func advance(over bytes: UnsafeBufferPointer<UInt8>) {
    var breaks = 0
    for byte in bytes where byte == 0x0A { breaks += 1 }
    line += breaks
    var start = 0
    if breaks > 0, let last = bytes.lastIndex(of: 0x0A) {
      column = 1
      start = last + 1
    }
    // Bytes that continue a character begin with the bits 10.
    for index in start..<bytes.count where bytes[index] & 0xC0 != 0x80 { column += 1 }
  }
}

extension TextPlace: CustomStringConvertible {
  package var description: String { "line \(line), column \(column)" }
}
