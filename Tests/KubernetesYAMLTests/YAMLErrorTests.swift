import KubernetesYAML
import Testing

@Suite("Errors of YAML")
struct YAMLErrorTests {
  @Test(arguments: [
    // The second colon.
    ("a: b: c", 1, 5),
    // The end of the line that should have had a colon.
    ("a: b\nc\nd: e", 3, 1),
    ("a:\n\tb: c", 2, 1),
    ("- @a", 1, 3),
    ("\u{E9}: \"\\q\"", 1, 7),
    ("a: b\r\n\u{1}", 2, 1),
    // Input that ends too early, without and with a line break.
    ("[a", 1, 3),
    ("[a\n", 2, 1),
    ("- a\n- *b", 2, 3),
    ("%YAML 1.2\n---\n", 1, 1),
  ])
  func location(_ document: String, _ line: Int, _ column: Int) {
    let error = #expect(throws: YAMLError.self) { try YAMLValue(parsing: document) }
    #expect(error?.location == YAMLLocation(line: line, column: column))
  }

  @Test func saysWhereItIs() {
    let location = YAMLLocation(line: 2, column: 5)
    #expect(YAMLError(.malformed, at: location).description == "This is not YAML at line 2, column 5.")
    #expect(YAMLError(.unsupported, at: location).description.contains("at line 2, column 5 that is not read here"))
  }

  @Test func locationsAreOrderedByLine() {
    #expect(YAMLLocation(line: 1, column: 9) < YAMLLocation(line: 2, column: 1))
    #expect(YAMLLocation(line: 2, column: 1) < YAMLLocation(line: 2, column: 2))
  }
}
