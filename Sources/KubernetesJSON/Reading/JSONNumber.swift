/// A number as it is written in JSON, read exactly.
struct JSONNumber {
  /// The number as it is written.
  let literal: ArraySlice<UInt8>

  /// Why a number is not of a type of whole numbers.
  enum Misfit: Error {
    case isFraction
    case isOutOfRange
  }

  /// The whole number; `80`, `80.0` and `8e1` are the same one.
  func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws(Misfit) -> Integer {
    if let short = shortInteger {
      guard let integer = Integer(exactly: short) else { throw .isOutOfRange }
      return integer
    }
    return try anyInteger()
  }

  /// The number, as near as the type comes to it; nil where it is larger than any.
  func floating<Floating: BinaryFloatingPoint & LosslessStringConvertible>(_ type: Floating.Type) -> Floating? {
    Floating(String(decoding: literal, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The number where it is written with up to 18 digits and nothing else: nearly always.
  private var shortInteger: Int64? {
    var digits = literal
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits.removeFirst() }
    guard digits.count <= 18 else { return nil }
    var integer: Int64 = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      integer = integer * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    return isNegative ? -integer : integer
  }

  /// The number, by its digits and the power of ten that they count.
  private func anyInteger<Integer: FixedWidthInteger>() throws(Misfit) -> Integer {
    var (digits, power) = decimal
    while digits.last == 0 {
      digits.removeLast()
      power += 1
    }
    guard !digits.isEmpty else { return 0 }
    guard power >= 0 else { throw .isFraction }
    // No type of whole numbers has more than 39 digits.
    guard digits.count + power <= 39 else { throw .isOutOfRange }
    let isNegative = literal.first == UInt8(ascii: "-")
    var integer: Integer = 0
    for digit in digits + repeatElement(0, count: power) {
      let (tens, isTooLarge) = integer.multipliedReportingOverflow(by: 10)
      guard let digit = Integer(exactly: digit) else { throw .isOutOfRange }
      let (sum, isOutOfRange) = isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      guard !isTooLarge, !isOutOfRange else { throw .isOutOfRange }
      integer = sum
    }
    return integer
  }

  /// The digits without leading zeros, and the power of ten that the last one counts.
  private var decimal: (digits: [UInt8], power: Int) {
    let parts = literal.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
    let mantissa = parts.first ?? []
    let digits = mantissa.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.map { $0 - UInt8(ascii: "0") }
    let fraction = mantissa.firstIndex(of: UInt8(ascii: ".")).map { mantissa.endIndex - $0 - 1 } ?? 0
    return (Array(digits.drop { $0 == 0 }), Self.exponent(parts.dropFirst().first ?? []) - fraction)
  }

  /// An exponent; one that no number in memory can make up for is cut to a million billions.
  private static func exponent(_ literal: ArraySlice<UInt8>) -> Int {
    let limit = 1_000_000_000_000_000
    var exponent = 0
    for digit in literal where digit >= UInt8(ascii: "0") && digit <= UInt8(ascii: "9") {
      exponent = min(exponent * 10 + Int(digit - UInt8(ascii: "0")), limit)
    }
    return literal.first == UInt8(ascii: "-") ? -exponent : exponent
  }
}
