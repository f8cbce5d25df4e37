/// Decodes a value on a tape, and gives the same errors as Foundation's decoder for the same mistakes.
///
/// It differs in four things: keys are compared as bytes, of repeated keys the last one holds, numbers are exact, and a number
/// that does not fit names its field.
struct JSONNodeDecoder: Decoder {
  let tape: JSONTape
  let node: Int

  var codingPath: [any CodingKey] { tape.path(to: node) }
  var userInfo: [CodingUserInfoKey: Any] { tape.userInfo }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard kind == .object else { throw mismatch([String: Any].self) }
    return KeyedDecodingContainer(JSONObjectContainer(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try listContainer()
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    JSONValueContainer(decoder: self)
  }

  func listContainer() throws -> JSONListContainer {
    guard kind == .list else { throw mismatch([Any].self) }
    return JSONListContainer(decoder: self)
  }
}

// MARK: - Values

extension JSONNodeDecoder {
  var kind: JSONTape.Kind { tape.nodes[node].kind }
  var isNull: Bool { kind == .null }

  func bool() throws -> Bool {
    switch kind {
    case .yes: true
    case .no: false
    default: throw mismatch(Bool.self)
    }
  }

  func string() throws -> String {
    guard kind == .string else { throw mismatch(String.self) }
    return tape.string(of: node)
  }

  func integer<Integer: FixedWidthInteger>(_ type: Integer.Type = Integer.self) throws -> Integer {
    guard kind == .number else { throw mismatch(type) }
    do throws(JSONNumber.Misfit) {
      return try JSONNumber(literal: tape.digits(of: node)).integer(type)
    } catch {
      throw corruption(
        error == .isFraction ? "must be a whole number" : "must be a whole number from \(Integer.min) to \(Integer.max)"
      )
    }
  }

  func floating<Floating: BinaryFloatingPoint & LosslessStringConvertible>(
    _ type: Floating.Type = Floating.self
  ) throws -> Floating {
    guard kind == .number else { throw mismatch(type) }
    guard let number = JSONNumber(literal: tape.digits(of: node)).floating(type) else {
      throw corruption("must be a number from \(-Floating.greatestFiniteMagnitude) to \(Floating.greatestFiniteMagnitude)")
    }
    return number
  }
}

// MARK: - Errors

extension JSONNodeDecoder {
  /// The error that something of a type is expected where something else stands.
  func mismatch(_ type: any Any.Type) -> DecodingError {
    let context = DecodingError.Context(
      codingPath: codingPath,
      debugDescription: "Expected to decode \(type) but found \(found) instead."
    )
    return isNull ? .valueNotFound(type, context) : .typeMismatch(type, context)
  }

  private func corruption(_ problem: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: codingPath, debugDescription: problem))
  }

  private var found: String {
    switch kind {
    case .null: "null"
    case .no, .yes: "a bool"
    case .number: "a number"
    case .string, .key: "a string"
    case .list: "an array"
    case .object: "a dictionary"
    }
  }
}
