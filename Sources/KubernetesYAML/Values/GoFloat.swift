/// Numbers as Go writes them in its shortest form.
enum GoFloat {
  /// The fewest digits that tell a number of 32 bits from its neighbours, with an exponent where that is less than -4 or more
  /// than 5.
  static func string(_ number: Float) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number > 0 ? "+Inf" : "-Inf" }
    let (digits, point) = shortest("\(number.magnitude)")
    let sign = number.sign == .minus ? "-" : ""
    let exponent = point - 1
    if exponent < -4 || exponent > 5 { return sign + scientific(digits, exponent) }
    return sign + plain(digits, point)
  }

  /// The number as JSON, with the fewest digits that tell it from its neighbours, and with an exponent where it is less than
  /// 10⁻⁶ or at least 10²¹.
  static func json(_ number: Double) -> String {
    let (digits, point) = shortest("\(number.magnitude)")
    let sign = number.sign == .minus ? "-" : ""
    guard number != 0, number.magnitude < 1e-6 || number.magnitude >= 1e21 else { return sign + plain(digits, point) }
    let exponent = point - 1
    let fraction = digits.count > 1 ? "." + String(digits.dropFirst()) : ""
    return sign + String(digits.prefix(1)) + fraction + (exponent < 0 ? "e-" : "e+") + "\(exponent.magnitude)"
  }

  /// The digits of a number, and how many of them stand before the point.
  private static func shortest(_ number: String) -> (digits: [Character], point: Int) {
    let parts = number.split(separator: "e")
    let mantissa = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
    let whole = Array(mantissa.first ?? "")
    let fraction = mantissa.count > 1 ? Array(mantissa[1]) : []
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let all = whole + fraction
    let digits = all.drop { $0 == "0" }
    guard let last = digits.lastIndex(where: { $0 != "0" }) else { return (["0"], 1) }
    return (Array(digits[...last]), whole.count + exponent - (all.count - digits.count))
  }

  private static func scientific(_ digits: [Character], _ exponent: Int) -> String {
    let fraction = digits.count > 1 ? "." + String(digits.dropFirst()) : ""
    let size = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
    return String(digits.prefix(1)) + fraction + (exponent < 0 ? "e-" : "e+") + size
  }

  private static func plain(_ digits: [Character], _ point: Int) -> String {
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + String(digits) }
    if point >= digits.count { return String(digits) + String(repeating: "0", count: point - digits.count) }
    return String(digits.prefix(point)) + "." + String(digits.dropFirst(point))
  }
}
