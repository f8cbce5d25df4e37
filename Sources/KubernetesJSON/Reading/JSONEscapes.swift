/// The escapes in strings of JSON.
enum JSONEscapes {
  /// The bytes that a string stands for, of one whose escapes are known to be right.
  static func resolved(in string: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(string.count)
    var rest = string
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "u"): bytes.append(contentsOf: UTF8.encode(character(in: &rest)) ?? UTF8.encodedReplacementCharacter)
      default: bytes.append(escape)
      }
    }
    return bytes
  }

  /// The character behind `\u`, of one or two units.
  private static func character(in string: inout ArraySlice<UInt8>) -> Unicode.Scalar {
    let unit = unit(in: string.prefix(4)) ?? 0
    string = string.dropFirst(4)
    guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    let trail = Self.unit(in: string.dropFirst(2).prefix(4)) ?? 0
    string = string.dropFirst(6)
    return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
  }

  /// The number that four hexadecimal digits stand for.
  static func unit(in digits: some Collection<UInt8>) -> UInt16? {
    guard digits.count == 4 else { return nil }
    var unit: UInt16 = 0
    for digit in digits {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
      default: return nil
      }
      unit = unit << 4 | UInt16(value)
    }
    return unit
  }
}
