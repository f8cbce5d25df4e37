extension JSONScanner {
  /// Scans a number: a whole part without leading zeros, then perhaps a fraction and an exponent.
  mutating func number() throws(Stop) {
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    if try peek(inside: .number) == UInt8(ascii: "0") {
      position += 1
      if isAtDigit { throw stop(.badNumber) }
    } else {
      try digits()
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      let sign = try peek(inside: .number)
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    // More of the number may follow.
    if position == bytes.count, !isComplete { throw .needsMore }
  }

  /// Scans one digit or more.
  private mutating func digits() throws(Stop) {
    _ = try peek(inside: .number)
    guard isAtDigit else { throw stop(.badNumber) }
    while isAtDigit { position += 1 }
  }

  private var isAtDigit: Bool {
    position < bytes.count && bytes[position] >= UInt8(ascii: "0") && bytes[position] <= UInt8(ascii: "9")
  }
}
