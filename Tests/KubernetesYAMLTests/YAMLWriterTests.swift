import KubernetesYAML
import Testing

/// That strings are quoted and folded as another writer does it is tested beside that, with the command.
@Suite("Writing of YAML")
struct YAMLWriterTests {
  @Test func writesBlocks() {
    var writer = YAMLWriter()
    writer.beginMapping()
    writer.writeKey("list")
    writer.beginSequence()
    writer.beginMapping()
    writer.writeKey("a")
    writer.write(5)
    writer.writeKey("no")
    writer.write(true)
    writer.endMapping()
    writer.beginSequence()
    writer.writeNull()
    writer.write(1.5)
    writer.endSequence()
    writer.beginMapping()
    writer.endMapping()
    writer.endSequence()
    writer.writeKey("empty")
    writer.beginSequence()
    writer.endSequence()
    writer.writeKey("two\nlines")
    writer.write("caf\u{E9}\n")
    writer.endMapping()
    #expect(
      writer.string == """
        list:
        - a: 5
          'no': true
        - - null
          - 1.5
        - {}
        empty: []
        ? 'two

          lines'
        : "caf\\xE9\\n"

        """)
  }

  @Test func endsNothingThatWasNotBegun() {
    var writer = YAMLWriter()
    writer.endMapping()
    writer.endSequence()
    writer.write("a")
    #expect(writer.string == "a\n")
  }

  /// A string stands without quotes where it is read again as what it is: no other value, and no other structure.
  @Test(arguments: [
    ("a", "a"), ("a b", "a b"), ("a:b", "a:b"), ("a:", "'a:'"), ("a: b", "'a: b'"), (":", "':'"), (":a", ":a"),
    ("a#b", "a#b"),
    ("a #b", "'a #b'"), ("#a", "'#a'"), ("-", "'-'"), ("-a", "-a"), ("- a", "'- a'"), ("?a", "?a"), ("? a", "'? a'"),
    ("---", "'---'"), ("...", "'...'"), ("", "''"), (" a", "' a'"), ("a ", "'a '"), ("it's", "it's"), ("'a", "'''a'"),
    ("[a", "'[a'"), ("{a", "'{a'"), ("&a", "'&a'"), ("*a", "'*a'"), ("!a", "'!a'"), ("|", "'|'"), (">", "'>'"),
    ("%a", "'%a'"),
    ("@a", "'@a'"), ("`a", "'`a'"), ("\"a", "'\"a'"), ("true", "'true'"), ("null", "'null'"), ("~", "'~'"), ("1", "'1'"),
    ("1.5", "'1.5'"), ("0x1F", "'0x1F'"), ("yes", "'yes'"), ("<<", "'<<'"), ("2024-01-01", "'2024-01-01'"),
    ("1.2.3", "1.2.3"),
    // Numbers of YAML 1.1 in base 60, and what is nearly one.
    ("1:30", "'1:30'"), ("190:20:30", "'190:20:30'"), ("1:30.5", "'1:30.5'"), ("1:60", "1:60"), ("+", "+"), ("_1", "_1"),
    ("1_000", "'1_000'"), ("+1", "'+1'"), ("017", "'017'"), ("0o17", "'0o17'"), ("0b101", "'0b101'"), ("1e3", "'1e3'"),
    ("caf\u{E9}", #""caf\xE9""#), ("a\tb", #""a\tb""#), ("a \nb", #""a \nb""#), ("a\n b", #""a\n b""#),
  ])
  func quotesWhatWouldBeReadAsSomethingElse(_ string: String, _ expected: String) throws {
    var writer = YAMLWriter()
    writer.beginSequence()
    writer.write(string)
    writer.endSequence()
    #expect(writer.string == "- \(expected)\n")
    #expect(try YAMLDocument.documents(in: writer.string.utf8).first?.root[0]?.scalar == .string(YAMLString(string)))
  }

  @Test func foldsBehindColumn80() {
    var writer = YAMLWriter()
    writer.beginSequence()
    writer.write(String(repeating: "x", count: 78) + " y  z " + String(repeating: "x", count: 80) + " y")
    writer.endSequence()
    let x = String(repeating: "x", count: 78)
    // The first space behind column 80 that stands alone.
    #expect(writer.string == "- \(x) y  z\n  \(x)xx\n  y\n")
  }

  @Test(arguments: [(Double.infinity, ".inf"), (-.infinity, "-.inf"), (.nan, ".nan"), (1e21, "1e+21"), (-0.5, "-0.5")])
  func writesNumbers(_ number: Double, _ expected: String) {
    var writer = YAMLWriter()
    writer.beginSequence()
    writer.write(number)
    writer.endSequence()
    #expect(writer.string == "- \(expected)\n")
  }
}
