extension YAMLParser {
  mutating func parseNode(_ context: Context) throws(YAMLFault) -> YAMLRawEvent {
    var token = try scanner.peek()
    if token.kind == .alias {
      _ = try take()
      popState()
      return YAMLRawEvent(kind: .alias, start: token.start, end: token.end, content: token.content)
    }
    let start = token.start
    var properties = YAMLProperties()
    var end = start
    while token.kind == .anchor || token.kind == .tag {
      if token.kind == .anchor {
        guard properties.anchor == nil else { throw YAMLFault(.repeatedProperty, at: token.start) }
        properties.anchor = token.content
      } else {
        guard properties.tag == nil else { throw YAMLFault(.repeatedProperty, at: token.start) }
        properties.tag = try tag(of: token)
        properties.tagOffset = token.start
      }
      end = token.end
      _ = try take()
      token = try scanner.peek()
    }
    switch (token.kind, context) {
    case (.scalar, _):
      _ = try take()
      popState()
      return YAMLRawEvent(
        kind: .scalar, start: start, end: token.end, style: token.style, content: token.content, properties: properties
      )
    case (.flowSequenceStart, _): return try open(.flowSequenceFirstEntry, with: properties, from: start)
    case (.flowMappingStart, _): return try open(.flowMappingFirstKey, with: properties, from: start)
    case (.blockSequenceStart, .block), (.blockSequenceStart, .blockMapping):
      return try open(.blockSequenceEntry, with: properties, from: start)
    case (.blockMappingStart, .block), (.blockMappingStart, .blockMapping):
      return try open(.blockMappingKey, with: properties, from: start)
    case (.blockEntry, .blockMapping):
      try open(.indentlessSequenceEntry, at: start)
      return YAMLRawEvent(kind: .sequenceStart, start: start, end: end, properties: properties)
    default:
      guard properties.anchor != nil || properties.tag != nil else { throw fault(.missingValue, at: token) }
      popState()
      return YAMLRawEvent(kind: .scalar, start: start, end: end, properties: properties)
    }
  }

  /// Opens the collection whose token is next.
  private mutating func open(
    _ state: State,
    with properties: YAMLProperties,
    from start: Int
  ) throws(YAMLFault) -> YAMLRawEvent {
    try open(state, at: start)
    let token = try take()
    let isMapping = state == .flowMappingFirstKey || state == .blockMappingKey
    return YAMLRawEvent(
      kind: isMapping ? .mappingStart : .sequenceStart, start: start, end: token.end, properties: properties
    )
  }

  mutating func parseBlockSequenceEntry() throws(YAMLFault) -> YAMLRawEvent {
    let token = try scanner.peek()
    switch token.kind {
    case .blockEntry:
      _ = try take()
      let kind = try scanner.peek().kind
      guard kind == .blockEntry || kind == .blockEnd else { return try parseNode(.block, then: .blockSequenceEntry) }
      return emptyScalar(at: token.end)
    case .blockEnd:
      _ = try take()
      return closeBlock(.sequenceEnd)
    default: throw YAMLFault(.missingDash, at: token.start)
    }
  }

  mutating func parseIndentlessSequenceEntry() throws(YAMLFault) -> YAMLRawEvent {
    let token = try scanner.peek()
    guard token.kind == .blockEntry else { return closeBlock(.sequenceEnd) }
    _ = try take()
    switch try scanner.peek().kind {
    case .blockEntry, .key, .value, .blockEnd: return emptyScalar(at: token.end)
    default: return try parseNode(.block, then: .indentlessSequenceEntry)
    }
  }

  mutating func parseBlockMappingKey() throws(YAMLFault) -> YAMLRawEvent {
    let token = try scanner.peek()
    switch token.kind {
    case .key:
      _ = try take()
      switch try scanner.peek().kind {
      case .key, .value, .blockEnd:
        state = .blockMappingValue
        return emptyScalar(at: token.end)
      default: return try parseNode(.blockMapping, then: .blockMappingValue)
      }
    case .blockEnd:
      _ = try take()
      return closeBlock(.mappingEnd)
    default: throw YAMLFault(.missingKey, at: token.start)
    }
  }

  mutating func parseBlockMappingValue() throws(YAMLFault) -> YAMLRawEvent {
    let token = try scanner.peek()
    guard token.kind == .value else {
      state = .blockMappingKey
      return emptyScalar(at: token.start)
    }
    _ = try take()
    switch try scanner.peek().kind {
    case .key, .value, .blockEnd:
      state = .blockMappingKey
      return emptyScalar(at: token.end)
    default: return try parseNode(.blockMapping, then: .blockMappingKey)
    }
  }
}
