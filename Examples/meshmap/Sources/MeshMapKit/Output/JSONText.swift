import KubernetesObjects
import ObjectReading

/// The writing of JSON, byte by byte.
enum JSONText {
  /// Writes a text with its quotes. Besides what JSON demands, whatever a terminal obeys or does not show is escaped.
  static func write(_ text: String, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes.endOfPlainCharacters(from: start)
        json.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        let special = bytes[end...].prefix { !$0.isPlain }
        if !special.isEmpty { write(special, to: &json) }
        start = special.endIndex
      }
    }
    json.append(UInt8(ascii: "\""))
  }

  /// Writes characters none of which is plain.
  private static func write(_ special: Slice<UnsafeBufferPointer<UInt8>>, to json: inout [UInt8]) {
    for scalar in String(decoding: special, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x22: json.append(contentsOf: "\\\"".utf8)
      case 0x5C: json.append(contentsOf: "\\\\".utf8)
      case 0x0A: json.append(contentsOf: "\\n".utf8)
      case 0x0D: json.append(contentsOf: "\\r".utf8)
      case 0x09: json.append(contentsOf: "\\t".utf8)
      case 0x80... where SafePrinting.isSafe(scalar): json.append(contentsOf: String(scalar).utf8)
      default: for unit in String(scalar).utf16 { writeEscape(unit, to: &json) }
      }
    }
  }

  /// Writes one unit of UTF-16 as an escape of four digits.
  private static func writeEscape(_ unit: UInt16, to json: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    json.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
  }

  /// Begins a line, two blanks an indentation.
  static func breakLine(in json: inout [UInt8], indentation: Int) {
    json.append(UInt8(ascii: "\n"))
    var missing = 2 * indentation
    while missing > 0 {
      let count = min(missing, blanks.utf8CodeUnitCount)
      json.append(contentsOf: UnsafeBufferPointer(start: blanks.utf8Start, count: count))
      missing -= count
    }
  }

  /// Blanks that are copied in one go: a part of the program, so that cores do not count their references one by one.
  private static let blanks: StaticString = "                                                                "
}
