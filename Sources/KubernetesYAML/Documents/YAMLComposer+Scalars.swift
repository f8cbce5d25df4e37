extension YAMLComposer {
  /// What a scalar is, and its content.
  func scalarKind(_ event: YAMLRawEvent) -> YAMLTape.Node.Kind {
    guard event.style == .plain else { return .string }
    let length = Int(event.content.length)
    guard length > 0 else { return .null }
    let start = Int(event.content.start)
    return event.content.storage == .source
      ? Self.kind(of: parser.scanner.source.bytes, start..<start + length)
      : Self.kind(of: parser.scanner.made, start..<start + length)
  }

  /// What a plain scalar is. Nearly all are told by their first byte; the others are read as ``YAMLScalar`` reads them.
  private static func kind(of bytes: [UInt8], _ range: Range<Int>) -> YAMLTape.Node.Kind {
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      if isWrittenAsInJSON(bytes, range) { return .integer }
      guard mayBeNumber(bytes, range) else { return .string }
    case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
      UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"), UInt8(ascii: "~"):
      // No word is longer than `false`.
      guard range.count <= 5 else { return .string }
    default: return .string
    }
    return kind(of: YAMLScalar(plain: String(decoding: bytes[range], as: UTF8.self)))
  }

  static func kind(of scalar: YAMLScalar) -> YAMLTape.Node.Kind {
    switch scalar {
    case .null: .null
    case .bool(let value): value ? .isTrue : .isFalse
    case .integer, .unsigned, .float: .number
    case .string: .string
    }
  }

  /// Whether these are digits of an integer that JSON writes alike.
  private static func isWrittenAsInJSON(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
    let digits = range.dropFirst(isNegative ? 1 : 0)
    guard let first = digits.first, digits.count <= 18 else { return false }
    if bytes[first] == UInt8(ascii: "0") { return range.count == 1 }
    return digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0]) }
  }

  /// Whether the bytes are those of a number or of a word for one: no address, date with a time or version is.
  private static func mayBeNumber(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var points = 0
    for position in range {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"),
        UInt8(ascii: "O"), UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "n"), UInt8(ascii: "N"):
        break
      case UInt8(ascii: "."):
        points += 1
        if points > 1 { return false }
      default: return false
      }
    }
    return true
  }

  /// Whether a key says that other mappings are merged.
  func isMergeKey(_ event: YAMLRawEvent, _ tag: YAMLTag?) -> Bool {
    guard event.content.length == 2, tag == .merge || (tag == nil && event.style == .plain) else { return false }
    return parser.string(of: event.content) == "<<"
  }

  /// What the content of a node is as a plain scalar.
  func scalarOfPlain(_ node: YAMLTape.Node) -> YAMLScalar {
    YAMLScalar(plain: parser.string(of: node.content))
  }

  /// What a scalar is under its tag, if it has one, and its content.
  mutating func scalar(
    _ event: YAMLRawEvent,
    _ tag: YAMLTag?
  ) throws(YAMLFault) -> (YAMLTape.Node.Kind, YAMLContent) {
    guard let tag else { return (scalarKind(event), event.content) }
    let content = parser.string(of: event.content)
    let scalar = YAMLScalar(plain: content)
    switch (tag, scalar) {
    case (.string, _), (.merge, _), (.other, _): return (.string, event.content)
    case (.null, .null), (.bool, .bool), (.int, .integer), (.int, .unsigned), (.float, .float), (.float, .integer):
      return (Self.kind(of: scalar), event.content)
    case (.binary, _):
      guard let bytes = Base64.bytes(of: content.utf8) else { break }
      return (.string, parser.scanner.make(UTF8Reading.repaired(bytes)))
    case (.timestamp, _) where YAMLTag.isTimestamp(content): return (.string, event.content)
    default: break
    }
    throw YAMLFault(.tagMismatch(tag), at: event.properties.tagOffset)
  }
}
