/// Builds the value of the first document of a string.
struct YAMLValueBuilder {
  private var parser: YAMLParser

  /// The value of the first document of the input; null where it holds none.
  static func value(of input: String) throws(YAMLError) -> YAMLValue {
    let source = YAMLSource(input.utf8, lastLine: .asItStands)
    var builder = YAMLValueBuilder(parser: YAMLParser(source, .values))
    do throws(YAMLFault) {
      guard source.count <= 1 << 31 else { throw YAMLFault(.tooLarge, at: 0) }
      try source.check()
      return try builder.document()
    } catch {
      throw YAMLError(error.problem, at: YAMLLines(of: source.bytes).location(of: error.offset))
    }
  }

  private mutating func document() throws(YAMLFault) -> YAMLValue {
    guard try parser.next() != nil, let root = try parser.next() else { return .null }
    let value = try value(of: root)
    // What follows must be a token, whichever.
    _ = try parser.scanner.peek()
    return value
  }

  /// The value that begins with an event.
  private mutating func value(of event: YAMLRawEvent) throws(YAMLFault) -> YAMLValue {
    switch event.kind {
    case .sequenceStart:
      var values: [YAMLValue] = []
      while let next = try parser.next(), next.kind != .sequenceEnd { values.append(try value(of: next)) }
      return .sequence(values)
    case .mappingStart:
      var mapping = YAMLMappingBuilder()
      while let next = try parser.next(), next.kind != .mappingEnd {
        guard case .scalar(let key) = try value(of: next) else { throw YAMLFault(.collectionAsKey, at: next.start) }
        guard let first = try parser.next() else { break }
        mapping.set(key, to: try value(of: first))
      }
      return .mapping(mapping.entries)
    default:
      let content = parser.string(of: event.content)
      guard event.style == .plain else { return .scalar(.string(YAMLString(content))) }
      guard content != "<<" else { throw YAMLFault(.mergeKey, at: event.start) }
      return .scalar(YAMLScalar(plain: content))
    }
  }
}
