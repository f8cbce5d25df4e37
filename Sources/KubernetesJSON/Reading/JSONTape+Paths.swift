/// Where in their document the nodes of a tape stand.
extension JSONTape {
  /// The path from the document to a node.
  func path(to node: Int) -> [any CodingKey] {
    let item = item(with: node)
    var path = origin
    if firstItem != nil, !isArray { path.append(JSONKey.name("items")) }
    if let firstItem { path.append(JSONKey.index(firstItem + item)) }
    var current = roots[item]
    while current < node {
      let isObject = nodes[current].kind == .object
      let (child, index) = step(from: current, to: node)
      path.append(isObject ? JSONKey.name(string(of: child)) : JSONKey.index(index))
      current = isObject ? child + 1 : child
    }
    return path
  }

  /// The child of a collection that a node is in, and which one it is.
  ///
  /// Errors come in order, so a long walk begins where the last one of its collection ended: of a list of which nothing can be read
  /// every element has a path.
  private func step(from collection: Int, to node: Int) -> (child: Int, index: Int) {
    var (child, index) = (collection + 1, 0)
    if let last = longSteps[collection], last.child <= node { (child, index) = last }
    while child < node, nodes[child].next <= node {
      child = nodes[child].next
      index += 1
    }
    if index > 64 { longSteps[collection] = (child, index) }
    return (child, index)
  }

  /// Which of the values a node belongs to.
  private func item(with node: Int) -> Int {
    var (low, high) = (0, roots.count)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if roots[middle] <= node { low = middle } else { high = middle }
    }
    return low
  }
}
