/// The names that Kubernetes allows, as loops over bytes: a regular expression's `$` is easily taken for more than it is.
enum DNSName {
  /// An RFC 1123 label: 1 to 63 lower-case letters, digits and `-`, which is neither first nor last.
  static func isLabel(_ text: String) -> Bool {
    text.utf8.count <= 63 && isLabel(text.utf8[...])
  }

  /// An RFC 1035 label: an RFC 1123 label that begins with a letter.
  static func isRFC1035Label(_ text: String) -> Bool {
    isLabel(text) && !(text.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? true)
  }

  /// RFC 1123 labels joined by dots, 253 bytes at most.
  static func isSubdomain(_ text: String) -> Bool {
    text.utf8.count <= 253
      && text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(isLabel)
  }

  private static func isLabel(_ bytes: Substring.UTF8View) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    return first != hyphen && last != hyphen && bytes.allSatisfy { isLowercaseOrDigit($0) || $0 == hyphen }
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func isLowercaseOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
