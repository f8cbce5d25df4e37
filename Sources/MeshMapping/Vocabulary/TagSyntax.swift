/// What Kuma allows in tags: there is no limit of length.
enum TagSyntax {
  /// Letters, digits and `.-_:/`, at least one (VALID-1).
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && consists(text) { isValueByte($0) || $0 == UInt8(ascii: "/") }
  }

  /// Letters, digits and `.-_:`, at least one (VALID-2).
  static func isValue(_ text: String) -> Bool {
    !text.isEmpty && consists(text, of: isValueByte)
  }

  /// Whether a text consists of such bytes. All tags of a cluster are looked at, so the bytes are where that is possible.
  @inline(__always)
  private static func consists(_ text: String, of isAllowed: (UInt8) -> Bool) -> Bool {
    unsafe text.utf8.withContiguousStorageIfAvailable { unsafe $0.allSatisfy(isAllowed) } ?? text.utf8.allSatisfy(isAllowed)
  }

  private static func isValueByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-")...UInt8(ascii: "."),
      UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
