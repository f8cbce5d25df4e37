/// Makes nodes of the events of a stream, document by document. Aliases stay what they are, so that no input takes more than
/// linear time and memory.
struct YAMLComposer {
  /// A collection that is open.
  struct Frame {
    let node: UInt32
    let isMapping: Bool
    /// Whether the next node is a key.
    var expectsKey: Bool
    /// Whether another mapping is merged into this one.
    var hasMerge = false
    /// Where the keys of the mapping begin among those of all open mappings.
    let firstKey: Int
  }

  /// How many bytes of a manifest there are for a node, about.
  private static let bytesPerNode = 16

  var parser: YAMLParser
  private(set) var nodes: [YAMLTape.Node] = []
  var keys: [UInt32: YAMLContent] = [:]
  var merged: [UInt32: [YAMLTape.Entry]] = [:]
  var repeatedKeys: [UInt32] = []
  var frames: [Frame] = []
  /// The keys of the mappings that are open.
  private var openKeys: [UInt32] = []
  private var anchors: [String: UInt32] = [:]
  /// How many entries were merged into mappings.
  var mergedCount = 0

  init(_ source: YAMLSource, _ features: YAMLScanner.Features = .all) {
    parser = YAMLParser(source, features)
  }

  /// Composes the next document.
  ///
  /// - Returns: Whether there is one.
  mutating func composeDocument() throws(YAMLFault) -> Bool {
    begin()
    guard try parser.next() != nil else { return false }
    while let event = try parser.next(), event.kind != .documentEnd { try add(event) }
    return true
  }

  /// Composes the value of the next document and looks no further: what follows must be a token, whichever.
  mutating func composeValue() throws(YAMLFault) {
    begin()
    guard try parser.next() != nil else { return }
    repeat {
      guard let event = try parser.next() else { return }
      try add(event)
    } while !frames.isEmpty
    _ = try parser.scanner.peek()
  }

  private mutating func begin() {
    nodes = []
    // What is reserved and not used costs nothing; moving nodes does.
    nodes.reserveCapacity(parser.scanner.source.count / Self.bytesPerNode)
    keys = [:]
    merged = [:]
    repeatedKeys = []
    anchors = [:]
  }

  private mutating func add(_ event: YAMLRawEvent) throws(YAMLFault) {
    switch event.kind {
    case .documentStart, .documentEnd: break
    case .sequenceStart: try open(event, .sequence)
    case .mappingStart: try open(event, .mapping)
    case .sequenceEnd, .mappingEnd: try close(event)
    case .scalar:
      let isKey = try beginNode(event)
      let tag = event.properties.tag.map { YAMLTag($0) }
      let (kind, content) = try scalar(event, tag)
      let index = UInt32(truncatingIfNeeded: nodes.count)
      var node = YAMLTape.Node(
        kind: kind, start: UInt32(truncatingIfNeeded: event.start), end: UInt32(truncatingIfNeeded: event.end),
        next: index + 1, content: content)
      node.isMerge = isKey && isMergeKey(event, tag)
      nodes.append(node)
      if isKey { try addKey(index) }
    case .alias:
      let isKey = try beginNode(event)
      guard let target = anchors[parser.string(of: event.content)] else { throw YAMLFault(.unknownAnchor, at: event.start) }
      let value = nodes[Int(target)]
      guard value.next > 0 else { throw YAMLFault(.aliasInItself, at: event.start) }
      let index = UInt32(truncatingIfNeeded: nodes.count)
      nodes.append(
        YAMLTape.Node(
          kind: .alias, start: UInt32(truncatingIfNeeded: event.start), end: UInt32(truncatingIfNeeded: event.end),
          next: index + 1, target: target)
      )
      if isKey { try addKey(index) }
    }
  }

  /// Notes that a node begins, with its anchor.
  ///
  /// - Returns: Whether it is a key.
  private mutating func beginNode(_ event: YAMLRawEvent) throws(YAMLFault) -> Bool {
    if let anchor = event.properties.anchor {
      anchors[parser.string(of: anchor)] = UInt32(truncatingIfNeeded: nodes.count)
    }
    guard let last = frames.indices.last, frames[last].isMapping else { return false }
    let isKey = frames[last].expectsKey
    frames[last].expectsKey = !isKey
    return isKey
  }

  private mutating func open(_ event: YAMLRawEvent, _ kind: YAMLTape.Node.Kind) throws(YAMLFault) {
    if try beginNode(event) { throw YAMLFault(.collectionAsKey, at: event.start) }
    let index = UInt32(truncatingIfNeeded: nodes.count)
    let isMapping = kind == .mapping
    frames.append(Frame(node: index, isMapping: isMapping, expectsKey: isMapping, firstKey: openKeys.count))
    nodes.append(
      YAMLTape.Node(kind: kind, start: UInt32(truncatingIfNeeded: event.start), end: UInt32(truncatingIfNeeded: event.end)))
  }

  private mutating func close(_ event: YAMLRawEvent) throws(YAMLFault) {
    guard let frame = frames.popLast() else { return }
    nodes[Int(frame.node)].end = UInt32(truncatingIfNeeded: event.end)
    if frame.isMapping {
      findRepeatedKeys(Array(openKeys[frame.firstKey...]))
      openKeys.removeSubrange(frame.firstKey...)
      if frame.hasMerge { try merge(into: frame.node, upTo: UInt32(truncatingIfNeeded: nodes.count)) }
    }
    nodes[Int(frame.node)].next = UInt32(truncatingIfNeeded: nodes.count)
  }

  /// Notes a key, which must be what JSON can have for one.
  private mutating func addKey(_ index: UInt32) throws(YAMLFault) {
    let node = nodes[Int(index)]
    if node.isMerge {
      frames[frames.count - 1].hasMerge = true
      return
    }
    let target = node.kind == .alias ? node.target : index
    let start = Int(node.start)
    switch nodes[Int(target)].kind {
    case .string, .integer: break
    case .sequence, .mapping, .alias: throw YAMLFault(.collectionAsKey, at: start)
    case .null: throw YAMLFault(.nullAsKey, at: start)
    case .isTrue, .isFalse, .number:
      guard let key = scalarOfPlain(nodes[Int(target)]).jsonKey else { throw YAMLFault(.keyTooGreat, at: start) }
      keys[target] = parser.scanner.make(key.utf8)
    }
    openKeys.append(index)
  }

  /// Marks a key that is overridden by a later one.
  mutating func override(_ key: UInt32, by later: UInt32) {
    nodes[Int(key)].isOverridden = true
    repeatedKeys.append(later)
  }
}
