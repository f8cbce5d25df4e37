extension YAMLParser {
  mutating func parseFlowSequenceEntry() throws(YAMLFault) -> YAMLRawEvent {
    if let end = try parseFlowEnd(.flowSequenceEnd, isFirst: state == .flowSequenceFirstEntry) { return end }
    let token = try scanner.peek()
    guard token.kind == .key else { return try parseNode(.flow, then: .flowSequenceEntry) }
    // A pair in a sequence is a mapping of its own.
    try open(.flowPairKey, at: token.start)
    _ = try take()
    return YAMLRawEvent(kind: .mappingStart, start: token.start, end: token.end)
  }

  mutating func parseFlowPairKey() throws(YAMLFault) -> YAMLRawEvent {
    let token = try scanner.peek()
    switch token.kind {
    case .value, .flowEntry, .flowSequenceEnd: throw YAMLFault(.missingKey, at: token.start)
    default: return try parseNode(.flow, then: .flowPairValue)
    }
  }

  mutating func parseFlowPairValue() throws(YAMLFault) -> YAMLRawEvent {
    let token = try scanner.peek()
    if token.kind == .value {
      _ = try take()
      switch try scanner.peek().kind {
      case .flowEntry, .flowSequenceEnd: break
      default: return try parseNode(.flow, then: .flowPairEnd)
      }
    }
    state = .flowPairEnd
    return emptyScalar(at: token.kind == .value ? token.end : token.start)
  }

  mutating func parseFlowPairEnd() throws(YAMLFault) -> YAMLRawEvent {
    closePair()
  }

  mutating func parseFlowMappingKey() throws(YAMLFault) -> YAMLRawEvent {
    if let end = try parseFlowEnd(.flowMappingEnd, isFirst: state == .flowMappingFirstKey) { return end }
    guard try scanner.peek().kind == .key else { return try parseNode(.flow, then: .flowMappingEmptyValue) }
    let key = try take()
    switch try scanner.peek().kind {
    case .value, .flowEntry, .flowMappingEnd:
      state = .flowMappingValue
      return emptyScalar(at: key.end)
    default: return try parseNode(.flow, then: .flowMappingValue)
    }
  }

  mutating func parseFlowMappingValue() throws(YAMLFault) -> YAMLRawEvent {
    let token = try scanner.peek()
    if state == .flowMappingValue, token.kind == .value {
      _ = try take()
      switch try scanner.peek().kind {
      case .flowEntry, .flowMappingEnd: break
      default: return try parseNode(.flow, then: .flowMappingKey)
      }
    }
    state = .flowMappingKey
    return emptyScalar(at: token.kind == .value ? token.end : token.start)
  }

  /// Takes the comma before an entry that is not the first, and the end of a flow collection where it comes.
  private mutating func parseFlowEnd(
    _ end: YAMLToken.Kind,
    isFirst: Bool
  ) throws(YAMLFault) -> YAMLRawEvent? {
    var token = try scanner.peek()
    if token.kind != end, !isFirst {
      guard token.kind == .flowEntry else { throw fault(.missingComma, at: token) }
      _ = try take()
      token = try scanner.peek()
    }
    guard token.kind == end else { return nil }
    _ = try take()
    return close(end == .flowSequenceEnd ? .sequenceEnd : .mappingEnd, from: token.start, to: token.end)
  }
}
