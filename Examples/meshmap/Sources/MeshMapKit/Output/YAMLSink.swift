package import KubernetesJSON
import Yams

/// Writes values as YAML.
package struct YAMLSink: JSONSink {
  /// An object or an array that is open, with the key under which it stands.
  private enum Container {
    case object([(Node, Node)], key: Node)
    case array([Node], key: Node)
  }

  /// The objects and arrays that are open, the outermost one first.
  private var open: [Container] = []
  /// The key of the member whose value comes next.
  private var key = Node("")
  private var root: Node?

  package init() {}

  /// The YAML of a value, with an end of line.
  package static func yaml(of value: some JSONWritable) throws -> String {
    var sink = YAMLSink()
    value.write(to: &sink)
    return try sink.yaml
  }

  /// What was written, with an end of line.
  package var yaml: String {
    get throws { try root.map { try Yams.serialize(node: $0, sortKeys: false) } ?? "" }
  }

  package mutating func beginObject() { open.append(.object([], key: key)) }
  package mutating func beginArray() { open.append(.array([], key: key)) }
  package mutating func endObject() { end() }
  package mutating func endArray() { end() }
  package mutating func writeKey(_ key: String) { self.key = Self.node(of: key) }
  package mutating func write(_ string: String) { add(Self.node(of: string)) }
  package mutating func write(_ integer: Int64) { add(.scalar(integer.represented())) }
  package mutating func write(_ bool: Bool) { add(.scalar(bool.represented())) }
  package mutating func writeNull() { add(Node("null", Tag(.null))) }

  private mutating func end() {
    switch open.popLast() {
    case .object(let members, let key):
      self.key = key
      add(Node(members, Tag(.map)))
    case .array(let elements, let key):
      self.key = key
      add(Node(elements, Tag(.seq)))
    case nil: break
    }
  }

  private mutating func add(_ node: Node) {
    switch open.popLast() {
    case .object(let members, let outer): open.append(.object(members + [(key, node)], key: outer))
    case .array(let elements, let outer): open.append(.array(elements + [node], key: outer))
    case nil: root = node
    }
  }

  /// A string, in quotes where it would be read as something else: the serializer knows all of those but `y` and `n`.
  private static func node(of string: String) -> Node {
    if ["y", "Y", "n", "N"].contains(string) { return .scalar(Node.Scalar(string, Tag(.str), .singleQuoted)) }
    return .scalar(string.represented())
  }
}
