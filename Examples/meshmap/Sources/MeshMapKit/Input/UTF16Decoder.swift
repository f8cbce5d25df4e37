/// Makes UTF-8 of UTF-16 that comes piece by piece.
struct UTF16Decoder {
  /// Which byte of a unit comes first.
  enum Order: Sendable {
    case bigEndian
    case littleEndian
  }

  /// Half of a character without the other.
  struct BrokenPair: Error {}

  private let order: Order
  /// The first byte of a unit whose second one is still to come.
  private var half: UInt8?
  /// The first unit of a character of two.
  private var lead: UInt16?

  init(_ order: Order) {
    self.order = order
  }

  /// The UTF-8 of more bytes.
  mutating func decode(_ bytes: [UInt8]) throws(BrokenPair) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    for byte in bytes {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let unit = order == .bigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
      try append(unit, to: &decoded)
    }
    return decoded
  }

  /// Says that no more bytes will come.
  func finish() throws(BrokenPair) {
    if half != nil || lead != nil { throw BrokenPair() }
  }

  private mutating func append(_ unit: UInt16, to decoded: inout [UInt8]) throws(BrokenPair) {
    if unit < 0x80, lead == nil {
      decoded.append(UInt8(truncatingIfNeeded: unit))
    } else if let lead {
      guard UTF16.isTrailSurrogate(unit) else { throw BrokenPair() }
      self.lead = nil
      decoded += UTF8.encode(UTF16.decode(UTF16.EncodedScalar([lead, unit]))) ?? UTF8.encodedReplacementCharacter
    } else if UTF16.isLeadSurrogate(unit) {
      lead = unit
    } else {
      guard let scalar = Unicode.Scalar(unit) else { throw BrokenPair() }
      decoded += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
  }
}
