/// Decodes the elements of a list, one after the other.
struct JSONListContainer: UnkeyedDecodingContainer {
  private let list: JSONNodeDecoder
  private var node: Int
  private(set) var currentIndex = 0

  init(decoder: JSONNodeDecoder) {
    list = decoder
    node = decoder.node + 1
  }

  var codingPath: [any CodingKey] { list.codingPath }
  var count: Int? { list.tape.count(of: list.node) }
  var isAtEnd: Bool { node >= list.tape.nodes[list.node].next }

  mutating func decodeNil() throws -> Bool {
    guard try element(Never.self).isNull else { return false }
    advance()
    return true
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try next { try $0.bool() } }
  mutating func decode(_ type: String.Type) throws -> String { try next { try $0.string() } }
  mutating func decode(_ type: Double.Type) throws -> Double { try next { try $0.floating() } }
  mutating func decode(_ type: Float.Type) throws -> Float { try next { try $0.floating() } }
  mutating func decode(_ type: Int.Type) throws -> Int { try next { try $0.integer() } }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try next { try $0.integer() } }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try next { try $0.integer() } }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try next { try $0.integer() } }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try next { try $0.integer() } }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try next { try $0.integer() } }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try next { try $0.integer() } }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try next { try $0.integer() } }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try next { try $0.integer() } }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try next { try $0.integer() } }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try element(type).decode(type)
    advance()
    return value
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try next { try $0.container(keyedBy: type) }
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next { try $0.unkeyedContainer() } }

  mutating func superDecoder() throws -> any Decoder { try next { $0 } }

  /// Decodes the next element and goes behind it; where it cannot be decoded, it stays the next one.
  private mutating func next<Value>(_ decode: (JSONNodeDecoder) throws -> Value) throws -> Value {
    let value = try decode(element(Value.self))
    advance()
    return value
  }

  private func element(_ type: any Any.Type) throws -> JSONNodeDecoder {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        type,
        .init(codingPath: codingPath + [JSONKey.index(currentIndex)], debugDescription: "Unkeyed container is at end.")
      )
    }
    return JSONNodeDecoder(tape: list.tape, node: node)
  }

  private mutating func advance() {
    node = list.tape.nodes[node].next
    currentIndex += 1
  }
}
