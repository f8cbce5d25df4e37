extension YAMLWriter {
  /// Whether a string may stand on several lines.
  enum Folding {
    case whole
    case folded
  }

  mutating func write(_ string: String, _ style: YAMLStyle, _ folding: Folding) {
    beginScalar()
    switch style.quotes {
    case .none: writePlain(Array(string.utf8), folding)
    case .single: writeSingleQuoted(Array(string.utf8), folding)
    case .double: writeDoubleQuoted(Array(string.unicodeScalars), folding)
    }
    endScalar()
  }

  private mutating func writePlain(_ bytes: [UInt8], _ folding: Folding) {
    for (position, byte) in bytes.enumerated() {
      if byte == 0x20, mayBreak(folding), bytes[position - 1] != 0x20, bytes[position + 1] != 0x20 {
        writeIndent()
      } else {
        append(byte)
        setIndentation(false)
      }
    }
  }

  private func mayBreak(_ folding: Folding) -> Bool { folding == .folded && column > Self.width }

  private mutating func writeSingleQuoted(_ bytes: [UInt8], _ folding: Folding) {
    append(UInt8(ascii: "'"))
    setIndentation(false)
    var isAfterBreak = false
    for (position, byte) in bytes.enumerated() {
      switch byte {
      case 0x20:
        let isWithin = position > 0 && position < bytes.count - 1
        if isWithin, mayBreak(folding), bytes[position - 1] != 0x20, bytes[position + 1] != 0x20 {
          writeIndent()
        } else {
          append(byte)
        }
      case 0x0A:
        // One line break would count as a space.
        if !isAfterBreak { append(0x0A) }
        append(0x0A)
        setIndentation(true)
        isAfterBreak = true
      default:
        if isAfterBreak { writeIndent() }
        if byte == UInt8(ascii: "'") { append(byte) }
        append(byte)
        setIndentation(false)
        isAfterBreak = false
      }
    }
    if isAfterBreak { writeIndent() }
    append(UInt8(ascii: "'"))
  }

  private mutating func writeDoubleQuoted(_ scalars: [Unicode.Scalar], _ folding: Folding) {
    append(UInt8(ascii: "\""))
    setIndentation(false)
    for (position, scalar) in scalars.enumerated() {
      switch scalar {
      case " ":
        let isWithin = position > 0 && position < scalars.count - 1
        if isWithin, mayBreak(folding), scalars[position - 1] != " " {
          writeIndent()
          if scalars[position + 1] == " " { append(UInt8(ascii: "\\")) }
        } else {
          append(0x20)
        }
      case "\"", "\\":
        append(UInt8(ascii: "\\"))
        append(UInt8(truncatingIfNeeded: scalar.value))
      case "!"..."~": append(UInt8(truncatingIfNeeded: scalar.value))
      default: for byte in Self.escape(of: scalar).utf8 { append(byte) }
      }
    }
    append(UInt8(ascii: "\""))
  }

  static func escape(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x00: return "\\0"
    case 0x07: return "\\a"
    case 0x08: return "\\b"
    case 0x09: return "\\t"
    case 0x0A: return "\\n"
    case 0x0B: return "\\v"
    case 0x0C: return "\\f"
    case 0x0D: return "\\r"
    case 0x1B: return "\\e"
    case 0x85: return "\\N"
    case 0xA0: return "\\_"
    case 0x2028: return "\\L"
    case 0x2029: return "\\P"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let (letter, length) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
      return "\\" + letter + String(repeating: "0", count: length - digits.count) + digits
    }
  }
}
