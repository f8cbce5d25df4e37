/// Writes the members of an object.
struct JSONObjectWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let text: JSONWriter.Text
  let place: JSONOutput.Place
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) throws { try member(key.stringValue).encodeNil() }
  func encode(_ value: Bool, forKey key: Key) throws { try member(key.stringValue).encode(value) }
  func encode(_ value: String, forKey key: Key) throws { try member(key.stringValue).encode(value) }
  func encode(_ value: Double, forKey key: Key) throws { try member(key.stringValue).encode(value) }
  func encode(_ value: Float, forKey key: Key) throws { try member(key.stringValue).encode(value) }
  func encode(_ value: Int, forKey key: Key) throws { try member(key.stringValue).encode(value) }
  func encode(_ value: Int8, forKey key: Key) throws { try member(key.stringValue).encode(value) }
  func encode(_ value: Int16, forKey key: Key) throws { try member(key.stringValue).encode(value) }
  func encode(_ value: Int32, forKey key: Key) throws { try member(key.stringValue).encode(value) }
  func encode(_ value: Int64, forKey key: Key) throws { try member(key.stringValue).encode(value) }
  func encode(_ value: UInt, forKey key: Key) throws { try member(key.stringValue).encode(value) }
  func encode(_ value: UInt8, forKey key: Key) throws { try member(key.stringValue).encode(value) }
  func encode(_ value: UInt16, forKey key: Key) throws { try member(key.stringValue).encode(value) }
  func encode(_ value: UInt32, forKey key: Key) throws { try member(key.stringValue).encode(value) }
  func encode(_ value: UInt64, forKey key: Key) throws { try member(key.stringValue).encode(value) }
  func encode(_ value: some Encodable, forKey key: Key) throws { try member(key.stringValue).encode(value) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    encoder(key.stringValue).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(key.stringValue).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder("super") }

  func superEncoder(forKey key: Key) -> any Encoder { encoder(key.stringValue) }

  /// Begins a member.
  private func member(_ key: String) throws -> JSONValueWriter {
    try text.output.beginValue(in: place, key: key)
    return JSONValueWriter(text: text, place: text.output.current)
  }

  /// The encoder of a member; where the object is closed, one that refuses whatever comes.
  private func encoder(_ key: String) -> JSONWriter {
    JSONWriter(text: text, place: (try? member(key))?.place ?? place)
  }
}
