import KubernetesYAML
import Testing

@Suite("Errors of YAML")
struct YAMLErrorTests {
  @Test(arguments: [
    // The second colon.
    ("a: b: c", 1, 5, 5),
    // The line that should have had a colon.
    ("a: b\nc\nd: e", 2, 1, 6),
    ("a:\n\tb: c", 2, 1, 4),
    ("- @a", 1, 3, 3),
    // The backslash: columns are characters, and the offset is bytes.
    ("\u{E9}: \"\\q\"", 1, 5, 6),
    ("a: b\r\n\u{1}", 2, 1, 7),
    // The bracket and the quote that are not closed.
    ("[a", 1, 1, 1),
    ("a: {b: [c\n\n", 1, 8, 8),
    ("a: 'b\n", 1, 4, 4),
    // The bracket that nothing opened.
    ("]", 1, 1, 1),
    ("a: ]\nb: c", 1, 4, 4),
    ("- }\n- b", 1, 3, 3),
    ("a: [b]]", 1, 7, 7),
    ("a: {b: c}}\nd: e", 1, 10, 10),
    ("- a\n- *b", 2, 3, 7),
    ("%YAML 1.2\n---\n", 1, 1, 1),
    ("\u{FEFF}- @a", 1, 3, 6),
    ("a: b\u{2028}\u{85}\rc: d: e", 4, 5, 15),
  ])
  func location(_ document: String, _ line: Int, _ column: Int, _ number: Int) {
    let error = #expect(throws: YAMLError.self) { try YAMLValue(parsing: document) }
    #expect(error?.location == YAMLLocation(offset: number - 1, line: line, column: column))
  }

  /// Kubernetes' tools read a last line as if it had a line break. What is missing at the end is missed where the input ends all the
  /// same, and not on a line that it does not have.
  @Test(arguments: [
    ("%YAML 1.1", 1, 10, 9),
    ("%YAML 1.1 # c", 1, 14, 13),
    ("%YAML 1.1\r", 2, 1, 10),
    ("%YAML 1.1\n", 2, 1, 10),
    ("%YAML 1.1\n# \u{E9}", 2, 4, 14),
    ("%TAG ! tag:a,2026:", 1, 19, 18),
    ("%TAG !\u{E9} a", 1, 10, 10),
    ("a: 1\n...\n%YAML 1.1", 3, 10, 18),
    ("a: 1\n%YAML 1.1", 2, 10, 14),
    ("--- \n%TAG ! x", 2, 9, 13),
    ("%YAML 1.1\u{2028}", 2, 1, 12),
  ])
  func locationAtTheEnd(_ stream: String, _ line: Int, _ column: Int, _ offset: Int) {
    let location = YAMLLocation(offset: offset, line: line, column: column)
    let documents = #expect(throws: YAMLError.self) { try YAMLDocument.documents(in: stream.utf8) }
    #expect(documents?.location == location)
    var reader = YAMLEventReader(stream.utf8)
    let events = #expect(throws: YAMLError.self) { while try reader.next() != nil {} }
    #expect(events?.location == location)
  }

  @Test func saysWhereItIs() {
    let error = #expect(throws: YAMLError.self) { try YAMLValue(parsing: "a:\n  b: [c, \"d\"") }
    #expect(error?.description == "line 2, column 6: a collection is not closed; write the missing bracket")
    #expect(error?.message == "a collection is not closed; write the missing bracket")
  }

  @Test func locationsAreOrderedByOffset() {
    #expect(YAMLLocation(offset: 8, line: 1, column: 9) < YAMLLocation(offset: 10, line: 2, column: 1))
    #expect(YAMLLocation(offset: 10, line: 2, column: 1) < YAMLLocation(offset: 11, line: 2, column: 2))
  }
}
