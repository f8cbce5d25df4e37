/// Reads JSON (RFC 8259) from bytes that are in memory, strictly, and lays values out on tapes.
///
/// The bytes may be the beginning of more. Where they end too early, the scanner stops with ``Stop/needsMore``; whoever holds
/// it gets more bytes and scans the same thing once more.
struct JSONScanner {
  /// Why scanning stops.
  enum Stop: Error {
    /// The bytes end, and there may be more.
    case needsMore
    /// The bytes are not JSON.
    case problem(JSONProblem, at: Int)
  }

  let bytes: ByteView
  /// Whether nothing comes behind the bytes.
  let isComplete: Bool
  /// The byte that is read next.
  var position: Int

  /// Stops at the end of the bytes.
  func end(inside part: JSONProblem.Part) -> Stop {
    isComplete ? .problem(.endsInside(part), at: bytes.count) : .needsMore
  }

  /// Stops at the next byte.
  func stop(_ problem: JSONProblem) -> Stop { .problem(problem, at: position) }

  /// The next byte.
  func peek(inside part: JSONProblem.Part) throws(Stop) -> UInt8 {
    guard position < bytes.count else { throw end(inside: part) }
    return bytes[position]
  }

  /// Skips whitespace: long runs of spaces, as in indented JSON, eight at a time.
  mutating func skipWhitespace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20:
        position += 1
        while let word = bytes.word(at: position), word == 0x2020_2020_2020_2020 { position += 8 }
      case 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }
}

// MARK: - Values

extension JSONScanner {
  /// Lays the next value out on a tape.
  ///
  /// - Parameters:
  ///   - tape: The value is laid out behind those that are finished.
  ///   - depth: How many objects and lists the value stands in.
  ///   - part: What is cut off where the value is missing.
  mutating func value(
    to tape: inout JSONTapeBuilder,
    depth: Int = 0,
    inside part: JSONProblem.Part = .value
  ) throws(Stop) {
    skipWhitespace()
    let value = bytes.part(position..<bytes.count)
    let origin = position
    tape.begin()
    var depth = depth
    var container = (node: -1, isObject: false)
    while true {
      // A value begins.
      skipWhitespace()
      let byte = try peek(inside: container.node < 0 ? part : container.isObject ? .object : .list)
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        guard depth < JSONProblem.deepest else { throw stop(.tooDeep) }
        depth += 1
        position += 1
        let isObject = byte == UInt8(ascii: "{")
        container = (tape.open(isObject ? .object : .list, in: container.node, at: position - 1 - origin), isObject)
        skipWhitespace()
        if try peek(inside: isObject ? .object : .list) != (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          if isObject { tape.addKey(try key().moved(by: -origin), in: container.node, of: value) }
          continue
        }
      } else {
        try scalar(byte, to: &tape, origin: origin)
      }
      // A value has ended, and so may what it stands in.
      while true {
        guard container.node >= 0 else {
          tape.finish(with: bytes.part(origin..<position), from: origin)
          return
        }
        skipWhitespace()
        let byte = try peek(inside: container.isObject ? .object : .list)
        if container.isObject { tape.endMember(of: container.node) }
        if byte == UInt8(ascii: ",") {
          position += 1
          if container.isObject { tape.addKey(try key().moved(by: -origin), in: container.node, of: value) }
          break
        }
        guard byte == (container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          throw try missingSeparator(in: container.isObject ? .object : .list)
        }
        position += 1
        depth -= 1
        container = tape.close(container.node)
      }
    }
  }

  /// Scans a value that holds no others.
  private mutating func scalar(_ byte: UInt8, to tape: inout JSONTapeBuilder, origin: Int) throws(Stop) {
    let start = position
    switch byte {
    case UInt8(ascii: "\""):
      let string = try quoted(.string).moved(by: -origin)
      tape.add(.string, from: string.start, to: string.end, hasEscapes: string.hasEscapes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try number()
      tape.add(.number, from: start - origin, to: position - origin)
    case UInt8(ascii: "t"):
      try word("true")
      tape.add(.yes, from: start - origin, to: position - origin)
    case UInt8(ascii: "f"):
      try word("false")
      tape.add(.no, from: start - origin, to: position - origin)
    case UInt8(ascii: "n"):
      try word("null")
      tape.add(.null, from: start - origin, to: position - origin)
    default: throw stop(try unexpected(byte, insteadOf: .missingValue))
    }
  }

  private mutating func word(_ word: StaticString) throws(Stop) {
    let count = word.utf8CodeUnitCount
    for offset in 0..<count {
      guard position + offset < bytes.count else { throw end(inside: .word) }
      guard unsafe bytes[position + offset] == word.utf8Start[offset] else { throw stop(.unknownWord) }
    }
    position += count
  }

  /// Scans a key and the colon behind it.
  mutating func key() throws(Stop) -> Quoted {
    skipWhitespace()
    let byte = try peek(inside: .object)
    guard byte == UInt8(ascii: "\"") else { throw stop(try unexpected(byte, insteadOf: .missingKey)) }
    let key = try quoted(.key)
    skipWhitespace()
    guard try peek(inside: .object) == UInt8(ascii: ":") else { throw stop(.missingColon) }
    position += 1
    return key
  }
}

// MARK: - What stands where something else is expected

extension JSONScanner {
  /// The problem that a byte is where a key or a value is expected.
  func unexpected(_ byte: UInt8, insteadOf missing: JSONProblem) throws(Stop) -> JSONProblem {
    switch byte {
    case UInt8(ascii: "'"): .singleQuote
    case UInt8(ascii: "/"), UInt8(ascii: "#"): .comment
    case UInt8(ascii: "}"), UInt8(ascii: "]"): isBehindComma ? .commaTooMany : missing
    case UInt8(ascii: "+"), UInt8(ascii: "."): missing == .missingValue ? .badNumber : missing
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      missing == .missingValue ? .unknownWord : missing
    default: try isAtCharacter() ? missing : .notUTF8
    }
  }

  /// The stop where neither a comma nor the end of an object or a list stands.
  func missingSeparator(in part: JSONProblem.Part) throws(Stop) -> Stop {
    switch bytes[position] {
    case UInt8(ascii: "}"), UInt8(ascii: "]"): stop(.wrongBracket(closes: part))
    case UInt8(ascii: "/"), UInt8(ascii: "#"): stop(.comment)
    default: stop(try isAtCharacter() ? .missingComma(before: part == .object ? .key : .value) : .notUTF8)
    }
  }

  /// Whether the last byte before the next one, whitespace aside, is a comma.
  private var isBehindComma: Bool {
    bytes[..<position].last { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 } == UInt8(ascii: ",")
  }

  /// Whether the next bytes are a character of UTF-8.
  func isAtCharacter() throws(Stop) -> Bool {
    var scanner = self
    do throws(Stop) {
      if bytes[position] >= 0x80 { try scanner.character() }
      return true
    } catch {
      if case .problem(.notUTF8, _) = error { return false }
      throw error
    }
  }
}
