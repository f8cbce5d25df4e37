import KubernetesYAML
import Testing

@Suite("Documents of YAML")
struct YAMLDocumentTests {
  @Test(arguments: DocumentTable.cases)
  func json(_ row: DocumentCase) {
    #expect(DocumentCase.read(row.document.utf8) == row.expected)
  }

  @Test(arguments: DocumentTable.cases)
  func doesNotDependOnHowLinesEnd(_ row: DocumentCase) {
    let document = row.document.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(DocumentCase.read(document.utf8) == row.expected)
  }

  // MARK: - Where things stand

  @Test func nodesKnowWhereTheyStand() throws {
    let document = try #require(
      try YAMLDocument.documents(in: "\u{FEFF}# c\n\u{E9}: &x [b, !!str 5]\nm:\n  o: 'p'  # r\n  q: *x\n".utf8).first)
    let root = document.root
    #expect(Self.range(root) == "2:1-5:8")
    #expect(root.entries.map { Self.range($0.keyNode) } == ["2:1-2:2", "3:1-3:2"])
    let list = try #require(root["\u{E9}"])
    #expect(Self.range(list) == "2:4-2:19")
    #expect(list.elements.map(Self.range) == ["2:8-2:9", "2:11-2:18"])
    #expect(list[1]?.scalar == .string("5"))
    #expect(list[2] == nil)
    let mapping = try #require(root["m"])
    #expect(Self.range(mapping) == "4:3-5:8")
    #expect(mapping["o"].map(Self.range) == "4:6-4:9")
    // An alias stands where it stands, and is what it stands for.
    #expect(mapping["q"].map(Self.range) == "5:6-5:8")
    #expect(mapping["q"]?.elements.count == 2)
    #expect(mapping["p"] == nil)
    #expect(list["b"] == nil)
  }

  private static func range(_ node: YAMLNode) -> String {
    "\(node.start.line):\(node.start.column)-\(node.end.line):\(node.end.column)"
  }

  @Test func offsetsAreBytesOfTheStream() throws {
    let stream = "\u{E9}: 1\r\n---\n# c\n\u{E9}: 2\n"
    let documents = try YAMLDocument.documents(in: stream.utf8)
    #expect(
      documents.map { $0.root.start } == [
        YAMLLocation(offset: 0, line: 1, column: 1), YAMLLocation(offset: 15, line: 4, column: 1),
      ])
    #expect(documents[1].root.entries.first?.value.start == YAMLLocation(offset: 19, line: 4, column: 4))
  }

  @Test func nodesAreWhatTheyAre() throws {
    let document = "{a: 1, b: [~, yes, 0x10, 1.5, 18446744073709551615, s], <<: {c: d}, a: 2}"
    let root = try #require(try YAMLDocument.documents(in: document.utf8).first).root
    #expect(root.kind == .mapping)
    #expect(root.scalar == nil)
    #expect(root.elements.isEmpty)
    #expect(root.entries.map(\.key) == ["a", "b", "c"])
    #expect(root["a"]?.scalar == .integer(2))
    #expect(root["c"]?.scalar == .string("d"))
    let scalars: [YAMLScalar] = [.null, .bool(true), .integer(16), .float(1.5), .unsigned(.max), .string("s")]
    #expect(root["b"]?.elements.map(\.scalar) == scalars)
    #expect(root["b"]?.kind == .sequence)
    #expect(root["b"]?[0]?.kind == .scalar)
    #expect(root["b"]?[0]?.entries.isEmpty == true)
  }

  // MARK: - Repeated keys

  @Test func tellsRepeatedKeysInOrder() throws {
    let document = "a: 1\nb: {x: 1, on: 2, x: 3, 'true': 4}\na: 2\na: 3\n"
    let keys = try #require(try YAMLDocument.documents(in: document.utf8).first).repeatedKeys
    #expect(
      keys == [
        YAMLRepeatedKey(key: "x", location: YAMLLocation(offset: 22, line: 2, column: 18)),
        YAMLRepeatedKey(key: "true", location: YAMLLocation(offset: 28, line: 2, column: 24)),
        YAMLRepeatedKey(key: "a", location: YAMLLocation(offset: 39, line: 3, column: 1)),
        YAMLRepeatedKey(key: "a", location: YAMLLocation(offset: 44, line: 4, column: 1)),
      ])
  }

  /// Merging is no repetition, and keys that only look alike are none either.
  @Test(arguments: ["{a: 1, <<: {a: 2}}", "{\u{E9}: 1, e\u{301}: 2}", "[{a: 1}, {a: 2}]", "{a: {a: 1}}"])
  func tellsNoKeysThatAreNotRepeated(_ document: String) throws {
    #expect(try YAMLDocument.documents(in: document.utf8).first?.repeatedKeys.isEmpty == true)
  }

  /// Keys of large mappings are looked up in a table.
  @Test func findsRepeatedKeysAmongMany() throws {
    let lines = (0..<1_000).map { "key\($0): \($0)\n" } + ["key7: a\n", "key999: b\n"]
    let document = try #require(try YAMLDocument.documents(in: lines.joined().utf8).first)
    #expect(document.repeatedKeys.map(\.key) == ["key7", "key999"])
    #expect(document.root.entries.count == 1_000)
    #expect(document.root["key7"]?.scalar == .string("a"))
    #expect(document.root["key998"]?.scalar == .integer(998))
  }
}
