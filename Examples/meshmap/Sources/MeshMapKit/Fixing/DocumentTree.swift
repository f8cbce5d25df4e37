import KubernetesJSON
import KubernetesObjects
import KubernetesYAML

/// What a document says, however it is written: two are equal where every reader takes them for the same.
///
/// What is null, and a mapping that is empty, is as good as absent.
indirect enum DocumentTree: Equatable {
  case scalar(YAMLScalar)
  case sequence([DocumentTree])
  case mapping([YAMLString: DocumentTree])

  /// The tree of a node; nil where aliases make it larger than anybody writes.
  init?(_ node: YAMLNode) {
    var budget = 2_000_000
    self.init(node, &budget)
  }

  private init?(_ node: YAMLNode, _ budget: inout Int) {
    budget -= 1
    guard budget > 0 else { return nil }
    switch node.kind {
    case .scalar: self = .scalar(node.scalar ?? .null)
    case .sequence:
      var elements: [DocumentTree] = []
      for element in node.elements {
        guard let tree = DocumentTree(element, &budget) else { return nil }
        elements.append(tree)
      }
      self = .sequence(elements)
    case .mapping:
      var entries: [YAMLString: DocumentTree] = [:]
      for entry in node.entries {
        guard let tree = DocumentTree(entry.value, &budget) else { return nil }
        if !tree.isAbsent { entries[entry.key] = tree }
      }
      self = .mapping(entries)
    }
  }

  /// The tree of the value of JSON that begins at a byte; nil where there is none.
  init?(ofJSONIn bytes: [UInt8], from start: Int) {
    let rest = Array(bytes[start...])
    guard let end = JSONReader.location(of: DocumentPath([]), in: rest)?.value.upperBound.offset,
      let value = try? JSONReader.decode(FieldValue.self, from: rest[..<end])
    else { return nil }
    self.init(value)
  }

  private init(_ value: FieldValue) {
    switch value {
    case .null: self = .scalar(.null)
    case .bool(let bool): self = .scalar(.bool(bool))
    case .integer(let integer): self = .scalar(.integer(integer))
    case .number(let number): self = .scalar(.float(number))
    case .string(let string): self = .scalar(.string(YAMLString(string.string)))
    case .list: self = .sequence(value.elements.map { DocumentTree($0) })
    case .object:
      let trees = value.members.map { (YAMLString($0.key), DocumentTree($0.value)) }
      self = .mapping(Dictionary(trees.filter { !$0.1.isAbsent }) { $1 })
    }
  }

  /// Whether it is as good as not there.
  private var isAbsent: Bool {
    switch self {
    case .scalar(let scalar): scalar == .null
    case .sequence: false
    case .mapping(let entries): entries.isEmpty
    }
  }

  /// The tree after a change; nil where the path leads elsewhere.
  func applying(_ change: YAMLEdit.Change, at path: ArraySlice<YAMLPathStep>) -> DocumentTree? {
    guard let step = path.first else {
      switch change {
      case .string(let string): return .scalar(.string(string))
      case .integer(let integer): return .scalar(.integer(Int64(integer)))
      case .removed: return .scalar(.null)
      }
    }
    let rest = path.dropFirst()
    switch (step, self) {
    case (.key(let key), .mapping(var entries)):
      guard let changed = (entries[key] ?? Self.empty(for: rest)).applying(change, at: rest) else { return nil }
      entries[key] = changed.isAbsent ? nil : changed
      return .mapping(entries)
    case (.key, .scalar(.null)): return DocumentTree.mapping([:]).applying(change, at: path)
    case (.index(let index), .sequence(var elements)):
      if index == elements.count { elements.append(Self.empty(for: rest)) }
      guard elements.indices.contains(index), let changed = elements[index].applying(change, at: rest) else { return nil }
      elements[index] = changed
      return .sequence(elements)
    default: return nil
    }
  }

  /// What is changed where nothing is yet.
  private static func empty(for path: ArraySlice<YAMLPathStep>) -> DocumentTree {
    switch path.first {
    case .key: .mapping([:])
    case .index: .sequence([])
    case nil: .scalar(.null)
    }
  }
}
