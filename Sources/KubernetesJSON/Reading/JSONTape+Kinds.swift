extension JSONTape.Content {
  /// Whether one of the values is an object that has no key `kind`.
  var hasItemWithoutKind: Bool {
    roots.contains { nodes[$0].kind == .object && !hasKind($0) }
  }

  private func hasKind(_ object: Int) -> Bool {
    var key = object + 1
    while key < nodes[object].next {
      let node = nodes[key]
      if node.end - node.start == 4, bytes[node.start..<node.end].elementsEqual("kind".utf8) { return true }
      key = node.next
    }
    return false
  }
}
