/// Durations as Go's `time.ParseDuration` reads them: numbers with or without a fraction, each with a unit, behind an optional sign.
enum GoDuration {
  /// Whether a string is a duration. One that does not fit 64 bits of nanoseconds is none.
  static func isDuration(_ string: String) -> Bool {
    var rest = Array(string.utf8)[...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    if rest.elementsEqual("0".utf8) { return true }
    guard !rest.isEmpty else { return false }
    var sum: UInt64 = 0
    while !rest.isEmpty {
      let whole = digits(of: &rest)
      var fraction: ArraySlice<UInt8> = []
      if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        fraction = digits(of: &rest)
      }
      guard !whole.isEmpty || !fraction.isEmpty else { return false }
      let unit = rest.prefix { $0 != UInt8(ascii: ".") && !isDigit($0) }
      rest = rest.dropFirst(unit.count)
      guard let scale = nanoseconds(of: String(decoding: unit, as: UTF8.self)) else { return false }
      guard let part = product(of: whole, and: scale), add(part, to: &sum) else { return false }
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// The digits that come next, taken off the rest.
  private static func digits(of rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = rest.prefix(while: isDigit)
    rest = rest.dropFirst(digits.count)
    return digits
  }

  /// A unit in nanoseconds; the micro sign and the Greek letter both stand for micro.
  private static func nanoseconds(of unit: String) -> UInt64? {
    switch unit {
    case "ns": 1
    case "us", "\u{B5}s", "\u{3BC}s": 1000
    case "ms": 1_000_000
    case "s": 1_000_000_000
    case "m": 60_000_000_000
    case "h": 3_600_000_000_000
    default: nil
    }
  }

  /// Digits times a scale; nil where that does not fit.
  private static func product(of digits: ArraySlice<UInt8>, and scale: UInt64) -> UInt64? {
    var number: UInt64 = 0
    for digit in digits {
      let (tenfold, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (next, isTooLargeAgain) = tenfold.addingReportingOverflow(UInt64(digit - UInt8(ascii: "0")))
      guard !isTooLarge, !isTooLargeAgain else { return nil }
      number = next
    }
    let (product, isTooLarge) = number.multipliedReportingOverflow(by: scale)
    return isTooLarge ? nil : product
  }

  /// Adds a part; false where the sum does not fit.
  private static func add(_ part: UInt64, to sum: inout UInt64) -> Bool {
    let (next, isTooLarge) = sum.addingReportingOverflow(part)
    sum = next
    return !isTooLarge && next <= UInt64(Int64.max)
  }
}
