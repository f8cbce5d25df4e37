extension YAMLNode {
  /// Whether JSON can hold the value: it has no infinite number and none that is no number. What stands behind aliases is looked at each time
  /// that it is there.
  package var isRepresentableInJSON: Bool {
    var nodes = [self]
    while let node = nodes.popLast() {
      switch node.kind {
      case .scalar: if case .float(let number) = node.scalar, !number.isFinite { return false }
      case .sequence: nodes += node.elements
      case .mapping: nodes += node.entries.map(\.value)
      }
    }
    return true
  }
}
