extension UnsafeBufferPointer<UInt8> {
  /// How the bytes at two places are ordered: less than 0 where the left ones sort first, 0 where they are the same.
  func order(of left: Range<Int>, and right: Range<Int>) -> Int {
    let shared = Swift.min(left.count, right.count)
    for offset in 0..<shared where self[left.lowerBound + offset] != self[right.lowerBound + offset] {
      return Int(self[left.lowerBound + offset]) - Int(self[right.lowerBound + offset])
    }
    return left.count - right.count
  }

  /// Whether the bytes from a place on begin with others.
  func hasSameBytes(as other: Self, at start: Int) -> Bool {
    for offset in 0..<other.count where self[start + offset] != other[offset] { return false }
    return true
  }

  /// Eight bytes from a place on, the first one lowest; nil where there are fewer.
  func word(at position: Int) -> UInt64? {
    guard position <= count - 8 else { return nil }
    return UInt64(littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  /// The first place from one on, looked at eight bytes at a time, with a character that is not plain in a text of JSON: a
  /// quote, a backslash, a control, or no ASCII; the end where there is none.
  package func endOfPlainCharacters(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var position = start
    while let word = word(at: position) {
      let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
      let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
      // The highest bit of a byte is set where the byte is none that is plain. Above the first such byte, bits may be set for
      // nothing.
      let marks =
        ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes) | ((word &- (ones &* 0x20)) & ~word)
        | (word &+ ones) | word
      let marked = marks & (ones &* 0x80)
      guard marked == 0 else { return position + marked.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < count, self[position].isPlain { position += 1 }
    return position
  }
}

extension UInt8 {
  /// Whether the byte is a character that stands for itself in a text of JSON, and for nothing else on a terminal.
  package var isPlain: Bool {
    self >= 0x20 && self < 0x7F && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
  }
}
