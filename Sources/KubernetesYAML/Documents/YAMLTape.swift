/// The nodes of a document in the order in which they are written, with the bytes that they are made of.
final class YAMLTape: Sendable {
  /// A node; those that it holds follow it.
  struct Node: Sendable {
    enum Kind: UInt8 {
      case null
      case isTrue
      case isFalse
      /// An integer that JSON writes as it stands.
      case integer
      /// Any other number.
      case number
      case string
      case sequence
      case mapping
      case alias
    }

    var kind: Kind
    /// Of a key: another entry of the mapping has the same one and holds instead.
    var isOverridden = false
    /// Of a key: what it names is merged into the mapping.
    var isMerge = false
    let start: UInt32
    var end: UInt32
    /// The node that follows this one and all that it holds; 0 while it is open.
    var next: UInt32 = 0
    /// Of an alias: the node that it stands for.
    var target: UInt32 = 0
    var content = YAMLContent.empty
  }

  /// The key and the value of an entry.
  struct Entry: Sendable {
    let key: UInt32
    let value: UInt32
  }

  let nodes: [Node]
  let source: [UInt8]
  /// How many bytes of the source are those of the input.
  let sourceCount: Int
  let made: [UInt8]
  let lines: YAMLLines
  /// What keys that are no strings are as keys.
  let keys: [UInt32: YAMLContent]
  /// All entries of the mappings that others are merged into.
  let merged: [UInt32: [Entry]]
  /// The keys whose mappings have them already, in the order in which they stand.
  let repeatedKeys: [UInt32]

  init(_ composer: YAMLComposer, _ source: YAMLSource, made: [UInt8], from origin: YAMLOrigin) {
    nodes = composer.nodes
    keys = composer.keys
    merged = composer.merged
    repeatedKeys = composer.repeatedKeys.sorted()
    self.source = source.bytes
    sourceCount = source.inputCount
    self.made = made
    lines = YAMLLines(of: source.bytes, starts: source.lineStarts, from: origin)
  }

  func bytes(of content: YAMLContent) -> ArraySlice<UInt8> {
    content.storage == .source ? source[content.range] : made[content.range]
  }

  func string(of content: YAMLContent) -> String {
    String(decoding: bytes(of: content), as: UTF8.self)
  }

  /// The node itself, or the one that it stands for.
  func target(of node: UInt32) -> UInt32 {
    let value = nodes[Int(node)]
    return value.kind == .alias ? value.target : node
  }

  /// What a node is as a key.
  func keyContent(of node: UInt32) -> YAMLContent {
    let target = target(of: node)
    return keys[target] ?? nodes[Int(target)].content
  }

  /// What a scalar is.
  func scalar(of node: Node) -> YAMLScalar {
    switch node.kind {
    case .null: .null
    case .isTrue: .bool(true)
    case .isFalse: .bool(false)
    case .integer, .number: YAMLScalar(plain: string(of: node.content))
    default: .string(YAMLString(string(of: node.content)))
    }
  }

  /// The entries of a mapping in order, each key once, with those that are merged into it.
  func entries(of node: UInt32) -> [Entry] {
    if let merged = merged[node] { return merged }
    var entries: [Entry] = []
    let end = nodes[Int(node)].next
    var key = node + 1
    while key < end {
      let value = nodes[Int(key)].next
      if !nodes[Int(key)].isOverridden { entries.append(Entry(key: key, value: value)) }
      key = nodes[Int(value)].next
    }
    return entries
  }
}
