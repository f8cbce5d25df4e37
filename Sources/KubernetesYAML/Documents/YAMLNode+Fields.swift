extension YAMLNode {
  /// Where a field in this node stands; nil where it has no such field.
  ///
  /// What is reached through an alias or a merge key is where it is written: in the value that they stand for.
  ///
  /// - Complexity: O(*n*) in the number of entries and elements on the way, and in the lengths of the lines.
  public func location(of path: some Sequence<YAMLPathStep>) -> YAMLFieldLocation? {
    var node = self
    var key: YAMLNode?
    for step in path {
      switch step {
      case .key(let name):
        guard let entry = node.entries.last(where: { $0.key == name }) else { return nil }
        (key, node) = (entry.keyNode, entry.value)
      case .index(let index):
        guard index >= 0, let element = node[index] else { return nil }
        (key, node) = (nil, element)
      }
    }
    return YAMLFieldLocation(key: key.map { $0.start..<$0.end }, value: node.start..<max(node.start, node.end))
  }
}
