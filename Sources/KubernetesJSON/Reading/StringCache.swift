import KubernetesObjects

/// The strings that were made last, so that a string is made once where objects repeat it: the keys of labels and annotations,
/// and what the Pods of a workload have in common.
///
/// A string has one slot in the cache, where the next one with that slot replaces it. So it stays small, however much is read.
struct StringCache {
  private var strings = [String](repeating: "", count: Self.size)

  /// How many strings are kept; a power of two.
  private static let size = 512
  /// Shorter strings take no memory of their own, and longer ones are hardly repeated.
  private static let lengths = 16...64

  /// The string of some bytes of UTF-8.
  mutating func string(of bytes: ByteView) -> String {
    guard Self.lengths.contains(bytes.count) else { return bytes.string }
    let slot = Self.slot(of: bytes)
    let isThere = unsafe strings[slot].utf8.withContiguousStorageIfAvailable { string in
      unsafe ByteView(string).count == bytes.count && ByteView(string).hasSameBytes(as: bytes, at: 0)
    }
    if isThere != true { strings[slot] = bytes.string }
    return strings[slot]
  }

  /// Where a string is kept: by its length and its first and last eight bytes, which mostly tell strings apart.
  private static func slot(of bytes: ByteView) -> Int {
    let first = bytes.word(at: 0) ?? 0
    let last = bytes.word(at: bytes.count - 8) ?? 0
    let mixed = (first &* 0x9E37_79B9_7F4A_7C15) ^ (last &* 0xC2B2_AE3D_27D4_EB4F) ^ UInt64(bytes.count)
    return Int((mixed &* 0x9E37_79B9_7F4A_7C15) >> 55)
  }
}
