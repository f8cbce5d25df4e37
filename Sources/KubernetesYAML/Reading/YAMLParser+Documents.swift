extension YAMLParser {
  /// Where a document begins; nil at the end of the stream.
  mutating func parseDocumentStart() throws(YAMLFault) -> YAMLRawEvent? {
    if state == .documentStart || scanner.features == .all {
      while try scanner.peek().kind == .documentEnd { _ = try take() }
    }
    let token = try scanner.peek()
    switch token.kind {
    case .streamEnd:
      state = .streamEnd
      return nil
    case .versionDirective, .tagDirective, .documentStart:
      try parseDirectives()
      let marker = try scanner.peek()
      guard marker.kind == .documentStart else { throw YAMLFault(.missingDocumentStart, at: marker.start) }
      _ = try take()
      state = .documentContent
      return YAMLRawEvent(kind: .documentStart, start: token.start, end: marker.end)
    default:
      state = .blockNode
      return YAMLRawEvent(kind: .documentStart, start: token.start, end: token.start)
    }
  }

  private mutating func parseDirectives() throws(YAMLFault) {
    var hasVersion = false
    while true {
      let token = try scanner.peek()
      switch token.kind {
      case .versionDirective:
        guard !hasVersion else { throw YAMLFault(.repeatedDirective, at: token.start) }
        hasVersion = true
      case .tagDirective:
        guard setPrefix(token.content, of: token.handle) else { throw YAMLFault(.repeatedDirective, at: token.start) }
      default: return
      }
      _ = try take()
    }
  }

  mutating func parseDocumentContent() throws(YAMLFault) -> YAMLRawEvent {
    let token = try scanner.peek()
    switch token.kind {
    case .versionDirective, .tagDirective, .documentStart, .documentEnd, .streamEnd:
      state = .documentEnd
      return emptyScalar(at: token.start)
    default: return try parseNode(.block)
    }
  }

  mutating func parseDocumentEnd() throws(YAMLFault) -> YAMLRawEvent {
    let token = try scanner.peek()
    resetPrefixes()
    switch token.kind {
    case .documentEnd: break
    case .documentStart, .versionDirective, .tagDirective, .streamEnd:
      state = .documentStart
      return YAMLRawEvent(kind: .documentEnd, start: token.start, end: token.start)
    default: throw YAMLFault(.somethingBehind, at: token.start)
    }
    _ = try take()
    // What follows the end of a document may begin without a marker.
    state = .implicitDocumentStart
    return YAMLRawEvent(kind: .documentEnd, start: token.start, end: token.end)
  }
}
