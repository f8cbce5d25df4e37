import KubernetesYAML
import Testing

/// What is meant to be slow or large is refused before it is.
@Suite("Hostile YAML", .timeLimit(.minutes(1)))
struct YAMLHostileTests {
  private static let keyProblem = "a key is a sequence or a mapping; Kubernetes has strings as keys only"
  private static let growth =
    "the document grows to more than ten times its size by its aliases; write out what they stand for"
  private static let depth = "the document is nested more than 200 levels deep, which no Kubernetes object is"

  /// 39 lines that say that a value is 2^40 strings.
  private static let doubling = "a0: &a0 [x,x]\n" + (1...39).map { "a\($0): &a\($0) [*a\($0 - 1),*a\($0 - 1)]\n" }.joined()

  @Test func refusesAnAliasAsAKeyBeforeExpandingIt() {
    #expect(DocumentCase.read("\(Self.doubling)? *a39\n: 1\n".utf8) == "line 41, column 3: \(Self.keyProblem)")
  }

  /// What aliases stand for is composed, and can be looked at; it is writing all of it that ends.
  @Test func composesWhatItDoesNotWrite() throws {
    let document = try #require(try YAMLDocument.documents(in: Self.doubling.utf8).first)
    var node = try #require(document.root["a39"])
    for _ in 0..<40 { node = try #require(node[1]) }
    #expect(node.scalar == .string("x"))
    let error = #expect(throws: YAMLError.self) { try document.json() }
    #expect(error?.message == Self.growth)
    #expect(error?.reason == .unsupported)
  }

  @Test func refusesALongStringManyTimes() {
    let document =
      "a: &a \(String(repeating: "x", count: 100_000))\nb: [\(repeatElement("*a", count: 1_000).joined(separator: ","))]"
    #expect(DocumentCase.read(document.utf8).hasSuffix(Self.growth))
    let keys =
      "a: &a \(String(repeating: "x", count: 1_000_000))\nb: [\(repeatElement("{*a : 1}", count: 50).joined(separator: ","))]"
    #expect(DocumentCase.read(keys.utf8).hasSuffix(Self.growth))
  }

  @Test func readsWhatGrowsALittle() {
    let document = "a: &a {b: c}\nd: [\(repeatElement("*a", count: 1_000).joined(separator: ","))]"
    #expect(DocumentCase.read(document.utf8).hasSuffix(#",{"b":"c"}]}"#))
  }

  /// Each mapping merges the one before twice: the entries stay few, and no work doubles.
  @Test func mergesOfMergesDoNotDouble() {
    let lines = (1...100).map { "a\($0): &a\($0) {<<: [*a\($0 - 1),*a\($0 - 1)]}\n" }
    #expect(DocumentCase.read("a0: &a0 {x: 1}\n\(lines.joined())".utf8).hasSuffix(#""a100":{"x":1}}"#))
  }

  @Test func refusesEntriesThatAreMergedOverAndOver() {
    let keys = (0..<2_000).map { "k\($0): 1" }.joined(separator: ",")
    let merges = repeatElement("{<<: *a}", count: 2_000).joined(separator: ",")
    #expect(DocumentCase.read("a: &a {\(keys)}\nb: [\(merges)]\n".utf8).hasSuffix(Self.growth))
  }

  @Test func refusesDepthByAliases() {
    let inner = String(repeating: "[", count: 150) + String(repeating: "]", count: 150)
    let outer = String(repeating: "[", count: 60) + "*a" + String(repeating: "]", count: 60)
    #expect(DocumentCase.read("a: &a \(inner)\nb: \(outer)\n".utf8) == "line 1, column 146: \(Self.depth)")
    let shallow = String(repeating: "[", count: 49) + "*a" + String(repeating: "]", count: 49)
    #expect(DocumentCase.read("a: &a \(inner)\nb: \(shallow)\n".utf8).hasPrefix("{"))
  }

  @Test(arguments: ["[", "{a: ", "- ", "[a: ", "&a [", "!!seq ["])
  func refusesDepth(_ opening: String) {
    for count in [201, 100_000] {
      #expect(DocumentCase.read(String(repeating: opening, count: count).utf8).hasSuffix(Self.depth))
    }
  }

  @Test(arguments: [("[", "]"), ("{a: ", "}")])
  func readsTheGreatestDepth(_ opening: String, _ closing: String) {
    let document = String(repeating: opening, count: 200) + String(repeating: closing, count: 200)
    #expect(!DocumentCase.read(document.utf8).hasSuffix(Self.depth))
  }

  /// A document may grow to a million bytes and ten times its own size, so that short ones may repeat what they like.
  @Test func growsByAMillionBytesAndTenTimesItsSize() {
    func document(repeating count: Int) -> String {
      "a: &a \(String(repeating: "x", count: 100_000))\nb: [\(repeatElement("*a", count: count).joined(separator: ","))]"
    }
    #expect(DocumentCase.read(document(repeating: 19).utf8).hasSuffix(#"xxx"]}"#))
    #expect(DocumentCase.read(document(repeating: 22).utf8).hasSuffix(Self.growth))
  }

  /// A key may have 1024 characters before its colon, however many bytes they take.
  @Test(arguments: ["k", "\u{E9}", "\u{1F600}"])
  func readsKeysOf1024Characters(_ character: String) {
    let longest = String(repeating: character, count: 1024)
    #expect(DocumentCase.read("a: 1\n\(longest): 1".utf8) == #"{"a":1,"\#(longest)":1}"#)
    #expect(DocumentCase.read("a: 1\n\(longest)\(character): 1".utf8).hasPrefix("line 2, column 1: "))
  }

  @Test func readsDocumentsOf256MiBUnlessToldOtherwise() {
    #expect(YAMLStream.standardDocumentSize == 268_435_456)
  }

  /// Time grows with the size, and not with its square: these are 40,000 bytes each.
  @Test(arguments: [
    "a", "a ", "a: 1\n", "{a: 1}, ", "[a, b], ", "- ", "'", "\"\\n", "\\", "# c\n", "&a b\n", "? a\n", "a\n\n", ", ",
    "? a, ", "\t",
    "*a ", "!!str ", "---\n", "...\n", "%", "\u{85}", "\u{2028}", "a: |\n b\n", "\r", "k: &a\n- ",
  ])
  func takesLinearTime(_ piece: String) {
    let count = 40_000 / piece.utf8.count
    for opening in ["", "[", "{", "a: [", "|\n ", "'"] {
      _ = DocumentCase.read((opening + String(repeating: piece, count: count)).utf8)
    }
  }

  /// The same key again and again, in one line.
  @Test func tellsManyRepeatedKeysInLinearTime() throws {
    let document = "{" + String(repeating: "a: 1, ", count: 100_000) + "}"
    let keys = try #require(try YAMLDocument.documents(in: document.utf8).first).repeatedKeys
    #expect(keys.count == 99_999)
    #expect(keys.last?.location == YAMLLocation(offset: 599_995, line: 1, column: 599_996))
  }
}
