/// A value of a document, and where it stands.
///
/// What an alias stands for is reached through it. A document can say with few aliases that a value is larger than any memory, so
/// do not walk through all of it without a bound; ``YAMLDocument/json()`` has one.
public struct YAMLNode: Sendable {
  /// What a node is.
  public enum Kind: Sendable, Hashable {
    /// A single value.
    case scalar
    /// Values in their order.
    case sequence
    /// Keys and their values.
    case mapping
  }

  let tape: YAMLTape
  let index: UInt32

  /// The node, or the one that it stands for.
  private var target: UInt32 { tape.target(of: index) }

  /// What the node is.
  public var kind: Kind {
    switch tape.nodes[Int(target)].kind {
    case .sequence: .sequence
    case .mapping: .mapping
    default: .scalar
    }
  }

  /// The single value that the node is; nil for a sequence or a mapping.
  ///
  /// - Complexity: O(*n*) in its length.
  public var scalar: YAMLScalar? {
    kind == .scalar ? tape.scalar(of: tape.nodes[Int(target)]) : nil
  }

  /// The values of a sequence; none where the node is not one.
  ///
  /// - Complexity: O(*n*) in their number.
  public var elements: [YAMLNode] {
    guard kind == .sequence else { return [] }
    return tape.elements(of: target).map { YAMLNode(tape: tape, index: $0) }
  }

  /// A key of a mapping and its value.
  public struct Entry: Sendable {
    /// The key as it is in JSON: `true` for the plain key `on`.
    public let key: YAMLString
    /// The key as it stands in the document.
    public let keyNode: YAMLNode
    /// The value.
    public let value: YAMLNode
  }

  /// The entries of a mapping in their order, each key once, with those that are merged into it; none where the node is not one.
  ///
  /// - Complexity: O(*n*) in their number.
  public var entries: [Entry] {
    guard kind == .mapping else { return [] }
    return tape.entries(of: target).map { entry in
      Entry(
        key: YAMLString(tape.string(of: tape.keyContent(of: entry.key))),
        keyNode: YAMLNode(tape: tape, index: entry.key),
        value: YAMLNode(tape: tape, index: entry.value)
      )
    }
  }

  /// The value of a key of a mapping.
  ///
  /// - Complexity: O(*n*) in the number of entries.
  public subscript(key: String) -> YAMLNode? {
    guard kind == .mapping else { return nil }
    let entry = tape.entries(of: target).first { tape.bytes(of: tape.keyContent(of: $0.key)).elementsEqual(key.utf8) }
    return entry.map { YAMLNode(tape: tape, index: $0.value) }
  }

  /// The value at a position in a sequence, counted from 0.
  ///
  /// - Complexity: O(*n*) in the number of elements.
  public subscript(position: Int) -> YAMLNode? {
    let elements = elements
    return elements.indices.contains(position) ? elements[position] : nil
  }

  /// Where the node begins, with its anchor and tag.
  ///
  /// - Complexity: O(*n*) in the length of the line.
  public var start: YAMLLocation { tape.lines.location(of: Int(tape.nodes[Int(index)].start)) }

  /// Where it ends, just behind its last character; where it begins for a value that is left out.
  ///
  /// - Complexity: O(*n*) in the length of the line.
  public var end: YAMLLocation { tape.lines.location(of: Int(tape.nodes[Int(index)].end)) }
}
