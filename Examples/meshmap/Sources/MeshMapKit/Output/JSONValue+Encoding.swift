extension JSONValue {
  /// The JSON of a value, its keys in the order in which it encodes them.
  package init(encoding value: some Encodable) throws {
    let node = TreeNode()
    try value.encode(to: TreeEncoder(node: node, codingPath: []))
    self = node.value
  }
}

/// A place in the tree that an encoder fills.
private final class TreeNode {
  private enum Content {
    case leaf(JSONValue)
    case members([(String, TreeNode)])
    case elements([TreeNode])
  }

  private var content = Content.leaf(.object([]))

  var value: JSONValue {
    switch content {
    case .leaf(let value): value
    case .members(let members): .object(members.map { JSONValue.Member($0.0, $0.1.value) })
    case .elements(let elements): .array(elements.map(\.value))
    }
  }

  func set(_ value: JSONValue) { content = .leaf(value) }

  func beginObject() {
    if case .members = content { return }
    content = .members([])
  }

  func beginArray() {
    if case .elements = content { return }
    content = .elements([])
  }

  func member(_ key: String) -> TreeNode {
    let node = TreeNode()
    if case .members(var members) = content {
      content = .leaf(.null)
      members.append((key, node))
      content = .members(members)
    }
    return node
  }

  func element() -> TreeNode {
    let node = TreeNode()
    if case .elements(var elements) = content {
      content = .leaf(.null)
      elements.append(node)
      content = .elements(elements)
    }
    return node
  }

  var count: Int {
    if case .elements(let elements) = content { elements.count } else { 0 }
  }

  func encode(_ value: some Encodable, at path: [any CodingKey]) throws {
    switch value {
    case let string as String: set(.string(string))
    case let bool as Bool: set(.bool(bool))
    default: try value.encode(to: TreeEncoder(node: self, codingPath: path))
    }
  }
}

private struct TreeEncoder: Encoder {
  let node: TreeNode
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.beginObject()
    return KeyedEncodingContainer(ObjectContainer(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.beginArray()
    return ArrayContainer(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueContainer(node: node, codingPath: codingPath)
  }
}

private struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: TreeNode
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) throws { node.member(key.stringValue).set(.null) }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    try node.member(key.stringValue).encode(value, at: codingPath + [key])
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    encoder(for: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(for: key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { TreeEncoder(node: node.member("super"), codingPath: codingPath) }

  func superEncoder(forKey key: Key) -> any Encoder { encoder(for: key) }

  private func encoder(for key: Key) -> TreeEncoder {
    TreeEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key])
  }
}

private struct ArrayContainer: UnkeyedEncodingContainer {
  let node: TreeNode
  let codingPath: [any CodingKey]
  var count: Int { node.count }

  func encodeNil() throws { node.element().set(.null) }

  func encode(_ value: some Encodable) throws { try node.element().encode(value, at: codingPath) }

  func nestedContainer<NestedKey: CodingKey>(keyedBy type: NestedKey.Type) -> KeyedEncodingContainer<NestedKey> {
    TreeEncoder(node: node.element(), codingPath: codingPath).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    TreeEncoder(node: node.element(), codingPath: codingPath).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { TreeEncoder(node: node.element(), codingPath: codingPath) }
}

private struct ValueContainer: SingleValueEncodingContainer {
  let node: TreeNode
  let codingPath: [any CodingKey]

  func encodeNil() throws { node.set(.null) }
  func encode(_ value: Bool) throws { node.set(.bool(value)) }
  func encode(_ value: String) throws { node.set(.string(value)) }
  func encode(_ value: Double) throws { node.set(.number(value)) }
  func encode(_ value: Float) throws { node.set(.number(Double(value))) }
  func encode(_ value: Int) throws { node.set(.integer(Int64(value))) }
  func encode(_ value: Int8) throws { node.set(.integer(Int64(value))) }
  func encode(_ value: Int16) throws { node.set(.integer(Int64(value))) }
  func encode(_ value: Int32) throws { node.set(.integer(Int64(value))) }
  func encode(_ value: Int64) throws { node.set(.integer(value)) }
  func encode(_ value: UInt8) throws { node.set(.integer(Int64(value))) }
  func encode(_ value: UInt16) throws { node.set(.integer(Int64(value))) }
  func encode(_ value: UInt32) throws { node.set(.integer(Int64(value))) }
  func encode(_ value: UInt) throws { try encode(UInt64(value)) }
  func encode(_ value: UInt64) throws {
    guard let integer = Int64(exactly: value) else {
      throw EncodingError.invalidValue(value, .init(codingPath: codingPath, debugDescription: "is too large"))
    }
    node.set(.integer(integer))
  }
  func encode(_ value: some Encodable) throws { try node.encode(value, at: codingPath) }
}
