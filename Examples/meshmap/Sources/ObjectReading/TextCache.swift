import KubernetesObjects

/// The texts that were made last, so that the same text is made once where objects repeat it: the keys of labels and annotations,
/// and what the Pods of a workload have in common.
///
/// A text has one place in the cache, where the next one with that place replaces it. So it stays small, however much is read.
struct TextCache {
  private var texts = [String](repeating: "", count: Self.size)

  /// How many texts are kept; a power of two.
  private static let size = 512
  /// Shorter texts take no memory of their own, and longer ones are hardly repeated.
  private static let lengths = 16...64

  /// The string of some bytes of UTF-8.
  mutating func string(of bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard Self.lengths.contains(bytes.count) else { return String(decoding: bytes, as: UTF8.self) }
    let place = Self.place(of: bytes)
    let isThere = texts[place].utf8.withContiguousStorageIfAvailable { text in
      text.count == bytes.count && text.hasSameBytes(as: bytes, at: 0)
    }
    if isThere != true { texts[place] = String(decoding: bytes, as: UTF8.self) }
    return texts[place]
  }

  /// Where a text is kept: by its length and its first and last eight bytes, which mostly tell texts apart.
  private static func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let first = bytes.word(at: 0) ?? 0
    let last = bytes.word(at: bytes.count - 8) ?? 0
    let mixed = (first &* 0x9E37_79B9_7F4A_7C15) ^ (last &* 0xC2B2_AE3D_27D4_EB4F) ^ UInt64(bytes.count)
    return Int((mixed &* 0x9E37_79B9_7F4A_7C15) >> 55)
  }
}
