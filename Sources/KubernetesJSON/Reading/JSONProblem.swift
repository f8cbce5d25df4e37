/// What keeps a document from being JSON (RFC 8259), and so what to fix.
package enum JSONProblem: Sendable, Hashable {
  case nothing
  case utf16
  case endsInside(Part)
  case somethingBehind
  case missingComma(before: Part)
  case commaTooMany
  case missingColon
  case missingKey
  case missingValue
  case unknownWord
  case comment
  case singleQuote
  case wrongBracket(closes: Part)
  case badNumber
  case badEscape
  case badUnicodeEscape
  case halfOfAPair
  case lineBreakInString
  case controlCharacter(UInt8)
  case notUTF8
  case tooDeep

  /// A part of a document.
  package enum Part: String, Sendable, Hashable {
    case object = "an object"
    case list = "a list"
    case string = "a string"
    case number = "a number"
    case word = "a word"
    case key = "a key"
    case value = "a value"
  }

  /// How many objects and lists may stand inside each other.
  static let deepest = 512
}

extension JSONProblem: CustomStringConvertible {
  /// What is wrong, as the end of a sentence that names the place, and what to write instead.
  package var description: String {
    switch self {
    case .nothing: "there is nothing; write an object, or a List with the objects as its items"
    case .utf16: "the document is UTF-16; save it as UTF-8"
    case .endsInside(let part): "the document ends inside \(part.rawValue); it is cut off, so write it out again"
    case .somethingBehind:
      "something stands behind the end of the document; remove it, or write the objects as items of a List"
    case .missingComma(let part): "a comma is missing before \(part.rawValue)"
    case .commaTooMany: "a comma has nothing behind it; remove it"
    case .missingColon: "a colon is missing between a key and its value"
    case .missingKey: "a key in double quotes is missing"
    case .missingValue: "a value is missing"
    case .unknownWord: "a word stands without quotes; only true, false and null do"
    case .comment: "JSON has no comments; remove this one"
    case .singleQuote: "a string stands in single quotes; put it in double quotes"
    case .wrongBracket(closes: .list): "a list is closed with }; write ]"
    case .wrongBracket: "an object is closed with ]; write }"
    case .badNumber: "a number is not written as in JSON; write it like 80, -1.5 or 2e6"
    case .badEscape: "a backslash is followed by what is no escape; write \\\\ for the backslash itself"
    case .badUnicodeEscape: "\\u is not followed by four hexadecimal digits"
    case .halfOfAPair: "\\u names half a character; write both halves, such as \\ud83d\\ude00"
    case .lineBreakInString: "a string is not closed on its line; write \\n for a line break, or the missing quote"
    case .controlCharacter(let byte): "a string holds a control character; write it as \(Self.escape(of: byte))"
    case .notUTF8: "the document is not UTF-8; save it as UTF-8"
    case .tooDeep: "objects and lists are nested more than \(Self.deepest) levels deep, which no Kubernetes object is"
    }
  }

  private static func escape(of byte: UInt8) -> String {
    byte == 0x09 ? "\\t" : "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
