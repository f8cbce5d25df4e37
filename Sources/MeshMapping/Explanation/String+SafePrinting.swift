import KubernetesJSON

extension String {
  /// The text in quotes and safe to print: control characters, and characters that change the direction of text or are not
  /// seen at all, are written as escapes.
  public var quotedSafely: String {
    if isPlain { return "\"\(self)\"" }
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      default:
        if scalar.isSafeToPrint {
          quoted.unicodeScalars.append(scalar)
        } else {
          quoted += "\\u{\(String(scalar.value, radix: 16))}"
        }
      }
    }
    return quoted + "\""
  }

  /// The text without quotes, safe to print.
  public var printedSafely: String {
    isPlain || unicodeScalars.allSatisfy(\.isSafeToPrint) ? self : quotedSafely
  }

  /// Whether the text is letters, digits and signs of ASCII that mean nothing in quotes, as nearly all names are.
  private var isPlain: Bool {
    utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
  }
}

extension Unicode.Scalar {
  /// Whether the character shows as itself on a terminal and does nothing else.
  public var isSafeToPrint: Bool {
    PrintableCharacters.contain(self)
  }
}
