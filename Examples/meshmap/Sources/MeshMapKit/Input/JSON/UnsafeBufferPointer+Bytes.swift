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
}
