/// Builds the value of a document from its tokens.
struct YAMLParser {
  private var scanner: YAMLScanner
  /// How many collections are open, those of block sequences that are not indented among them.
  private var depth = 0

  /// The value of the first document of the input; null where it holds none.
  static func value(of input: String) throws(YAMLError) -> YAMLValue {
    var parser = YAMLParser(input)
    do throws(YAMLError.Reason) {
      return try parser.parseDocument()
    } catch {
      throw YAMLError(error, at: parser.scanner.reader.location)
    }
  }

  private init(_ input: String) {
    scanner = YAMLScanner(input)
  }

  private mutating func parseDocument() throws(YAMLError.Reason) -> YAMLValue {
    try scanner.reader.checkCharacters()
    if try scanner.peek() == .streamEnd { return .null }
    if try scanner.peek() == .documentStart {
      _ = try scanner.take()
      switch try scanner.peek() {
      case .documentStart, .documentEnd, .streamEnd: return .null
      default: break
      }
    }
    let value = try parseNode(.block)
    // What follows must be a token, whichever.
    _ = try scanner.peek()
    return value
  }

  /// Where a value stands.
  private enum Context {
    case flow
    case block
    /// In a block mapping, where the entries of a sequence need no indentation of their own.
    case blockMapping
  }

  private mutating func parseNode(_ context: Context) throws(YAMLError.Reason) -> YAMLValue {
    guard depth < YAMLScanner.maximumDepth else { throw .unsupported }
    depth += 1
    defer { depth -= 1 }
    switch (try scanner.peek(), context) {
    case (.plain(let content), _):
      guard content != "<<" else { throw .unsupported }
      _ = try scanner.take()
      return .scalar(YAMLScalar(plain: content))
    case (.quoted(let content), _):
      _ = try scanner.take()
      return .scalar(.string(YAMLString(content)))
    case (.flowSequenceStart, _): return try parseFlowSequence()
    case (.flowMappingStart, _): return try parseFlowMapping()
    case (.blockSequenceStart, .block), (.blockSequenceStart, .blockMapping): return try parseBlockSequence()
    case (.blockMappingStart, .block), (.blockMappingStart, .blockMapping): return try parseBlockMapping()
    case (.blockEntry, .blockMapping): return try parseIndentlessSequence()
    default: throw .malformed
    }
  }

  /// The value that comes next, or null where a token comes instead that ends it.
  private mutating func parseNode(_ context: Context, unless ends: Set<YAMLToken>) throws(YAMLError.Reason) -> YAMLValue {
    try ends.contains(scanner.peek()) ? .null : parseNode(context)
  }

  private mutating func parseBlockSequence() throws(YAMLError.Reason) -> YAMLValue {
    var values: [YAMLValue] = []
    _ = try scanner.take()
    while true {
      switch try scanner.take() {
      case .blockEntry: values.append(try parseNode(.block, unless: [.blockEntry, .blockEnd]))
      case .blockEnd: return .sequence(values)
      default: throw .malformed
      }
    }
  }

  private mutating func parseIndentlessSequence() throws(YAMLError.Reason) -> YAMLValue {
    var values: [YAMLValue] = []
    while try scanner.peek() == .blockEntry {
      _ = try scanner.take()
      values.append(try parseNode(.block, unless: [.blockEntry, .key, .value, .blockEnd]))
    }
    return .sequence(values)
  }

  private mutating func parseBlockMapping() throws(YAMLError.Reason) -> YAMLValue {
    var mapping = YAMLMappingBuilder()
    let ends: Set<YAMLToken> = [.key, .value, .blockEnd]
    _ = try scanner.take()
    while true {
      switch try scanner.take() {
      case .key:
        let key = try parseNode(.blockMapping, unless: ends)
        let value = try parseValue(.blockMapping, unless: ends)
        try mapping.set(key, to: value)
      case .blockEnd: return .mapping(mapping.entries)
      default: throw .malformed
      }
    }
  }

  /// The value after a key; null where there is none.
  private mutating func parseValue(_ context: Context, unless ends: Set<YAMLToken>) throws(YAMLError.Reason) -> YAMLValue {
    guard try scanner.peek() == .value else { return .null }
    _ = try scanner.take()
    return try parseNode(context, unless: ends)
  }

  private mutating func parseFlowSequence() throws(YAMLError.Reason) -> YAMLValue {
    var values: [YAMLValue] = []
    _ = try scanner.take()
    while try !isFlowEnd(.flowSequenceEnd, isFirst: values.isEmpty) {
      guard try scanner.peek() == .key else {
        values.append(try parseNode(.flow))
        continue
      }
      _ = try scanner.take()
      var pair = YAMLMappingBuilder()
      let key = try parseNode(.flow)
      let value = try parseValue(.flow, unless: [.flowEntry, .flowSequenceEnd])
      try pair.set(key, to: value)
      values.append(.mapping(pair.entries))
    }
    return .sequence(values)
  }

  private mutating func parseFlowMapping() throws(YAMLError.Reason) -> YAMLValue {
    var mapping = YAMLMappingBuilder()
    let ends: Set<YAMLToken> = [.flowEntry, .flowMappingEnd]
    _ = try scanner.take()
    while try !isFlowEnd(.flowMappingEnd, isFirst: mapping.isEmpty) {
      let isExplicit = try scanner.peek() == .key
      if isExplicit { _ = try scanner.take() }
      let key = isExplicit ? try parseNode(.flow, unless: ends.union([.value])) : try parseNode(.flow)
      let value = isExplicit ? try parseValue(.flow, unless: ends) : .null
      try mapping.set(key, to: value)
    }
    return .mapping(mapping.entries)
  }

  /// Takes the comma before an entry that is not the first, and the end of a flow collection where it comes.
  private mutating func isFlowEnd(_ end: YAMLToken, isFirst: Bool) throws(YAMLError.Reason) -> Bool {
    if try scanner.peek() != end, !isFirst {
      guard try scanner.take() == .flowEntry else { throw .malformed }
    }
    guard try scanner.peek() == end else { return false }
    _ = try scanner.take()
    return true
  }
}
