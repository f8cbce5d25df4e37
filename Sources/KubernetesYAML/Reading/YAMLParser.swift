/// Makes events of the tokens of a stream.
struct YAMLParser {
  /// How deep collections of an object may be nested.
  static let maximumDepth = 200
  /// How deep Kubernetes' own tools let them be nested, in YAML and in JSON.
  static let maximumDepthOfTools = 10_000

  /// What is read next.
  enum State: UInt8 {
    case implicitDocumentStart
    case documentStart
    case documentContent
    case documentEnd
    case streamEnd
    case blockNode
    case blockSequenceEntry
    case indentlessSequenceEntry
    case blockMappingKey
    case blockMappingValue
    case flowSequenceFirstEntry
    case flowSequenceEntry
    case flowPairKey
    case flowPairValue
    case flowPairEnd
    case flowMappingFirstKey
    case flowMappingKey
    case flowMappingValue
    case flowMappingEmptyValue
  }

  /// Where a node stands.
  enum Context {
    case flow
    case block
    /// In a block mapping, where the entries of a sequence need no indentation of their own.
    case blockMapping
  }

  var scanner: YAMLScanner
  var state = State.implicitDocumentStart
  /// What is read after the nodes that are open.
  private var states: [State] = []
  /// Where the collections begin that are open.
  private var starts: [Int] = []
  /// Where what was read last ends, whitespace and comments not counted.
  private var lastEnd = 0
  /// The prefixes of the handles of tags in this document.
  private var prefixes: [String: String] = [:]

  init(_ source: YAMLSource, _ features: YAMLScanner.Features) {
    scanner = YAMLScanner(source, features)
  }

  /// The next event; nil at the end of the stream.
  mutating func next() throws(YAMLFault) -> YAMLRawEvent? {
    switch state {
    case .implicitDocumentStart, .documentStart: try parseDocumentStart()
    case .documentContent: try parseDocumentContent()
    case .documentEnd: try parseDocumentEnd()
    case .streamEnd: nil
    case .blockNode: try parseNode(.block)
    case .blockSequenceEntry: try parseBlockSequenceEntry()
    case .indentlessSequenceEntry: try parseIndentlessSequenceEntry()
    case .blockMappingKey: try parseBlockMappingKey()
    case .blockMappingValue: try parseBlockMappingValue()
    case .flowSequenceFirstEntry, .flowSequenceEntry: try parseFlowSequenceEntry()
    case .flowPairKey: try parseFlowPairKey()
    case .flowPairValue: try parseFlowPairValue()
    case .flowPairEnd: try parseFlowPairEnd()
    case .flowMappingFirstKey, .flowMappingKey: try parseFlowMappingKey()
    case .flowMappingValue, .flowMappingEmptyValue: try parseFlowMappingValue()
    }
  }

  /// The next token, taken.
  mutating func take() throws(YAMLFault) -> YAMLToken {
    let token = try scanner.take()
    if token.end > token.start { lastEnd = token.end }
    return token
  }

  /// Goes on with what is read after the node that ended.
  mutating func popState() {
    state = states.popLast() ?? .documentEnd
  }

  /// Reads a node, and then what a state says.
  mutating func parseNode(_ context: Context, then next: State) throws(YAMLFault) -> YAMLRawEvent {
    states.append(next)
    return try parseNode(context)
  }

  /// The event of a node that is not there, which is null.
  func emptyScalar(at offset: Int) -> YAMLRawEvent {
    YAMLRawEvent(kind: .scalar, start: offset, end: offset)
  }

  /// Opens a collection.
  mutating func open(_ state: State, at offset: Int) throws(YAMLFault) {
    let maximum = scanner.features == .firstDocument ? Self.maximumDepthOfTools : Self.maximumDepth
    guard starts.count < maximum else { throw YAMLFault(.tooDeep, at: offset) }
    starts.append(offset)
    self.state = state
  }

  /// Closes a collection, whose event is given.
  mutating func close(_ kind: YAMLRawEvent.Kind, from start: Int, to end: Int) -> YAMLRawEvent {
    starts.removeLast()
    popState()
    return YAMLRawEvent(kind: kind, start: start, end: end)
  }

  /// Closes a block collection, which ends where what was read last does.
  mutating func closeBlock(_ kind: YAMLRawEvent.Kind) -> YAMLRawEvent {
    close(kind, from: lastEnd, to: lastEnd)
  }

  /// Closes a mapping that is a pair in a flow sequence, and goes on with that.
  mutating func closePair() -> YAMLRawEvent {
    starts.removeLast()
    state = .flowSequenceEntry
    return YAMLRawEvent(kind: .mappingEnd, start: lastEnd, end: lastEnd)
  }

  /// What is wrong at a token; where that is the end of the document, a flow collection is not closed.
  func fault(_ problem: YAMLProblem, at token: YAMLToken) -> YAMLFault {
    switch token.kind {
    case .streamEnd, .documentStart, .documentEnd:
      scanner.flowLevel > 0 ? YAMLFault(.openCollection, at: starts.last ?? 0) : YAMLFault(problem, at: token.start)
    default: YAMLFault(problem, at: token.start)
    }
  }

  /// Forgets the handles of tags that a document named.
  mutating func resetPrefixes() {
    prefixes.removeAll(keepingCapacity: true)
  }

  /// Names the prefix that a handle of tags stands for.
  ///
  /// - Returns: Whether the handle had none in this document.
  mutating func setPrefix(_ prefix: YAMLContent, of handle: YAMLContent) -> Bool {
    prefixes.updateValue(string(of: prefix), forKey: string(of: handle)) == nil
  }

  /// The whole tag that a token names.
  func tag(of token: YAMLToken) throws(YAMLFault) -> String {
    let suffix = string(of: token.content)
    guard token.handle.length > 0 else { return suffix }
    let handle = string(of: token.handle)
    if let prefix = prefixes[handle] { return prefix + suffix }
    switch handle {
    case "!": return "!" + suffix
    case "!!": return YAMLTag.prefix + suffix
    default: throw YAMLFault(.unknownTagHandle, at: token.start)
    }
  }

  func string(of content: YAMLContent) -> String {
    switch content.storage {
    case .source: String(decoding: scanner.source.bytes[content.range], as: UTF8.self)
    case .made: String(decoding: scanner.made[content.range], as: UTF8.self)
    }
  }
}
