/// One JSON value, laid out flat: its bytes, and a node for each value in it, in the order written.
///
/// Texts stay bytes until they are asked for.
final class JSONTape {
  /// A value, or a key of an object. An object is followed by its keys, each of them by its value; a list by its elements.
  struct Node {
    var kind: Kind
    /// Of a text or a key: it has escapes in it. Of an object: its keys are not in ascending order, so some may be repeated.
    var needsCare = false
    /// Of a key: it stands in its object once more, further down, and the last one holds.
    var isRepeated = false
    /// Where the value begins; of texts and keys the byte behind the quote; of an object its last key.
    var start: Int
    /// Where the value ends; of texts and keys the closing quote.
    var end: Int
    /// The node behind the value and all that is in it; of a key the one behind its value.
    var next: Int
  }

  enum Kind: UInt8 {
    case null
    case no
    case yes
    case number
    case text
    case list
    case object
    case key
  }

  /// The nodes; the first one is the value.
  let nodes: [Node]
  /// The bytes of the value; behind them those of keys that had escapes.
  let bytes: [UInt8]
  /// Where the value stands in its document.
  let place: [any CodingKey]

  /// The key that was found last, and its object.
  private var lastFound = (object: -1, key: 0)

  /// A tape of nodes and their bytes.
  init(nodes: [Node], bytes: [UInt8], place: [any CodingKey]) {
    self.nodes = nodes
    self.bytes = bytes
    self.place = place
  }

  /// A tape of a null.
  convenience init(nullAt place: [any CodingKey]) {
    self.init(nodes: [Node(kind: .null, start: 0, end: 0, next: 1)], bytes: [], place: place)
  }

  /// The value under a key of an object, compared byte by byte; nil where the object has no such key.
  ///
  /// Keys are mostly asked for in the order in which they stand, so the search begins at the one that was found last.
  func value(of key: String, in object: Int) -> Int? {
    var key = key
    let end = nodes[object].next
    let middle = lastFound.object == object ? lastFound.key : object + 1
    let found = key.withUTF8 { key in
      bytes.withUnsafeBufferPointer { bytes in
        self.key(key, of: bytes, from: middle, to: end) ?? self.key(key, of: bytes, from: object + 1, to: middle)
      }
    }
    guard let found else { return nil }
    lastFound = (object, found)
    return found + 1
  }
}

extension JSONTape {
  /// The keys of an object, in the order written, each once.
  func keys(of object: Int) -> [Int] {
    var keys: [Int] = []
    var key = object + 1
    while key < nodes[object].next {
      if !nodes[key].isRepeated { keys.append(key) }
      key = nodes[key].next
    }
    return keys
  }

  /// The elements of a list.
  func elements(of list: Int) -> [Int] {
    var elements: [Int] = []
    var element = list + 1
    while element < nodes[list].next {
      elements.append(element)
      element = nodes[element].next
    }
    return elements
  }

  private func key(
    _ key: UnsafeBufferPointer<UInt8>,
    of bytes: UnsafeBufferPointer<UInt8>,
    from first: Int,
    to end: Int
  ) -> Int? {
    var index = first
    while index < end {
      let node = nodes[index]
      if node.end - node.start == key.count, !node.isRepeated, bytes.hasSameBytes(as: key, at: node.start) { return index }
      index = node.next
    }
    return nil
  }

  /// The string that a text or a key stands for.
  func string(of node: Int) -> String {
    let node = nodes[node]
    let text = bytes[node.start..<node.end]
    if node.needsCare, node.kind == .text { return String(decoding: JSONEscapes.resolved(in: text), as: UTF8.self) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The number as it is written.
  func digits(of node: Int) -> ArraySlice<UInt8> {
    bytes[nodes[node].start..<nodes[node].end]
  }

  /// The path from the document to a node.
  func path(to node: Int) -> [any CodingKey] {
    var path = place
    var current = 0
    while current < node {
      if nodes[current].kind == .object {
        guard let key = keys(of: current).last(where: { $0 < node }) else { break }
        path.append(JSONKey.name(string(of: key)))
        current = key + 1
      } else {
        let elements = elements(of: current)
        guard let index = elements.lastIndex(where: { $0 <= node }) else { break }
        path.append(JSONKey.index(index))
        current = elements[index]
      }
    }
    return path
  }
}
