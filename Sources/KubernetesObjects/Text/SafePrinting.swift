/// Text from the input, made safe to print: names and values are anybody's, and a terminal obeys what it is sent.
///
/// Control characters, and characters that change the direction of text or are not seen at all, are written as escapes.
public enum SafePrinting {
  /// The string in quotes, with what is not safe and the quotes themselves escaped.
  public static func quoted(_ string: String) -> String {
    string.quotedSafely
  }

  /// The string as it is where all of it is safe to print; in quotes and escaped elsewhere.
  public static func plain(_ string: String) -> String {
    string.printedSafely
  }

  /// Whether a character shows as itself on a terminal and does nothing else.
  public static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}

extension String {
  /// ``SafePrinting/quoted(_:)`` of this string.
  package var quotedSafely: String {
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
        if SafePrinting.isSafe(scalar) {
          quoted.unicodeScalars.append(scalar)
        } else {
          quoted += "\\u{\(String(scalar.value, radix: 16))}"
        }
      }
    }
    return quoted + "\""
  }

  /// ``SafePrinting/plain(_:)`` of this string.
  package var printedSafely: String {
    isPlain || unicodeScalars.allSatisfy(SafePrinting.isSafe) ? self : quotedSafely
  }

  /// Whether the string is letters, digits and signs of ASCII that mean nothing in quotes, as nearly all names are.
  private var isPlain: Bool {
    utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
  }
}

extension ExactString {
  /// ``SafePrinting/quoted(_:)`` of the string.
  package var quotedSafely: String { string.quotedSafely }

  /// ``SafePrinting/plain(_:)`` of the string.
  package var printedSafely: String { string.printedSafely }
}
