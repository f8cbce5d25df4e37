/// Encodes values as JSON text, with nothing between them and the text: the keys stand in the order in which they are encoded.
///
/// Coding paths are empty: what is encoded here does not ask for them, and keeping them costs as much as writing.
package struct JSONWriter: Encoder {
  /// The text that all encoders and containers of a value share.
  final class Text {
    var output: JSONOutput

    init(_ output: JSONOutput) {
      self.output = output
    }
  }

  let text: Text
  let place: JSONOutput.Place
  package var codingPath: [any CodingKey] { [] }
  package var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The JSON of a value, without an end of line.
  package static func text(of value: some Encodable) throws -> [UInt8] {
    var json: [UInt8] = []
    try write(value, to: &json)
    return json
  }

  /// Writes a value behind other text, its lines but the first so far indented.
  static func write(_ value: some Encodable, to json: inout [UInt8], indentation: Int = 0) throws {
    // The text is moved and not copied.
    var behind: [UInt8] = []
    swap(&behind, &json)
    let text = Text(JSONOutput(behind: behind, indentation: indentation))
    behind = []
    try value.encode(to: JSONWriter(text: text, place: text.output.current))
    text.output.finish()
    json = text.output.bytes
  }

  package func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(JSONObjectWriter(text: text, place: opened(.object)))
  }

  package func unkeyedContainer() -> any UnkeyedEncodingContainer {
    JSONListWriter(text: text, place: opened(.list))
  }

  package func singleValueContainer() -> any SingleValueEncodingContainer {
    JSONValueWriter(text: text, place: place)
  }

  /// The place once an object or a list is open there; where that is not possible, one that refuses whatever comes.
  private func opened(_ kind: JSONOutput.Kind) -> JSONOutput.Place {
    text.output.open(kind, at: place) ? place : JSONOutput.Place(depth: 0, number: -1)
  }
}
