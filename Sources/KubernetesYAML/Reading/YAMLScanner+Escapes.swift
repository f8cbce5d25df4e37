extension YAMLScanner {
  /// Reads an escape, from its backslash on, and adds what it stands for.
  mutating func scanEscape() throws(YAMLFault) {
    let start = source.position
    let letter = source[1]
    source.skip(2)
    switch letter {
    case UInt8(ascii: "0"): made.append(0x00)
    case UInt8(ascii: "a"): made.append(0x07)
    case UInt8(ascii: "b"): made.append(0x08)
    case UInt8(ascii: "t"), 0x09: made.append(0x09)
    case UInt8(ascii: "n"): made.append(0x0A)
    case UInt8(ascii: "v"): made.append(0x0B)
    case UInt8(ascii: "f"): made.append(0x0C)
    case UInt8(ascii: "r"): made.append(0x0D)
    case UInt8(ascii: "e"): made.append(0x1B)
    case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): made.append(letter)
    case UInt8(ascii: "N"): append("\u{85}")
    case UInt8(ascii: "_"): append("\u{A0}")
    case UInt8(ascii: "L"): append("\u{2028}")
    case UInt8(ascii: "P"): append("\u{2029}")
    case UInt8(ascii: "x"): append(try scanCode(length: 2, of: start))
    case UInt8(ascii: "u"): append(try scanCode(length: 4, of: start))
    case UInt8(ascii: "U"): append(try scanCode(length: 8, of: start))
    default: throw YAMLFault(.unknownEscape, at: start)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    made.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func scanCode(length: Int, of start: Int) throws(YAMLFault) -> Unicode.Scalar {
    var code: UInt32 = 0
    for _ in 0..<length {
      guard let digit = source.next.hexadecimalDigit else { throw YAMLFault(.cutEscape(digits: length), at: start) }
      source.skip()
      code = code << 4 | UInt32(digit)
    }
    guard let scalar = Unicode.Scalar(code) else { throw YAMLFault(.noCharacter, at: start) }
    return scalar
  }
}

extension UInt8 {
  /// The value of a digit of base 16.
  var hexadecimalDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
