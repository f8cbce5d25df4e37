import Yams

extension JSONValue {
  /// The value as YAML text, with an end of line.
  package var yaml: String {
    get throws { try Yams.serialize(node: node, sortKeys: false) }
  }

  private var node: Node {
    get throws {
      switch self {
      case .null: Node("null", Tag(.null))
      case .bool(let bool): try bool.represented()
      case .integer(let integer): try integer.represented()
      case .number(let number): try number.represented()
      case .string(let string): try Self.node(of: string)
      case .array(let elements): try Node(elements.map { try $0.node }, Tag(.seq))
      case .object(let members): try Node(members.map { (try Self.node(of: $0.key), try $0.value.node) }, Tag(.map))
      }
    }
  }

  /// A text, in quotes where it would be read as something else: the serializer knows all of those but `y` and `n`.
  private static func node(of text: String) throws -> Node {
    if ["y", "Y", "n", "N"].contains(text) { return .scalar(Node.Scalar(text, Tag(.str), .singleQuoted)) }
    return try text.represented()
  }
}
