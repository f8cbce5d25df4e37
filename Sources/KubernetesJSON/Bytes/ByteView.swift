/// Bytes that are looked at where they are, and not copied.
///
/// All use of memory that Swift does not check is here. A view must not leave the closure that it is given to.
@safe
package struct ByteView {
  private let base: UnsafeBufferPointer<UInt8>

  /// A view of bytes that stay where they are while it is used.
  @unsafe
  package init(_ base: UnsafeBufferPointer<UInt8>) {
    unsafe self.base = base
  }

  /// The view of a part of these bytes, counted from its first one.
  func part(_ range: Range<Int>) -> ByteView {
    unsafe ByteView(UnsafeBufferPointer(rebasing: base[range]))
  }

  /// How the bytes in two ranges are ordered: less than 0 where the left ones sort first, 0 where they are the same.
  func order(of left: Range<Int>, and right: Range<Int>) -> Int {
    let shared = Swift.min(left.count, right.count)
    for offset in 0..<shared where self[left.lowerBound + offset] != self[right.lowerBound + offset] {
      return Int(self[left.lowerBound + offset]) - Int(self[right.lowerBound + offset])
    }
    return left.count - right.count
  }

  /// Whether the bytes from a position on begin with others.
  func hasSameBytes(as other: Self, at start: Int) -> Bool {
    for offset in 0..<other.count where self[start + offset] != other[offset] { return false }
    return true
  }

  /// Eight bytes from a position on, the first one lowest; nil where there are fewer.
  func word(at position: Int) -> UInt64? {
    guard position <= count - 8 else { return nil }
    return unsafe UInt64(littleEndian: UnsafeRawBufferPointer(base).loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  /// The string of these bytes, which are UTF-8.
  var string: String {
    unsafe String(decoding: base, as: UTF8.self)
  }
}

extension ByteView: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { unsafe base.count }

  package subscript(position: Int) -> UInt8 {
    unsafe base[position]
  }

  package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try unsafe body(base)
  }
}

extension [UInt8] {
  /// Calls a function with a view of the bytes.
  func withView<Result, Failure: Error>(_ body: (ByteView) throws(Failure) -> Result) throws(Failure) -> Result {
    try unsafe withUnsafeBufferPointer { buffer throws(Failure) in try unsafe body(ByteView(buffer)) }
  }
}
