import KubernetesObjects

extension JSONEscapes {
  /// The characters of a string from a position on, as they stand between quotes.
  ///
  /// Besides what JSON demands, whatever a terminal obeys or does not show is escaped.
  static func escaped(_ string: ByteView, from start: Int) -> [UInt8] {
    var json: [UInt8] = []
    var position = start
    while position < string.count {
      let special = string[position...].prefix { !ByteView.isPlain($0) }
      for scalar in String(decoding: special, as: UTF8.self).unicodeScalars { append(scalar, to: &json) }
      position = string.endOfPlainCharacters(from: special.endIndex)
      json.append(contentsOf: string.part(special.endIndex..<position))
    }
    return json
  }

  /// Appends a character that is not plain.
  private static func append(_ scalar: Unicode.Scalar, to json: inout [UInt8]) {
    switch scalar.value {
    case 0x22: json.append(contentsOf: "\\\"".utf8)
    case 0x5C: json.append(contentsOf: "\\\\".utf8)
    case 0x0A: json.append(contentsOf: "\\n".utf8)
    case 0x0D: json.append(contentsOf: "\\r".utf8)
    case 0x09: json.append(contentsOf: "\\t".utf8)
    case 0x80... where SafePrinting.isSafe(scalar): json.append(contentsOf: String(scalar).utf8)
    default: for unit in String(scalar).utf16 { appendEscape(unit, to: &json) }
    }
  }

  /// Appends one unit of UTF-16 as an escape of four digits.
  private static func appendEscape(_ unit: UInt16, to json: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    json.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
  }
}
