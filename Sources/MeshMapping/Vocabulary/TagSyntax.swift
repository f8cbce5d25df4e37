/// What Kuma allows in tags: there is no limit of length.
enum TagSyntax {
  /// Letters, digits and `.-_:/`, at least one (VALID-1).
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { isValueByte($0) || $0 == UInt8(ascii: "/") }
  }

  /// Letters, digits and `.-_:`, at least one (VALID-2).
  static func isValue(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isValueByte)
  }

  private static func isValueByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"): true
    default: false
    }
  }
}
