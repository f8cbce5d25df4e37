/// The reading of characters that are not ASCII.
enum UTF8Reading {
  /// The character at a position, which is not ASCII, and how many bytes it has.
  ///
  /// - Returns: Nil where the bytes are no UTF-8.
  static func scalar(in bytes: [UInt8], at position: Int) -> (scalar: UInt32, length: Int)? {
    let (first, length) = (bytes[position], length(from: bytes[position]))
    guard length > 1, position + length <= bytes.count else { return nil }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = bytes[position + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
    guard scalar >= least, Unicode.Scalar(scalar) != nil else { return nil }
    return (scalar, length)
  }

  private static func length(from first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// The bytes, with U+FFFD for each that belongs to no character, as Go writes them to JSON.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var repaired: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] < 0x80 {
        repaired.append(bytes[position])
        position += 1
      } else if let (_, length) = scalar(in: bytes, at: position) {
        repaired += bytes[position..<position + length]
        position += length
      } else {
        repaired += [0xEF, 0xBF, 0xBD]
        position += 1
      }
    }
    return repaired
  }
}
