/// Lays values out, one behind the other.
struct JSONTapeBuilder {
  private var content = JSONTape.Content()
  /// Where the value that is laid out begins: its first node and its first byte.
  private var first = (node: 0, byte: 0)
  /// The objects whose keys are not in ascending order, so that some may be repeated.
  private var unsortedObjects: [Int] = []
  private var keysWithEscapes: [Int] = []

  /// Where the value that was finished last begins, counted as its scanner counts.
  private(set) var lastOrigin = 0

  /// How many bytes the finished values have.
  var size: Int { content.bytes.count }

  /// The values that are finished; the next ones need about as much memory.
  ///
  /// - Parameter firstItem: Where the first of them stands among the items of a list; nil where it is the document.
  mutating func take(firstItem: Int? = nil) -> JSONTape.Content {
    begin()
    var taken = JSONTape.Content()
    swap(&taken, &content)
    content.nodes.reserveCapacity(taken.nodes.count)
    content.bytes.reserveCapacity(taken.bytes.count)
    content.roots.reserveCapacity(taken.roots.count)
    content.locations.reserveCapacity(taken.roots.count)
    first = (0, 0)
    taken.firstItem = firstItem
    return taken
  }
}

extension JSONTapeBuilder {
  /// Begins a value, and forgets the one that was begun and not finished.
  mutating func begin() {
    first = (content.roots.last.map { content.nodes[$0].next } ?? 0, content.bytes.count)
    content.nodes.removeSubrange(first.node...)
    unsortedObjects.removeAll(keepingCapacity: true)
    keysWithEscapes.removeAll(keepingCapacity: true)
  }

  /// Adds a value that holds no others.
  mutating func add(_ kind: JSONTape.Kind, from start: Int, to end: Int, hasEscapes: Bool = false) {
    let next = content.nodes.count + 1
    content.nodes.append(
      JSONTape.Node(kind: kind, needsCare: hasEscapes, start: first.byte + start, end: first.byte + end, next: next)
    )
  }

  /// Adds a key to an open object; its value is added next.
  ///
  /// - Parameter bytes: What the positions count in.
  mutating func addKey(_ key: JSONScanner.Quoted, in object: Int, of bytes: ByteView) {
    let index = content.nodes.count
    add(.key, from: key.start, to: key.end, hasEscapes: key.hasEscapes)
    if key.hasEscapes { keysWithEscapes.append(index) }
    let last = content.nodes[object].start
    content.nodes[object].start = index
    guard last > 0, !content.nodes[object].needsCare else { return }
    let lastKey = content.nodes[last]
    content.nodes[object].needsCare =
      key.hasEscapes || lastKey.needsCare
      || bytes.order(of: lastKey.start - first.byte..<lastKey.end - first.byte, and: key.start..<key.end) >= 0
  }

  /// Adds an object or a list whose members are added next. While it is open, its `next` is what it stands in.
  ///
  /// - Parameter start: Where it begins, counted from the beginning of the value.
  mutating func open(_ kind: JSONTape.Kind, in parent: Int, at start: Int) -> Int {
    content.nodes.append(JSONTape.Node(kind: kind, start: 0, end: first.byte + start, next: parent))
    return content.nodes.count - 1
  }

  /// Closes what was opened, and gives what it stands in; less than 0 where that is nothing.
  mutating func close(_ node: Int) -> (node: Int, isObject: Bool) {
    let parent = content.nodes[node].next
    content.nodes[node].next = content.nodes.count
    if content.nodes[node].needsCare { unsortedObjects.append(node) }
    return (parent, parent >= 0 && content.nodes[parent].kind == .object)
  }

  /// Notes that the value of the last key of an object, if it has any, ends here.
  mutating func endMember(of object: Int) {
    let key = content.nodes[object].start
    if key > 0 { content.nodes[key].next = content.nodes.count }
  }

  /// Takes the bytes of the value once all nodes are there.
  ///
  /// - Parameter origin: Where the value begins, counted as its scanner counts.
  mutating func finish(with value: ByteView, from origin: Int) {
    lastOrigin = origin
    content.bytes.append(contentsOf: value)
    var writtenAt: [Int: Int] = [:]
    for key in keysWithEscapes {
      let start = content.bytes.count
      if !unsortedObjects.isEmpty { writtenAt[key] = content.nodes[key].start }
      content.bytes += JSONEscapes.resolved(in: content.bytes[content.nodes[key].start..<content.nodes[key].end])
      (content.nodes[key].start, content.nodes[key].end) = (start, content.bytes.count)
    }
    for object in unsortedObjects { markRepeatedKeys(of: object, writtenAt) }
    content.roots.append(first.node)
  }

  /// Notes where the value stands that was finished last.
  mutating func locate(_ location: JSONLocation) {
    content.locations.append(location)
  }

  /// - Parameter writtenAt: Where keys with escapes begin among the bytes, before their escapes were resolved.
  private mutating func markRepeatedKeys(of object: Int, _ writtenAt: [Int: Int]) {
    var keys: [Int] = []
    var key = object + 1
    while key < content.nodes[object].next {
      keys.append(key)
      key = content.nodes[key].next
    }
    let repeated = content.bytes.withView { bytes in
      let order = { [nodes = content.nodes] (left: Int, right: Int) in
        bytes.order(of: nodes[left].start..<nodes[left].end, and: nodes[right].start..<nodes[right].end)
      }
      keys.sort { left, right in
        let order = order(left, right)
        return order == 0 ? left < right : order < 0
      }
      return zip(keys, keys.dropFirst()).filter { order($0, $1) == 0 }
    }
    for (earlier, later) in repeated {
      content.nodes[earlier].isRepeated = true
      // The quote stands before the key.
      let byte = (writtenAt[later] ?? content.nodes[later].start) - 1
      content.repeatedKeys.append(JSONTape.RepeatedKey(root: content.roots.count, key: later, byte: byte))
    }
  }
}
