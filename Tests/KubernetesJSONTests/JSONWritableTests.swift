import Foundation
import KubernetesJSON
import Testing

/// What writes itself is encoded by encoders of others as well.
@Suite struct JSONWritableTests {
  private static func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test func isEncodedByOthers() throws {
    #expect(
      try Self.encoded(Sample())
        == #"{"inner":{"empty":{},"flag":true},"list":[1,-2],"none":[],"null":null,"text":"a"}"#
    )
    #expect(try Self.encoded([Nest(depth: 2), Nest(depth: 0)]) == "[[[[]]],[]]")
    #expect(try Self.encoded(["a": Sample()]).hasPrefix(#"{"a":{"inner""#))
  }

  @Test func isEncodedAsASingleValue() throws {
    #expect(try Self.encoded([Single.string, .integer, .bool, .null]) == #"["a",-5,true,null]"#)
  }

  @Test func passesOnWhatTheEncoderThrows() {
    struct Limited: Encodable {
      func encode(to encoder: any Encoder) throws { try Sample().encode(to: Refusing()) }
    }
    #expect(throws: Refusal.self) { try Self.encoded(Limited()) }
  }
}

private enum Single: JSONWritable {
  case string
  case integer
  case bool
  case null

  func write<Sink: JSONSink>(to sink: inout Sink) {
    switch self {
    case .string: sink.write("a")
    case .integer: sink.write(-5)
    case .bool: sink.write(true)
    case .null: sink.writeNull()
    }
  }
}

private struct Refusal: Error {}

/// An encoder that takes containers and no values.
private struct Refusing: Encoder, UnkeyedEncodingContainer, SingleValueEncodingContainer {
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  var count: Int { 0 }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(RefusingObject<Key>())
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer { self }
  func singleValueContainer() -> any SingleValueEncodingContainer { self }
  func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> { container(keyedBy: type) }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
  func superEncoder() -> any Encoder { self }
  func encodeNil() throws { throw Refusal() }
  func encode(_ value: some Encodable) throws { throw Refusal() }
}

private struct RefusingObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  var codingPath: [any CodingKey] { [] }
  func encodeNil(forKey key: Key) throws { throw Refusal() }
  func encode(_ value: some Encodable, forKey key: Key) throws { throw Refusal() }
  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    KeyedEncodingContainer(RefusingObject<NestedKey>())
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { Refusing() }
  func superEncoder() -> any Encoder { Refusing() }
  func superEncoder(forKey key: Key) -> any Encoder { Refusing() }
}
