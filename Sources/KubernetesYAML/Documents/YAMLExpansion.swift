/// A walk through a document with its aliases written out, which ends where Kubernetes' own tools give up.
///
/// They count the nodes that they make values of, and those among them that stand behind an alias. More than a share of these is an error;
/// the share falls as the document grows, so that the walk is never long.
struct YAMLExpansion {
  private enum Step {
    case node(UInt32, depth: Int)
    /// What an alias stands for ends here.
    case aliasEnd
  }

  /// From how many nodes behind aliases on, and of how many in all, their share counts.
  private static let (freeAliased, freeCount) = (100, 1_000)
  /// Between which counts of nodes the share falls, and from what to what.
  private static let (lowCount, highCount) = (400_000.0, 4_000_000.0)
  private static let (highShare, lowShare) = (0.99, 0.10)

  private let tape: YAMLTape
  private var steps: [Step] = []
  private var openAliases = 0
  /// The document itself is counted, besides its nodes.
  private var count = 1
  private var aliased = 0

  init(_ tape: YAMLTape) {
    self.tape = tape
  }

  mutating func check() throws(YAMLFault) {
    steps = [.node(0, depth: 0)]
    while let step = steps.popLast() {
      switch step {
      case .aliasEnd: openAliases -= 1
      case .node(let index, let depth): try visit(index, depth: depth)
      }
    }
  }

  private mutating func visit(_ index: UInt32, depth: Int) throws(YAMLFault) {
    let node = tape.nodes[Int(index)]
    count += 1
    if openAliases > 0 { aliased += 1 }
    guard !isExcessive else { throw YAMLFault(.expandsTooMuch, at: Int(node.start)) }
    switch node.kind {
    case .alias:
      openAliases += 1
      steps.append(.aliasEnd)
      steps.append(.node(node.target, depth: depth))
    case .sequence: try open(tape.elements(of: index), of: node, depth: depth + 1)
    case .mapping: try open(children(ofMapping: index), of: node, depth: depth + 1)
    default: break
    }
  }

  private mutating func open(_ children: [UInt32], of node: YAMLTape.Node, depth: Int) throws(YAMLFault) {
    guard depth <= YAMLParser.maximumDepthOfTools else { throw YAMLFault(.tooDeep, at: Int(node.start)) }
    for child in children.reversed() { steps.append(.node(child, depth: depth)) }
  }

  /// What a value is made of for a mapping, in order: keys and values, those that are overridden too. A merge key itself is not, nor is the
  /// list of mappings that it merges, of which the last one comes first.
  private func children(ofMapping mapping: UInt32) -> [UInt32] {
    var children: [UInt32] = []
    var key = mapping + 1
    while key < tape.nodes[Int(mapping)].next {
      let value = tape.nodes[Int(key)].next
      if !tape.nodes[Int(key)].isMerge {
        children += [key, value]
      } else if tape.nodes[Int(value)].kind == .sequence {
        children += tape.elements(of: value).reversed()
      } else {
        children.append(value)
      }
      key = tape.nodes[Int(value)].next
    }
    return children
  }

  private var isExcessive: Bool {
    guard aliased > Self.freeAliased, count > Self.freeCount else { return false }
    let fallen = min(max((Double(count) - Self.lowCount) / (Self.highCount - Self.lowCount), 0), 1)
    return Double(aliased) / Double(count) > Self.highShare - (Self.highShare - Self.lowShare) * fallen
  }
}

extension YAMLTape {
  /// Checks that Kubernetes' own tools write out the document's aliases.
  func checkExpansion() throws(YAMLFault) {
    guard !nodes.isEmpty else { return }
    var expansion = YAMLExpansion(self)
    try expansion.check()
  }

  /// The elements of a sequence.
  func elements(of sequence: UInt32) -> [UInt32] {
    var elements: [UInt32] = []
    var element = sequence + 1
    while element < nodes[Int(sequence)].next {
      elements.append(element)
      element = nodes[Int(element)].next
    }
    return elements
  }
}
