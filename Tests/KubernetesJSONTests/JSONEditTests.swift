import KubernetesJSON
import KubernetesObjects
import Testing

/// A change of a document, and the document behind it, byte by byte.
struct JSONEditCase: Sendable, CustomTestStringConvertible {
  let title: String
  let before: String
  let edit: JSONEdit
  /// The document after the change; nil where it is refused.
  let after: String?
  let refusal: JSONEditRefusal?

  init(
    _ title: String, _ before: String, _ path: String, _ change: JSONEdit.Change, _ after: String? = nil,
    refused refusal: JSONEditRefusal? = nil
  ) {
    self.title = title
    self.before = before
    edit = JSONEdit(
      DocumentPath(
        path.split(separator: " ").map { step in Int(step).map { .index($0) } ?? .key(ExactString(String(step))) }),
      change)
    self.after = after
    self.refusal = refusal
  }

  var testDescription: String { title }
}

@Suite("Edits of JSON")
struct JSONEditTests {
  static let cases = [
    // Values
    JSONEditCase("a string", #"{"a": "b", "c": 1}"#, "a", .string("x"), #"{"a": "x", "c": 1}"#),
    JSONEditCase("a string with escapes", #"{"a":"b"}"#, "a", .string("x\"\\\n"), #"{"a":"x\"\\\n"}"#),
    JSONEditCase("a boolean becomes a string", #"{"a": true}"#, "a", .string("true"), #"{"a": "true"}"#),
    JSONEditCase("a string becomes a number", #"{"a": "80" }"#, "a", .integer(80), #"{"a": 80 }"#),
    JSONEditCase("the same value, escaped", #"{"a": "\u0062"}"#, "a", .string("b"), #"{"a": "\u0062"}"#),
    JSONEditCase("the same number", #"{"a": 80}"#, "a", .integer(80), #"{"a": 80}"#),
    JSONEditCase("in an element", #"{"a": [{"b": 1}, {"b": 2}]}"#, "a 1 b", .integer(7), #"{"a": [{"b": 1}, {"b": 7}]}"#),
    JSONEditCase("a key with escapes", #"{"\u0061": "b"}"#, "a", .string("x"), #"{"\u0061": "x"}"#),
    JSONEditCase("behind a byte order mark", "\u{FEFF}{\"a\": 1}", "a", .integer(2), "\u{FEFF}{\"a\": 2}"),
    // Additions
    JSONEditCase("a member in one line", #"{"a": 1, "b": 2}"#, "c", .integer(3), #"{"a": 1, "b": 2, "c": 3}"#),
    JSONEditCase("a second member in one line", #"{"a": 1}"#, "c", .integer(3), #"{"a": 1, "c": 3}"#),
    JSONEditCase("without whitespace", #"{"a":1}"#, "c d", .string("x"), #"{"a":1,"c":{"d":"x"}}"#),
    JSONEditCase("spaces inside braces", #"{ "a": 1 }"#, "c", .integer(3), #"{ "a": 1, "c": 3 }"#),
    JSONEditCase(
      "a member on a line", "{\n  \"a\": 1\n}\n", "c", .string("x"), "{\n  \"a\": 1,\n  \"c\": \"x\"\n}\n"),
    JSONEditCase(
      "objects on the way", "{\n    \"m\": {\n        \"n\": 1\n    }\n}", "m labels a/b", .string("x"),
      "{\n    \"m\": {\n        \"n\": 1,\n        \"labels\": {\n            \"a/b\": \"x\"\n        }\n    }\n}"),
    JSONEditCase(
      "an empty object on a line", "{\n\t\"m\": {}\n}", "m x", .string("y"), "{\n\t\"m\": {\n\t\t\"x\": \"y\"\n\t}\n}"),
    JSONEditCase("an empty object in one line", #"{"m": {}}"#, "m x", .string("y"), #"{"m": {"x": "y"}}"#),
    JSONEditCase("in the place of null", #"{"m": null}"#, "m x", .string("y"), #"{"m": {"x": "y"}}"#),
    JSONEditCase("CRLF", "{\r\n  \"a\": 1\r\n}", "c", .integer(2), "{\r\n  \"a\": 1,\r\n  \"c\": 2\r\n}"),
    JSONEditCase("an element", #"{"a": [1]}"#, "a 1 b", .integer(2), #"{"a": [1, {"b": 2}]}"#),
    JSONEditCase("the first element", #"{"a": []}"#, "a 0 b", .integer(2), #"{"a": [{"b": 2}]}"#),
    JSONEditCase(
      "a list on the way", "{\n  \"a\": 1\n}", "c 0 d", .integer(2),
      "{\n  \"a\": 1,\n  \"c\": [\n    {\n      \"d\": 2\n    }\n  ]\n}"),
    // Removals
    JSONEditCase("the first member", #"{"a": 1, "b": 2}"#, "a", .removed, #"{"b": 2}"#),
    JSONEditCase("the last member", #"{"a": 1, "b": 2}"#, "b", .removed, #"{"a": 1}"#),
    JSONEditCase("a member on a line", "{\n  \"a\": 1,\n  \"b\": 2\n}", "b", .removed, "{\n  \"a\": 1\n}"),
    JSONEditCase(
      "a line between others", "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}", "b", .removed, "{\n  \"a\": 1,\n  \"c\": 3\n}"),
    JSONEditCase("with what is empty then", #"{"m": {"labels": {"a": "b"}}, "n": 1}"#, "m labels a", .removed, #"{"n": 1}"#),
    JSONEditCase("the only member", #"{"a": 1}"#, "a", .removed, #"{}"#),
    JSONEditCase("of an element", #"[{"a": 1}, 2]"#, "0 a", .removed, #"[{}, 2]"#),
    JSONEditCase("what is not there", #"{"a": 1}"#, "m b", .removed, #"{"a": 1}"#),
    // Refusals
    JSONEditCase("a key that is written twice", #"{"a": 1, "a": 2}"#, "a", .integer(3), refused: .repeatedKey),
    JSONEditCase("a key of a list", #"{"a": [1]}"#, "a b", .integer(3), refused: .otherForm),
    JSONEditCase("a key of a string", #"{"a": "x"}"#, "a b", .integer(3), refused: .otherForm),
    JSONEditCase("a value for an object", #"{"a": {"b": 1}}"#, "a", .string("x"), refused: .otherForm),
    JSONEditCase("a value for a list", #"{"a": []}"#, "a", .integer(3), refused: .otherForm),
    JSONEditCase("an element too far", #"{"a": [1]}"#, "a 2", .integer(3), refused: .otherForm),
    JSONEditCase("what is no JSON", #"{"a": }"#, "a", .integer(3), refused: .malformed),
  ]

  @Test(arguments: cases)
  func edits(_ row: JSONEditCase) {
    let bytes = Array(row.before.utf8)
    do throws(JSONEditRefusal) {
      let after = try JSONReader.replacement(for: row.edit, in: bytes)?.applied(to: bytes) ?? bytes
      #expect(String(decoding: after, as: UTF8.self) == row.after)
    } catch {
      #expect(error == row.refusal)
    }
  }

  /// An object of a document is edited alone.
  @Test func anObjectOfAList() throws {
    let bytes = Array(#"{"items": [{"a": 1}, {"a": 1}]} x"#.utf8)
    let edit = JSONEdit(DocumentPath([.key("a")]), .integer(2))
    let after = try #require(try JSONReader.replacement(for: edit, in: bytes, from: 21)).applied(to: bytes)
    #expect(String(decoding: after, as: UTF8.self) == #"{"items": [{"a": 1}, {"a": 2}]} x"#)
    #expect(throws: JSONEditRefusal.malformed) { try JSONReader.replacement(for: edit, in: bytes, from: 90) }
    #expect(throws: JSONEditRefusal.malformed) { try JSONReader.replacement(for: edit, in: bytes, from: -1) }
  }
}
