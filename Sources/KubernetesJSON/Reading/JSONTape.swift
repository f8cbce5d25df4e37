/// JSON values, laid out flat: their bytes, and a node for each value in them, in the order written.
///
/// Strings stay bytes until they are asked for.
final class JSONTape {
  /// A value, or a key of an object. An object is followed by its keys, each of them by its value; a list by its elements.
  struct Node: Sendable {
    var kind: Kind
    /// Of a string or a key: it has escapes in it. Of an object: its keys are not in ascending order, so some may be repeated.
    var needsCare = false
    /// Of a key: it stands in its object once more, further down, and the last one holds.
    var isRepeated = false
    /// Where the value begins; of strings and keys the byte behind the quote; of an object its last key.
    var start: Int
    /// Where the value ends; of strings and keys the closing quote; of objects and lists where they begin.
    var end: Int
    /// The node behind the value and all that is in it; of a key the one behind its value.
    var next: Int
  }

  enum Kind: UInt8, Sendable {
    case null
    case no
    case yes
    case number
    case string
    case list
    case object
    case key
  }

  /// What is on a tape; unlike the tape it can go from one thread to another.
  struct Content: Sendable {
    /// The nodes of all values.
    var nodes: [Node] = []
    /// The bytes of the values; behind those of each value those of its keys that had escapes.
    var bytes: [UInt8] = []
    /// The first node of each value.
    var roots: [Int] = []
    /// Where the values stand in the document.
    var locations: [JSONLocation] = []
    /// The keys that their objects have already.
    var repeatedKeys: [RepeatedKey] = []
    /// Where the first value stands among the items of a list; nil where the values are documents.
    var firstItem: Int?
    /// Whether the list is an array, and no member of an object.
    var isArray = false
  }

  /// A key that its object has already.
  struct RepeatedKey: Sendable {
    /// Which of the values it is in.
    let root: Int
    /// The node of the key.
    let key: Int
    /// Where it is written, among the bytes of all values.
    let byte: Int
  }

  /// The nodes of all values.
  let nodes: [Node]
  /// The bytes of the values; behind those of each value those of its keys that had escapes.
  let bytes: [UInt8]
  /// The first node of each value.
  let roots: [Int]
  /// Where the first value stands among the items of a list.
  let firstItem: Int?
  /// Whether the list is an array, and no member of an object.
  let isArray: Bool
  /// Where the first value stands otherwise.
  let origin: [any CodingKey]
  /// What the caller passes to the decoder of the values.
  let userInfo: [CodingUserInfoKey: any Sendable]

  /// The key that was found last, and its object.
  private var lastFound = (object: -1, key: 0)
  /// Of collections in which a path was looked for far behind their beginning, the child that was found last, and which one it is.
  var longSteps: [Int: (child: Int, index: Int)] = [:]
  /// The strings that were made last.
  private var strings = StringCache()

  /// A tape of what was laid out.
  init(_ content: Content, userInfo: [CodingUserInfoKey: any Sendable] = [:]) {
    nodes = content.nodes
    bytes = content.bytes
    roots = content.roots
    firstItem = content.firstItem
    isArray = content.isArray
    origin = []
    self.userInfo = userInfo
  }

  /// A tape of a null.
  init(nullAt origin: [any CodingKey]) {
    nodes = [Node(kind: .null, start: 0, end: 0, next: 1)]
    bytes = []
    roots = [0]
    firstItem = nil
    isArray = false
    self.origin = origin
    userInfo = [:]
  }

  /// The value under a key of an object, compared byte by byte; nil where the object has no such key.
  ///
  /// Keys are mostly asked for in the order in which they stand, so the search begins at the one that was found last.
  func value(of key: String, in object: Int) -> Int? {
    var key = key
    let middle = lastFound.object == object ? lastFound.key : object + 1
    let end = nodes[object].next
    let found = key.withUTF8 { key in
      let key = unsafe ByteView(key)
      return unsafe nodes.withUnsafeBufferPointer { nodes in
        bytes.withView { bytes in
          unsafe Self.key(key, of: bytes, among: nodes, from: middle, to: end)
            ?? Self.key(key, of: bytes, among: nodes, from: object + 1, to: middle)
        }
      }
    }
    guard let found else { return nil }
    lastFound = (object, found)
    return found + 1
  }

  /// The string that a string or a key stands for.
  func string(of node: Int) -> String {
    let node = nodes[node]
    if node.needsCare, node.kind == .string {
      return String(decoding: JSONEscapes.resolved(in: bytes[node.start..<node.end]), as: UTF8.self)
    }
    return bytes.withView { strings.string(of: $0.part(node.start..<node.end)) }
  }

  /// The first node from one on, up to another, that is a key of some bytes.
  private static func key(
    _ key: ByteView,
    of bytes: ByteView,
    among nodes: UnsafeBufferPointer<Node>,
    from first: Int,
    to end: Int
  ) -> Int? {
    var index = first
    while index < end {
      let node = unsafe nodes[index]
      if node.end - node.start == key.count, !node.isRepeated, bytes.hasSameBytes(as: key, at: node.start) { return index }
      index = node.next
    }
    return nil
  }
}
