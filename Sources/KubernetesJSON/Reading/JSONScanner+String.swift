extension JSONScanner {
  /// Where a string or a key stands between its quotes.
  struct Quoted {
    let start: Int
    let end: Int
    let hasEscapes: Bool

    /// The same string, counted from elsewhere.
    func moved(by distance: Int) -> Quoted {
      Quoted(start: start + distance, end: end + distance, hasEscapes: hasEscapes)
    }
  }

  /// Scans a string or a key, from one quote to the other.
  mutating func quoted(_ part: JSONProblem.Part) throws(Stop) -> Quoted {
    let start = position + 1
    position = bytes.endOfPlainCharacters(from: start)
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return try specialString(part, from: start) }
    position += 1
    return Quoted(start: start, end: position - 1, hasEscapes: false)
  }

  /// Scans the rest of a string that has more than plain characters in it.
  private mutating func specialString(_ part: JSONProblem.Part, from start: Int) throws(Stop) -> Quoted {
    var hasEscapes = false
    while true {
      let byte = try peek(inside: part)
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return Quoted(start: start, end: position - 1, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape(part)
      case 0x0A, 0x0D: throw stop(.lineBreakInString)
      case ..<0x20: throw stop(.controlCharacter(byte))
      case 0x80...: try character()
      default: position = bytes.endOfPlainCharacters(from: position + 1)
      }
    }
  }

  /// Scans an escape, of which the backslash is the next byte.
  private mutating func escape(_ part: JSONProblem.Part) throws(Stop) {
    guard position + 1 < bytes.count else { throw end(inside: part) }
    switch bytes[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"):
      let unit = try unit(at: position, part)
      guard !UTF16.isTrailSurrogate(unit) else { throw stop(.halfOfAPair) }
      let isPair = UTF16.isLeadSurrogate(unit)
      if isPair, !UTF16.isTrailSurrogate(try unitOfPair(at: position + 6, part)) { throw stop(.halfOfAPair) }
      position += isPair ? 12 : 6
    default: throw stop(.badEscape)
    }
  }

  /// The unit that `\u` at a place stands for.
  private func unit(at start: Int, _ part: JSONProblem.Part) throws(Stop) -> UInt16 {
    guard let unit = JSONEscapes.unit(in: bytes[min(start + 2, bytes.count)..<min(start + 6, bytes.count)]) else {
      // What is not there yet may be wrong as well, but that shows once it is there.
      let isCutOff = start + 6 > bytes.count && !bytes[min(start + 2, bytes.count)...].contains(UInt8(ascii: "\""))
      throw isCutOff ? end(inside: part) : stop(.badUnicodeEscape)
    }
    return unit
  }

  /// The unit of the second half of a pair; 0 where none stands there.
  private func unitOfPair(at start: Int, _ part: JSONProblem.Part) throws(Stop) -> UInt16 {
    for (offset, byte) in [UInt8(ascii: "\\"), UInt8(ascii: "u")].enumerated() {
      guard start + offset < bytes.count else { throw end(inside: part) }
      guard bytes[start + offset] == byte else { return 0 }
    }
    return try unit(at: start, part)
  }

  /// Scans a character of more than one byte, strictly: no overlong forms, no surrogates, nothing beyond Unicode.
  mutating func character() throws(Stop) {
    let first = bytes[position]
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: count = 4
    default: throw stop(.notUTF8)
    }
    for offset in 1..<count {
      guard position + offset < bytes.count else { throw end(inside: .string) }
      guard (offset == 1 ? second : 0x80...0xBF).contains(bytes[position + offset]) else { throw stop(.notUTF8) }
    }
    position += count
  }
}
