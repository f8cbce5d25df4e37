import KubernetesObjects

/// Builds the value of a text of its tokens.
struct YAMLParser {
  private var scanner: YAMLScanner
  /// How many collections are open, those of block sequences that are not indented among them.
  private var depth = 0

  /// The value of the first document of a text; null for a text without any.
  static func value(of text: String) throws(YAMLProblem) -> YAMLValue {
    var parser = YAMLParser(scanner: try YAMLScanner(text))
    return try parser.parseDocument()
  }

  private init(scanner: YAMLScanner) {
    self.scanner = scanner
  }

  private mutating func parseDocument() throws(YAMLProblem) -> YAMLValue {
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

  private mutating func parseNode(_ context: Context) throws(YAMLProblem) -> YAMLValue {
    guard depth < YAMLScanner.maximumDepth else { throw .unsupported }
    depth += 1
    defer { depth -= 1 }
    switch (try scanner.peek(), context) {
    case (.plain(let text), _):
      _ = try scanner.take()
      guard text != "<<" else { throw .unsupported }
      return YAMLValue(plain: text)
    case (.quoted(let text), _):
      _ = try scanner.take()
      return .text(ExactString(text))
    case (.flowSequenceStart, _): return try parseFlowSequence()
    case (.flowMappingStart, _): return try parseFlowMapping()
    case (.blockSequenceStart, .block), (.blockSequenceStart, .blockMapping): return try parseBlockSequence()
    case (.blockMappingStart, .block), (.blockMappingStart, .blockMapping): return try parseBlockMapping()
    case (.blockEntry, .blockMapping): return try parseIndentlessSequence()
    default: throw .malformed
    }
  }

  /// The value that comes next, or null where a token comes instead that ends it.
  private mutating func parseNode(_ context: Context, unless ends: Set<YAMLToken>) throws(YAMLProblem) -> YAMLValue {
    try ends.contains(scanner.peek()) ? .null : parseNode(context)
  }

  private mutating func parseBlockSequence() throws(YAMLProblem) -> YAMLValue {
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

  private mutating func parseIndentlessSequence() throws(YAMLProblem) -> YAMLValue {
    var values: [YAMLValue] = []
    while try scanner.peek() == .blockEntry {
      _ = try scanner.take()
      values.append(try parseNode(.block, unless: [.blockEntry, .key, .value, .blockEnd]))
    }
    return .sequence(values)
  }

  private mutating func parseBlockMapping() throws(YAMLProblem) -> YAMLValue {
    var mapping = YAMLMappingBuilder()
    let ends: Set<YAMLToken> = [.key, .value, .blockEnd]
    _ = try scanner.take()
    while true {
      switch try scanner.take() {
      case .key:
        let key = try parseNode(.blockMapping, unless: ends)
        let value = try parseValue(.blockMapping, unless: ends)
        guard mapping.set(key, to: value) else { throw .malformed }
      case .blockEnd: return .mapping(mapping.entries)
      default: throw .malformed
      }
    }
  }

  /// The value after a key; null where there is none.
  private mutating func parseValue(_ context: Context, unless ends: Set<YAMLToken>) throws(YAMLProblem) -> YAMLValue {
    guard try scanner.peek() == .value else { return .null }
    _ = try scanner.take()
    return try parseNode(context, unless: ends)
  }

  private mutating func parseFlowSequence() throws(YAMLProblem) -> YAMLValue {
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
      guard pair.set(key, to: value) else { throw .malformed }
      values.append(.mapping(pair.entries))
    }
    return .sequence(values)
  }

  private mutating func parseFlowMapping() throws(YAMLProblem) -> YAMLValue {
    var mapping = YAMLMappingBuilder()
    let ends: Set<YAMLToken> = [.flowEntry, .flowMappingEnd]
    _ = try scanner.take()
    while try !isFlowEnd(.flowMappingEnd, isFirst: mapping.isEmpty) {
      let isMarked = try scanner.peek() == .key
      if isMarked { _ = try scanner.take() }
      let key = isMarked ? try parseNode(.flow, unless: ends.union([.value])) : try parseNode(.flow)
      let value = isMarked ? try parseValue(.flow, unless: ends) : .null
      guard mapping.set(key, to: value) else { throw .malformed }
    }
    return .mapping(mapping.entries)
  }

  /// Takes the comma before an entry that is not the first, and the end of a flow collection where it comes.
  private mutating func isFlowEnd(_ end: YAMLToken, isFirst: Bool) throws(YAMLProblem) -> Bool {
    if try scanner.peek() != end, !isFirst {
      guard try scanner.take() == .flowEntry else { throw .malformed }
    }
    guard try scanner.peek() == end else { return false }
    _ = try scanner.take()
    return true
  }
}
