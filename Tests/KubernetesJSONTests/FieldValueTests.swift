import Foundation
import KubernetesJSON
import KubernetesObjects
import Testing

/// Values of whatever type are read as they are written, by every decoder alike.
@Suite("Field values")
struct FieldValueTests {
  private struct Holder: Decodable, Equatable {
    let field: FieldValue
  }

  @Test(
    arguments: [
      ("null", .null), ("true", .bool(true)), ("false", .bool(false)), ("0", .integer(0)), ("-7", .integer(-7)),
      ("1.5", .number(1.5)), ("1e400000", nil), (#""a\n""#, .string("a\n")), (#""1""#, .string("1")),
      ("9223372036854775807", .integer(.max)), ("18446744073709551615", .number(0x1p64)),
      ("[]", .list([])), ("{}", .object([])), ("[1,[null],{}]", .list([.integer(1), .list([.null]), .object([])])),
      (
        #"{"b":1,"a":{"c":"x"}}"#,
        .object([
          .init(key: "a", value: .object([.init(key: "c", value: .string("x"))])), .init(key: "b", value: .integer(1)),
        ])
      ),
    ] as [(String, FieldValue?)])
  func isRead(_ json: String, _ expected: FieldValue?) throws {
    let bytes = Array(#"{"field":\#(json)}"#.utf8)
    guard let expected else {
      #expect(throws: (any Error).self) { try JSONReader.decode(Holder.self, from: bytes) }
      return
    }
    #expect(try JSONReader.decode(Holder.self, from: bytes).field == expected)
    #expect(try JSONReader.decode(FieldValue.self, from: Array(json.utf8)) == expected)
    #expect(try JSONDecoder().decode(Holder.self, from: Data(bytes)).field == expected)
  }

  @Test func ofARepeatedKeyTheLastOneHolds() throws {
    let value = try JSONReader.decode(FieldValue.self, from: Array(#"{"a":1,"b":2,"a":3}"#.utf8))
    #expect(value["a"] == .integer(3))
    #expect(value.members.map(\.key) == ["a", "b"])
    #expect(
      FieldValue.object(of: [.init(key: "a", value: .integer(1)), .init(key: "a", value: .integer(2))])["a"] == .integer(2))
  }

  @Test func fieldsAreFoundByTheirKeys() throws {
    let value = try JSONReader.decode(FieldValue.self, from: Array(#"{"a":{"b":["x"]},"n":null}"#.utf8))
    #expect(value[["a", "b"]]?.elements.first?.string == "x")
    #expect(value[["a", "b", "c"]] == nil)
    #expect(value["n"] == nil)
    #expect(value["b"] == nil)
    #expect(FieldValue.null["a"] == nil && FieldValue.null.elements.isEmpty && FieldValue.null.members.isEmpty)
  }
}
