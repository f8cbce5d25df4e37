/// Signed decimal numbers as Go's `strconv` reads them: digits with or without a sign, leading zeros allowed.
enum SignedDecimal {
  /// The number, or nil where the text is none. One that does not fit is the greatest or the least that does.
  static func parse(_ text: String) -> Int64? {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let isSigned = isNegative || text.utf8.first == UInt8(ascii: "+")
    let digits = text.utf8.dropFirst(isSigned ? 1 : 0)
    guard !digits.isEmpty, digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
    return Int64(text) ?? (isNegative ? .min : .max)
  }
}
