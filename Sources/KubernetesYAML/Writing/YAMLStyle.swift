/// How a string is to be written.
struct YAMLStyle {
  enum Quotes {
    case none
    case single
    case double
  }

  /// What the string is.
  enum Role {
    case key
    case value
  }

  static let plain = YAMLStyle(quotes: .none, isSimpleKey: true)

  let quotes: Quotes
  /// Whether the string can be a key without `?`.
  let isSimpleKey: Bool

  private static let longestSimpleKey = 128

  private init(quotes: Quotes, isSimpleKey: Bool) {
    self.quotes = quotes
    self.isSimpleKey = isSimpleKey
  }

  /// The style of a string in its role.
  init(of string: String, as role: Role) {
    let bytes = Array(string.utf8)
    let hasBreak = bytes.contains(0x0A)
    let isOneLine = !string.unicodeScalars.contains { [0x0A, 0x0D, 0x85, 0x2028, 0x2029].contains($0.value) }
    isSimpleKey = isOneLine && bytes.count <= Self.longestSimpleKey
    if bytes.contains(where: { $0 != 0x0A && !(0x20...0x7E).contains($0) }) || Self.hasSpaceBeforeBreak(bytes) {
      quotes = .double
    } else if hasBreak || !Self.mayBePlain(bytes) || YAMLAmbiguity.isAmbiguous(string) {
      quotes = Self.hasSpaceBehindBreak(bytes) ? .double : .single
    } else {
      quotes = .none
    }
  }

  private static func hasSpaceBeforeBreak(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == 0x20 && $1 == 0x0A }
  }

  private static func hasSpaceBehindBreak(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == 0x0A && $1 == 0x20 }
  }

  /// Whether a string of one line means itself without quotes, as far as its characters go.
  private static func mayBePlain(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, first != 0x20, bytes.last != 0x20 else { return false }
    if bytes.starts(with: "---".utf8) || bytes.starts(with: "...".utf8) { return false }
    switch first {
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "-"):
      if bytes.count == 1 || bytes[1] == 0x20 { return false }
    default:
      if "#,[]{}&*!|>'\"%@`".utf8.contains(first) { return false }
    }
    for (position, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: ":"), position + 1 == bytes.count || bytes[position + 1] == 0x20 { return false }
      if byte == UInt8(ascii: "#"), position > 0, bytes[position - 1] == 0x20 { return false }
    }
    return true
  }
}
