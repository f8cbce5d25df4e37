/// Unsigned 32-bit decimal numbers as Kuma reads them from annotations: digits only, no sign, no whitespace, leading zeros
/// allowed (`007` is 7), no limit but the width (`99999` passes).
enum UnsignedDecimal {
  /// The number, or nil where the text is none or does not fit.
  static func parse(_ text: String) -> Int? {
    unsafe text.utf8.withContiguousStorageIfAvailable { unsafe parse($0) } ?? parse(Array(text.utf8))
  }

  private static func parse(_ text: some RandomAccessCollection<UInt8>) -> Int? {
    guard !text.isEmpty else { return nil }
    var number: UInt32 = 0
    for byte in text {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      let (product, hasOverflowed) = number.multipliedReportingOverflow(by: 10)
      let (sum, hasOverflowedAgain) = product.addingReportingOverflow(UInt32(byte - UInt8(ascii: "0")))
      guard !hasOverflowed, !hasOverflowedAgain else { return nil }
      number = sum
    }
    return Int(number)
  }
}
