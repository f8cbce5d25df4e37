import KubernetesObjects

extension JSONNodeDecoder {
  /// The value of a type.
  ///
  /// Of what a Pod is made, maps of strings are most. Without a container, whose keys are cast one by one, they take a third of
  /// the time.
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if type == StringMap.self { return try decodeMap(type) }
    if type == FieldValue.self { return try decodeFieldValue(type) }
    return try Value(from: self)
  }

  /// Apart from all others, which need not know how to cast.
  @inline(never)
  private func decodeMap<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if let map = stringMap as? Value { return map }
    return try Value(from: self)
  }

  /// Apart from all others, as maps are.
  @inline(never)
  private func decodeFieldValue<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if let value = try fieldValue() as? Value { return value }
    return try Value(from: self)
  }

  /// The map of an object that holds strings and nulls, which are empty; nil of what is anything else.
  private var stringMap: StringMap? {
    guard kind == .object else { return nil }
    var entries: [StringMap.Entry] = []
    let end = tape.nodes[node].next
    var key = node + 1
    while key < end {
      let value = tape.nodes[key + 1]
      guard value.kind == .string || value.kind == .null else { return nil }
      if !tape.nodes[key].isRepeated {
        let string = value.kind == .null ? "" : tape.string(of: key + 1)
        entries.append(StringMap.Entry(key: tape.string(of: key), value: string))
      }
      key = tape.nodes[key].next
    }
    return StringMap(entries)
  }
}
