/// Writes the elements of a list, one after the other.
struct JSONListWriter: UnkeyedEncodingContainer {
  let text: JSONWriter.Text
  let place: JSONOutput.Place
  var codingPath: [any CodingKey] { [] }
  var count: Int { text.output.count(of: place) }

  func encodeNil() throws { try element().encodeNil() }
  func encode(_ value: Bool) throws { try element().encode(value) }
  func encode(_ value: String) throws { try element().encode(value) }
  func encode(_ value: Double) throws { try element().encode(value) }
  func encode(_ value: Float) throws { try element().encode(value) }
  func encode(_ value: Int) throws { try element().encode(value) }
  func encode(_ value: Int8) throws { try element().encode(value) }
  func encode(_ value: Int16) throws { try element().encode(value) }
  func encode(_ value: Int32) throws { try element().encode(value) }
  func encode(_ value: Int64) throws { try element().encode(value) }
  func encode(_ value: UInt) throws { try element().encode(value) }
  func encode(_ value: UInt8) throws { try element().encode(value) }
  func encode(_ value: UInt16) throws { try element().encode(value) }
  func encode(_ value: UInt32) throws { try element().encode(value) }
  func encode(_ value: UInt64) throws { try element().encode(value) }
  func encode(_ value: some Encodable) throws { try element().encode(value) }

  func nestedContainer<NestedKey: CodingKey>(keyedBy type: NestedKey.Type) -> KeyedEncodingContainer<NestedKey> {
    encoder().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }

  func superEncoder() -> any Encoder { encoder() }

  /// Begins an element.
  private func element() throws -> JSONValueWriter {
    try text.output.beginValue(in: place)
    return JSONValueWriter(text: text, place: text.output.current)
  }

  /// The encoder of an element; where the list is closed, one that refuses whatever comes.
  private func encoder() -> JSONWriter {
    JSONWriter(text: text, place: (try? element())?.place ?? place)
  }
}
