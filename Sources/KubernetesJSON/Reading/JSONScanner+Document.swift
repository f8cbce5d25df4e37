/// The steps in which a document is scanned that is not in memory as a whole. Each can be done once more from its beginning.
extension JSONScanner {
  /// A key as it is written, with its quotes and colon, and what it stands for.
  struct Key {
    let written: [UInt8]
    let name: [UInt8]
    let quoted: Quoted
  }

  /// Goes behind a byte order mark, where there is one; nothing but the first bytes can be that.
  mutating func passByteOrderMark() throws(Stop) {
    guard bytes.count >= 3 || isComplete else { throw .needsMore }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw stop(.utf16) }
  }

  /// Goes to where the first document begins: behind whitespace.
  mutating func documentBegins() throws(Stop) {
    skipWhitespace()
    guard position < bytes.count else { throw isComplete ? stop(.nothing) : .needsMore }
  }

  /// Makes sure that nothing but whitespace stands behind the document.
  mutating func documentEnds() throws(Stop) {
    skipWhitespace()
    guard position == bytes.count else { throw stop(.somethingBehind) }
    guard isComplete else { throw .needsMore }
  }

  /// Goes to where the next document of a sequence begins; false where nothing follows.
  mutating func nextDocumentBegins() throws(Stop) -> Bool {
    skipWhitespace()
    guard position < bytes.count else {
      guard isComplete else { throw .needsMore }
      return false
    }
    return true
  }

  /// Scans the byte with which an object or a list begins, and gives where it stands; nil, and nothing, where something else
  /// stands here.
  mutating func collectionBegins() throws(Stop) -> (byte: UInt8, position: Int)? {
    skipWhitespace()
    let byte = try peek(inside: .value)
    guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") else { return nil }
    position += 1
    return (byte, position - 1)
  }

  /// Scans the beginning of a list; false, and nothing, where something else stands here.
  mutating func listBegins() throws(Stop) -> Bool {
    skipWhitespace()
    guard try peek(inside: .object) == UInt8(ascii: "[") else { return false }
    position += 1
    return true
  }

  /// Scans a value and gives it as it is written.
  mutating func writtenValue(depth: Int) throws(Stop) -> [UInt8] {
    skipWhitespace()
    let start = position
    var tape = JSONTapeBuilder()
    try value(to: &tape, depth: depth, inside: .object)
    return Array(bytes[start..<position])
  }

  /// Scans the next key of an object and the colon behind it; nil at the end of the object.
  mutating func nextKey(isFirst: Bool) throws(Stop) -> Key? {
    guard try goesOn(isFirst: isFirst, in: .object, until: UInt8(ascii: "}")) else { return nil }
    let quoted = try key()
    let key = bytes[quoted.start..<quoted.end]
    let quote = UInt8(ascii: "\"")
    return Key(
      written: [quote] + key + [quote, UInt8(ascii: ":")],
      name: JSONEscapes.resolved(in: ArraySlice(key)),
      quoted: quoted
    )
  }

  /// Lays the next element of a list out on a tape; false at the end of the list.
  mutating func nextElement(isFirst: Bool, to tape: inout JSONTapeBuilder, depth: Int) throws(Stop) -> Bool {
    guard try goesOn(isFirst: isFirst, in: .list, until: UInt8(ascii: "]")) else { return false }
    try value(to: &tape, depth: depth, inside: .list)
    return true
  }

  /// Scans what stands before a member of an object or a list, or the end of either; false at the end.
  mutating func goesOn(isFirst: Bool, in part: JSONProblem.Part, until end: UInt8) throws(Stop) -> Bool {
    skipWhitespace()
    let byte = try peek(inside: part)
    if byte == end {
      position += 1
      return false
    }
    guard !isFirst else { return true }
    guard byte == UInt8(ascii: ",") else { throw try missingSeparator(in: part) }
    position += 1
    return true
  }
}

extension JSONScanner {
  /// Goes behind the next value, and gives where it is.
  mutating func valueRange() throws(Stop) -> Range<Int> {
    skipWhitespace()
    let start = position
    var tape = JSONTapeBuilder()
    try value(to: &tape)
    return start..<position
  }
}
