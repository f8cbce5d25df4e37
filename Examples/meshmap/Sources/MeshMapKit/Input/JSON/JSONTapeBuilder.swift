/// Builds tapes, one after the other.
///
/// Positions count from where the value begins.
struct JSONTapeBuilder {
  private var nodes: [JSONTape.Node] = []
  private var bytes: [UInt8] = []
  /// The objects whose keys are not in ascending order, so that some may be repeated.
  private var unsortedObjects: [Int] = []
  private var keysWithEscapes: [Int] = []

  /// The value, once it is finished, at a place of its document. The next one needs about as much memory.
  mutating func tape(at place: [any CodingKey]) -> JSONTape {
    let tape = JSONTape(nodes: nodes, bytes: bytes, place: place)
    let count = nodes.count
    nodes = []
    nodes.reserveCapacity(count + count / 4)
    bytes = []
    return tape
  }
}

extension JSONTapeBuilder {
  /// Forgets the value.
  mutating func reset() {
    nodes.removeAll(keepingCapacity: true)
    unsortedObjects.removeAll(keepingCapacity: true)
    keysWithEscapes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds a value that holds no others.
  mutating func add(_ kind: JSONTape.Kind, from start: Int, to end: Int, hasEscapes: Bool = false) {
    nodes.append(JSONTape.Node(kind: kind, needsCare: hasEscapes, start: start, end: end, next: nodes.count + 1))
  }

  /// Adds a key to an open object; its value is added next.
  ///
  /// - Parameter bytes: What the positions count in.
  mutating func addKey(_ key: JSONScanner.Text, in object: Int, of bytes: UnsafeBufferPointer<UInt8>) {
    let index = nodes.count
    nodes.append(JSONTape.Node(kind: .key, needsCare: key.hasEscapes, start: key.start, end: key.end, next: 0))
    if key.hasEscapes { keysWithEscapes.append(index) }
    let last = nodes[object].start
    nodes[object].start = index
    guard last > 0, !nodes[object].needsCare else { return }
    nodes[object].needsCare =
      key.hasEscapes || nodes[last].needsCare
      || bytes.order(of: nodes[last].start..<nodes[last].end, and: key.start..<key.end) >= 0
  }

  /// Adds an object or a list whose members are added next. While it is open, its `next` is what it stands in.
  mutating func open(_ kind: JSONTape.Kind, in parent: Int) -> Int {
    nodes.append(JSONTape.Node(kind: kind, start: 0, end: 0, next: parent))
    return nodes.count - 1
  }

  /// Closes what was opened, and gives what it stands in; less than 0 where that is nothing.
  mutating func close(_ node: Int) -> (node: Int, isObject: Bool) {
    let parent = nodes[node].next
    nodes[node].next = nodes.count
    if nodes[node].needsCare { unsortedObjects.append(node) }
    return (parent, parent >= 0 && nodes[parent].kind == .object)
  }

  /// Notes that the value of the last key of an object, if it has any, ends here.
  mutating func endMember(of object: Int) {
    let key = nodes[object].start
    if key > 0 { nodes[key].next = nodes.count }
  }

  /// Takes the bytes of the value once all nodes are there.
  mutating func finish(with value: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: value)
    for key in keysWithEscapes {
      let start = bytes.count
      bytes += JSONEscapes.resolved(in: bytes[nodes[key].start..<nodes[key].end])
      (nodes[key].start, nodes[key].end) = (start, bytes.count)
    }
    for object in unsortedObjects { markRepeatedKeys(of: object) }
  }

  private mutating func markRepeatedKeys(of object: Int) {
    var keys: [Int] = []
    var key = object + 1
    while key < nodes[object].next {
      keys.append(key)
      key = nodes[key].next
    }
    let repeated = bytes.withUnsafeBufferPointer { bytes in
      let order = { [nodes] (left: Int, right: Int) in
        bytes.order(of: nodes[left].start..<nodes[left].end, and: nodes[right].start..<nodes[right].end)
      }
      keys.sort { left, right in
        let order = order(left, right)
        return order == 0 ? left < right : order < 0
      }
      return zip(keys, keys.dropFirst()).filter { order($0, $1) == 0 }.map(\.0)
    }
    for key in repeated { nodes[key].isRepeated = true }
  }
}
