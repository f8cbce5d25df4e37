/// The characters of written JSON.
enum JSONCharacters {
  /// Appends a string with its quotes.
  static func append(_ string: String, to json: inout [UInt8]) {
    var string = string
    json.append(UInt8(ascii: "\""))
    string.withUTF8 { buffer in
      let bytes = unsafe ByteView(buffer)
      let end = bytes.endOfPlainCharacters(from: 0)
      json.append(contentsOf: bytes.part(0..<end))
      if end < bytes.count { append(special: bytes, from: end, to: &json) }
    }
    json.append(UInt8(ascii: "\""))
  }

  /// Appends the rest of a string from its first character on that is not plain.
  private static func append(special bytes: ByteView, from position: Int, to json: inout [UInt8]) {
    var position = position
    while position < bytes.count {
      let special = bytes[position...].prefix { !ByteView.isPlain($0) }
      for scalar in String(decoding: special, as: UTF8.self).unicodeScalars { append(scalar, to: &json) }
      position = bytes.endOfPlainCharacters(from: special.endIndex)
      json.append(contentsOf: bytes.part(special.endIndex..<position))
    }
  }

  /// Appends a character that is not plain.
  private static func append(_ scalar: Unicode.Scalar, to json: inout [UInt8]) {
    switch scalar.value {
    case 0x22: json.append(contentsOf: "\\\"".utf8)
    case 0x5C: json.append(contentsOf: "\\\\".utf8)
    case 0x0A: json.append(contentsOf: "\\n".utf8)
    case 0x0D: json.append(contentsOf: "\\r".utf8)
    case 0x09: json.append(contentsOf: "\\t".utf8)
    case 0x80... where PrintableCharacters.contain(scalar): json.append(contentsOf: String(scalar).utf8)
    default: for unit in String(scalar).utf16 { appendEscape(unit, to: &json) }
    }
  }

  /// Appends one unit of UTF-16 as an escape of four digits.
  private static func appendEscape(_ unit: UInt16, to json: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    json.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
  }

  /// Begins a line with spaces.
  static func appendLineBreak(to json: inout [UInt8], indentation: Int) {
    var missing = indentation
    let count = min(missing, spaces.utf8CodeUnitCount - 1)
    unsafe json.append(contentsOf: UnsafeBufferPointer(start: spaces.utf8Start, count: count + 1))
    missing -= count
    if missing > 0 { json.append(contentsOf: repeatElement(UInt8(ascii: " "), count: missing)) }
  }

  /// A line break and spaces that are copied in one go: a part of the program, so that cores do not count their references one by one.
  private static let spaces: StaticString = "\n                                                                "
}
