import KubernetesObjects

/// Tells where the nodes of a tape stand in their document. It moves on with what it is asked for, so that bytes are counted once.
struct TapeLocator {
  private let content: JSONTape.Content
  /// The value in which a byte was located last, and where that byte is.
  private var root = -1
  private var byte = 0
  private var location = JSONLocation()

  init(_ content: JSONTape.Content) {
    self.content = content
  }

  /// Where a byte stands that is not before the one that was asked for last.
  ///
  /// - Parameter root: Which of the values it is in.
  mutating func location(of byte: Int, in root: Int) -> JSONLocation {
    if self.root != root {
      self.root = root
      self.byte = content.nodes[content.roots[root]].firstByte
      location = content.locations[root]
    }
    guard byte > self.byte else { return location }
    content.bytes.withView { location.advance(over: $0.part(self.byte..<byte)) }
    self.byte = byte
    return location
  }

  /// Where a value begins; nil where that was not noted.
  mutating func position(of node: Int, in root: Int) -> ObjectPosition? {
    guard root < content.locations.count else { return nil }
    let location = location(of: content.nodes[node].firstByte, in: root)
    return ObjectPosition(offset: location.offset, line: location.line)
  }
}

extension JSONTape.Node {
  /// Where the value begins.
  fileprivate var firstByte: Int {
    switch kind {
    case .object, .list: end
    case .string: start - 1
    default: start
    }
  }
}
