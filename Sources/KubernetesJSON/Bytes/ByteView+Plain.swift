extension ByteView {
  /// The first position from one on, looked at eight bytes at a time, with a character that is not plain in a string of JSON: a
  /// quote, a backslash, a control, or no ASCII; the end where there is none.
  package func endOfPlainCharacters(from start: Int) -> Int {
    var position = start
    while let word = word(at: position) {
      let marks = Self.marks(in: word)
      guard marks == 0 else { return position + marks.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < count, Self.isPlain(self[position]) { position += 1 }
    return position
  }

  /// A word whose lowest bit that is set is the highest one of the first byte that is not plain, of eight bytes; 0 where all are.
  @inline(__always)
  static func marks(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    // The highest bit of a byte is set where the byte is none that is plain. Above the first such byte, bits may be set for
    // nothing.
    let marks =
      ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes) | ((word &- (ones &* 0x20)) & ~word)
      | (word &+ ones) | word
    return marks & (ones &* 0x80)
  }

  /// Whether a byte is a character that stands for itself in a string of JSON, and for nothing else on a terminal.
  package static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}
