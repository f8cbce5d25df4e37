import Foundation
import KubernetesObjects
import Testing

/// A port reference is a number or a string, and a decoder that tells which is not asked for the other.
@Suite("PortReference")
struct PortReferenceTests {
  /// A decoder that stands at a string or a number and refuses everything else.
  private struct Telling: StringTellingDecoder, SingleValueDecodingContainer {
    let value: Value
    var isAtString: Bool {
      if case .string = value { true } else { false }
    }

    enum Value {
      case string(String)
      case number(Int32)
    }

    struct Asked: Error {}

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> { throw Asked() }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Asked() }
    func singleValueContainer() -> any SingleValueDecodingContainer { self }
    func decodeNil() -> Bool { false }

    func decode(_ type: String.Type) throws -> String {
      guard case .string(let string) = value else {
        Issue.record("a number is asked for a string")
        throw Asked()
      }
      return string
    }

    func decode(_ type: Int32.Type) throws -> Int32 {
      guard case .number(let number) = value else {
        Issue.record("a string is asked for a number")
        throw Asked()
      }
      return number
    }

    func decode<Other: Decodable>(_ type: Other.Type) throws -> Other { throw Asked() }
  }

  @Test func aDecoderThatTellsIsAskedOnce() throws {
    #expect(try PortReference(from: Telling(value: .string("http"))) == .name("http"))
    #expect(try PortReference(from: Telling(value: .string("8080"))) == .name("8080"))
    #expect(try PortReference(from: Telling(value: .number(8080))) == .number(8080))
  }

  @Test func anyDecoderGivesNumbersAndNames() throws {
    let ports = try JSONDecoder().decode([PortReference].self, from: Data(#"[80, "http", "80", -1]"#.utf8))
    #expect(ports == [80, "http", "80", -1])
    #expect(ports.map(\.description) == ["80", #""http""#, #""80""#, "-1"])
  }

  @Test(arguments: ["2147483648", "1.5", "true", "[]", "{}"])
  func whatIsNeitherIsRefused(json: String) {
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([PortReference].self, from: Data("[\(json)]".utf8))
    }
    guard case .typeMismatch(_, let context) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(context.debugDescription == "must be a port number or the name of a container port")
  }

  @Test func aNumberIsNoName() {
    #expect(PortReference.number(80) != .name("80"))
    #expect(PortReference(stringLiteral: "80") == .name(ExactString("80")))
  }
}
