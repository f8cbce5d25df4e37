extension String {
  /// Whether both strings consist of the same UTF-8 bytes.
  ///
  /// `==` holds strings equal that merely look the same (Unicode's canonical equivalence). Kubernetes and Kuma
  /// compare bytes, so two labels that differ in bytes are different labels.
  package func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = unsafe withBytes(self, other) { unsafe ByteOrder.firstDifference($0, $1) == $0.count }
    return isSame ?? utf8.elementsEqual(other.utf8)
  }

  /// Whether the UTF-8 bytes of this string sort before those of another.
  package func precedesInBytes(_ other: String) -> Bool {
    byteOrder(to: other) < 0
  }

  /// A negative number where the UTF-8 bytes of this string sort before those of another, 0 where they are the same, and a
  /// positive one where they sort after them.
  package func byteOrder(to other: String) -> Int {
    let order = unsafe withBytes(self, other) { left, right in
      let index = unsafe ByteOrder.firstDifference(left, right)
      guard index < left.count, index < right.count else { return left.count - right.count }
      return unsafe Int(left[index]) - Int(right[index])
    }
    if let order { return order }
    if utf8.elementsEqual(other.utf8) { return 0 }
    return utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
  }
}

/// Calls a function with the bytes of two strings; nil where the bytes of one of them are not contiguous.
@inline(__always)
private func withBytes<Result>(
  _ left: String,
  _ right: String,
  _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Result
) -> Result? {
  unsafe left.utf8.withContiguousStorageIfAvailable { left in
    unsafe right.utf8.withContiguousStorageIfAvailable { right in unsafe body(left, right) }
  } ?? nil
}

/// The comparison of bytes, eight at a time: the keys of labels and annotations have long beginnings in common.
enum ByteOrder {
  /// The index of the first byte in which two strings differ, or the length of the shorter one.
  @inline(__always)
  static func firstDifference(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    let count = min(left.count, right.count)
    // Strings that were read from one dump often share their bytes.
    if unsafe left.baseAddress == right.baseAddress { return count }
    guard count >= 8 else {
      var index = 0
      while index < count, unsafe left[index] == right[index] { index += 1 }
      return index
    }
    let leftBytes = UnsafeRawBufferPointer(left)
    let rightBytes = UnsafeRawBufferPointer(right)
    var index = 0
    while true {
      let one = unsafe leftBytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let other = unsafe rightBytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard one == other else { return index + UInt64(littleEndian: one ^ other).trailingZeroBitCount / 8 }
      guard index < count - 8 else { return count }
      // The last eight bytes may begin among those that were looked at already.
      index = min(index + 8, count - 8)
    }
  }
}
