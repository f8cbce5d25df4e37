/// Signed decimal numbers as Go's `strconv` reads them: digits with or without a sign, leading zeros allowed.
enum SignedDecimal {
  /// The number, or nil where the text is none. One that does not fit is the greatest or the least that does.
  static func parse(_ text: some Collection<UInt8>) -> Int64? {
    let isNegative = text.first == UInt8(ascii: "-")
    let isSigned = isNegative || text.first == UInt8(ascii: "+")
    let digits = text.dropFirst(isSigned ? 1 : 0)
    guard !digits.isEmpty else { return nil }
    var number: Int64 = 0
    var hasOverflowed = false
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      let digit = Int64(byte - UInt8(ascii: "0"))
      let (product, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      // Below zero, since the least number has no counterpart above.
      let (sum, isTooLargeAgain) = product.subtractingReportingOverflow(digit)
      hasOverflowed = hasOverflowed || isTooLarge || isTooLargeAgain
      number = sum
    }
    if hasOverflowed || (!isNegative && number == .min) { return isNegative ? .min : .max }
    return isNegative ? number : -number
  }
}
