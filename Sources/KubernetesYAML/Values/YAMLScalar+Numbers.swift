extension YAMLScalar {
  /// The number that a plain scalar is. Underscores do not count; in one that begins with a point they must stand between digits.
  ///
  /// - Returns: Nil where it is none.
  static func number(_ content: String) -> YAMLScalar? {
    guard let first = content.utf8.first else { return nil }
    let digits = String(decoding: content.utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    switch first {
    case UInt8(ascii: "."): return hasLooseUnderscore(content) ? nil : float(digits)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return integer(digits) ?? float(digits) ?? binary(digits)
    default: return nil
    }
  }

  /// Whether an underscore does not stand between two digits.
  private static func hasLooseUnderscore(_ content: String) -> Bool {
    let pieces = content.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    return zip(pieces, pieces.dropFirst()).contains { left, right in
      !(left.last.map(isDigit) ?? false) || !(right.first.map(isDigit) ?? false)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// An integer as Go writes it: in base 10, or in base 16, 8 or 2 after `0x`, `0o` or `0` and `0b`.
  private static func integer(_ content: String) -> YAMLScalar? {
    let isNegative = content.utf8.first == UInt8(ascii: "-")
    let isSigned = isNegative || content.utf8.first == UInt8(ascii: "+")
    let (digits, base) = digitsAndBase(of: content.utf8.dropFirst(isSigned ? 1 : 0))
    guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else { return nil }
    if let number = Int64((isNegative ? "-" : "") + digits, radix: base) { return .integer(number) }
    return isSigned ? nil : UInt64(digits, radix: base).map(YAMLScalar.unsigned)
  }

  private static func digitsAndBase(of content: Substring.UTF8View) -> (digits: String, base: Int) {
    var (prefix, base) = (0, 10)
    if content.first == UInt8(ascii: "0"), content.count > 1 {
      switch content.dropFirst().first {
      case UInt8(ascii: "x"), UInt8(ascii: "X"): (prefix, base) = (2, 16)
      case UInt8(ascii: "o"), UInt8(ascii: "O"): (prefix, base) = (2, 8)
      case UInt8(ascii: "b"), UInt8(ascii: "B"): (prefix, base) = (2, 2)
      default: (prefix, base) = (1, 8)
      }
    }
    return (String(Substring(content.dropFirst(prefix))), base)
  }

  /// An integer in base 2 whose sign comes after its `0b`, which Kuma's library takes for one.
  private static func binary(_ content: String) -> YAMLScalar? {
    guard content.utf8.starts(with: "0b".utf8) else { return nil }
    return Int64(String(Substring(content.utf8.dropFirst(2))), radix: 2).map(YAMLScalar.integer)
  }

  /// A number with a point, an exponent or neither. One that is too great for 64 bits is none.
  private static func float(_ content: String) -> YAMLScalar? {
    var rest = content.utf8[...]
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
    guard rest.isEmpty, let number = Double(content), number.isFinite else { return nil }
    return .float(number)
  }

  /// Whether there were digits to drop.
  private static func dropDigits(of content: inout Substring.UTF8View) -> Bool {
    let before = content.count
    content = content.drop(while: isDigit)
    return content.count < before
  }
}
