/// Writes a single value.
struct JSONValueWriter: SingleValueEncodingContainer {
  let text: JSONWriter.Text
  let place: JSONOutput.Place
  var codingPath: [any CodingKey] { [] }

  func encodeNil() throws { try text.output.write(at: place) { $0.append(contentsOf: "null".utf8) } }
  func encode(_ value: Bool) throws { try text.output.write(at: place) { $0.append(contentsOf: "\(value)".utf8) } }
  func encode(_ value: String) throws { try text.output.write(at: place) { JSONText.write(value, to: &$0) } }
  func encode(_ value: Double) throws { try floating(value) }
  func encode(_ value: Float) throws { try floating(Double(value)) }
  func encode(_ value: Int) throws { try integer(value) }
  func encode(_ value: Int8) throws { try integer(value) }
  func encode(_ value: Int16) throws { try integer(value) }
  func encode(_ value: Int32) throws { try integer(value) }
  func encode(_ value: Int64) throws { try integer(value) }
  func encode(_ value: UInt) throws { try integer(value) }
  func encode(_ value: UInt8) throws { try integer(value) }
  func encode(_ value: UInt16) throws { try integer(value) }
  func encode(_ value: UInt32) throws { try integer(value) }
  func encode(_ value: UInt64) throws { try integer(value) }
  func encode(_ value: some Encodable) throws { try value.encode(to: JSONWriter(text: text, place: place)) }

  private func integer(_ value: some FixedWidthInteger) throws {
    try text.output.write(at: place) { $0.append(contentsOf: "\(value)".utf8) }
  }

  private func floating(_ value: Double) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "is no number of JSON"))
    }
    try text.output.write(at: place) { $0.append(contentsOf: "\(value)".utf8) }
  }
}
