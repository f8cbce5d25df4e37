import KubernetesObjects

extension YAMLValue {
  /// What a scalar without quotes stands for: null, a boolean in the words of YAML 1.1, a number, or else the text itself. What
  /// looks like a date is a text.
  init(plain text: String) {
    self = Self.word(text) ?? Self.number(text) ?? .text(ExactString(text))
  }

  private static func word(_ text: String) -> YAMLValue? {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": .bool(true)
    case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": .bool(false)
    case ".nan", ".NaN", ".NAN": .float(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": .float(-.infinity)
    default: nil
    }
  }

  /// The number that a text is. Underscores do not count; in one that begins with a point they must stand between digits.
  private static func number(_ text: String) -> YAMLValue? {
    guard let first = text.utf8.first else { return nil }
    let digits = String(decoding: text.utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    switch first {
    case UInt8(ascii: "."): return hasLooseUnderscore(text) ? nil : float(digits)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return integer(digits) ?? float(digits) ?? binary(digits)
    default: return nil
    }
  }

  /// Whether an underscore does not stand between two digits.
  private static func hasLooseUnderscore(_ text: String) -> Bool {
    let pieces = text.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    return zip(pieces, pieces.dropFirst()).contains { left, right in
      !(left.last.map(isDigit) ?? false) || !(right.first.map(isDigit) ?? false)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// An integer as Go writes it: in base 10, or in base 16, 8 or 2 after `0x`, `0o` or `0` and `0b`.
  private static func integer(_ text: String) -> YAMLValue? {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let isSigned = isNegative || text.utf8.first == UInt8(ascii: "+")
    let (digits, base) = digitsAndBase(of: text.utf8.dropFirst(isSigned ? 1 : 0))
    guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else { return nil }
    if let number = Int64((isNegative ? "-" : "") + digits, radix: base) { return .integer(number) }
    return isSigned ? nil : UInt64(digits, radix: base).map(YAMLValue.unsigned)
  }

  private static func digitsAndBase(of text: Substring.UTF8View) -> (digits: String, base: Int) {
    var (prefix, base) = (0, 10)
    if text.first == UInt8(ascii: "0"), text.count > 1 {
      switch text.dropFirst().first {
      case UInt8(ascii: "x"), UInt8(ascii: "X"): (prefix, base) = (2, 16)
      case UInt8(ascii: "o"), UInt8(ascii: "O"): (prefix, base) = (2, 8)
      case UInt8(ascii: "b"), UInt8(ascii: "B"): (prefix, base) = (2, 2)
      default: (prefix, base) = (1, 8)
      }
    }
    return (String(Substring(text.dropFirst(prefix))), base)
  }

  /// An integer in base 2 whose sign comes after its `0b`, which Kuma's library takes for one.
  private static func binary(_ text: String) -> YAMLValue? {
    guard text.utf8.starts(with: "0b".utf8) else { return nil }
    return Int64(String(Substring(text.utf8.dropFirst(2))), radix: 2).map(YAMLValue.integer)
  }

  /// A number with a point, an exponent or neither. One that is too great for 64 bits is none.
  private static func float(_ text: String) -> YAMLValue? {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let hasWhole = dropDigits(of: &rest)
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard dropDigits(of: &rest) || hasWhole else { return nil }
    } else if !hasWhole {
      return nil
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      guard dropDigits(of: &rest) else { return nil }
    }
    guard rest.isEmpty, let number = Double(text), number.isFinite else { return nil }
    return .float(number)
  }

  /// Whether there were digits to drop.
  private static func dropDigits(of text: inout Substring.UTF8View) -> Bool {
    let before = text.count
    text = text.drop(while: isDigit)
    return text.count < before
  }
}
