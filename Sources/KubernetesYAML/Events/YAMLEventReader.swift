/// Reads the documents of a stream event by event, without making values of them: for tools that look at how a document is
/// written.
///
/// ```swift
/// var events = YAMLEventReader(bytes)
/// while let event = try events.next() { print(event.content, event.start) }
/// ```
///
/// Aliases are reported but not looked up, keys may be anything, and scalars are not interpreted: ``YAMLScalar`` does that.
public struct YAMLEventReader {
  private var parser: YAMLParser
  private var cursor: YAMLCursor
  /// Whether the characters of the bytes were checked.
  private var isChecked = false

  /// A reader of the documents that bytes hold.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public init(_ bytes: some Collection<UInt8>) {
    parser = YAMLParser(YAMLSource(bytes, lastLine: .ended), .all)
    cursor = YAMLCursor()
  }

  /// The next event; nil at the end.
  ///
  /// - Throws: ``YAMLError`` where the bytes are not YAML, and where collections are nested more than 200 levels deep.
  /// - Complexity: O(*n*) in the number of bytes, over all calls.
  public mutating func next() throws(YAMLError) -> YAMLEvent? {
    do throws(YAMLFault) {
      if !isChecked {
        isChecked = true
        guard parser.scanner.source.count <= 1 << 31 else { throw YAMLFault(.tooLarge, at: 0) }
        try parser.scanner.source.check()
      }
      return try parser.next().map { event($0) }
    } catch {
      parser.state = .streamEnd
      throw YAMLError(error.problem, at: YAMLLines(of: parser.scanner.source.bytes).location(of: error.offset))
    }
  }

  private mutating func event(_ raw: YAMLRawEvent) -> YAMLEvent {
    let content: YAMLEvent.Content =
      switch raw.kind {
      case .documentStart: .documentStart
      case .documentEnd: .documentEnd
      case .sequenceStart: .sequenceStart
      case .sequenceEnd: .sequenceEnd
      case .mappingStart: .mappingStart
      case .mappingEnd: .mappingEnd
      case .scalar: .scalar(YAMLString(parser.string(of: raw.content)), raw.style)
      case .alias: .alias(YAMLString(parser.string(of: raw.content)))
      }
    let start = cursor.move(to: raw.start, in: parser.scanner.source)
    let end = cursor.move(to: raw.end, in: parser.scanner.source)
    let anchor = raw.properties.anchor.map { YAMLString(parser.string(of: $0)) }
    return YAMLEvent(content, anchor: anchor, tag: raw.properties.tag.map { YAMLString($0) }, start: start, end: end)
  }
}
