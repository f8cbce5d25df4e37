import KubernetesYAML
import Testing
import Yams

/// What is written is, byte for byte, what Yams writes, whose quotes and folding people have in their files.
@Suite struct YAMLWriterTests {
  private static let words = [
    "", "a", "true", "y", "N", "Yes", "off", "~", "null", "80", "-1", "+1", "0", "00", "0o7", "08", "0b1", "0x1F", "0x",
    "1_000", "1.5",
    ".5", "._5", "5.", "1e3", "1e", ".5e+3", "1e-3", ".inf", "-.INF", "+.inf", ".nan", "=", "<<", "12:30",
    "190:20:30", "1:5.5",
    "12:60", "0:5", "2024-01-01", "2024-1-1", "2024-01-01T10:00:00Z", "2024-1-1 1:00:00.5 +01:00", "10.0.0.1", "1.2.3",
    "a: b", "a:b",
    "a:", ": a", ":a", "- a", "-a", "-", "? a", "?", "#a", "a #b", "a#b", "*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "[a",
    "{a",
    "a,b", "a]", "'a'", "it's", "\"a\"", "a\"b", "a\\b", " a", "a ", "a  b", "---", "---a", "...", "..", "--", "\t", "a\tb",
    "a\nb",
    "a\n", "\na", "\n", "a\n\nb", "\r", "a\rb", "a \nb", "a\n b", "it's\nit", "\u{1B}", "\u{0}", "\u{7F}", "\u{E9}",
    "\u{85}", "\u{A0}",
    "\u{2028}", "\u{FEFF}", "\u{1F600}", "\u{D7FF}", "e\u{301}",
  ]

  @Test func writesWordsAsTheOtherWriterDoes() throws {
    for word in Self.words {
      try Self.expectSame(
        .mapping([("key", .string(word)), (word.isEmpty ? "k" : word, .string("v"))]), "\(word.debugDescription)")
      try Self.expectSame(.sequence([.string(word), .sequence([.string(word)])]), "\(word.debugDescription)")
    }
  }

  /// The other writer does not know all numbers of Kubernetes' reader.
  @Test(arguments: [".5e3", "0b-1", "y", "1e+5"])
  func quotesEveryNumberOfKubernetes(_ word: String) {
    var writer = YAMLWriter()
    writer.beginMapping()
    writer.writeKey(word)
    writer.write(word)
    writer.endMapping()
    #expect(writer.string == "'\(word)': '\(word)'\n")
  }

  /// Long strings are folded at the same spaces, in whatever quotes and however deep.
  @Test func foldsAsTheOtherWriterDoes() throws {
    var random = SplitMix(state: 8)
    let pieces = ["word", " ", " ", " ", "  ", "a:", "it's", "\u{E9}", "\"", "\\", "longer-than-others", "x", ",", "\n"]
    for index in 0..<1_000 {
      var string = ""
      // Every third string has only what can stand without quotes.
      let usable = index % 3 == 0 ? Array(pieces.prefix(4)) : pieces
      for _ in 0..<Int(random.next() % 60) { string += usable[Int(random.next() % UInt64(usable.count))] }
      var value = Value.string(string)
      for _ in 0..<Int(random.next() % 4) {
        value = random.next() % 2 == 0 ? .mapping([("key", value)]) : .sequence([value, .null])
      }
      try Self.expectSame(.mapping([("a", value), ("b\(string.prefix(140))", .integer(5))]), "\(string.debugDescription)")
    }
  }

  @Test func writesCollectionsAsTheOtherWriterDoes() throws {
    let empty: [Value] = [.mapping([]), .sequence([]), .null, .bool(true), .bool(false), .integer(.min), .string("a")]
    var values = empty
    for _ in 0..<3 {
      values = values.flatMap { value in
        [
          value, .sequence([value]), .mapping([("a", value)]),
          .sequence([value, .mapping([("b", value), ("c", .null)]), value]),
          .mapping([("d", .sequence([value, value])), ("e", value)]),
        ]
      }
      values = Array(values.prefix(300))
      for value in values {
        try Self.expectSame(.mapping([("root", value)]), "\(value)")
        try Self.expectSame(.sequence([value, value]), "\(value)")
      }
    }
  }

  // MARK: - Values

  private indirect enum Value {
    case null
    case bool(Bool)
    case integer(Int64)
    case string(String)
    case sequence([Value])
    case mapping([(String, Value)])

    func write(to writer: inout YAMLWriter) {
      switch self {
      case .null: writer.writeNull()
      case .bool(let value): writer.write(value)
      case .integer(let value): writer.write(value)
      case .string(let value): writer.write(value)
      case .sequence(let values):
        writer.beginSequence()
        for value in values { value.write(to: &writer) }
        writer.endSequence()
      case .mapping(let entries):
        writer.beginMapping()
        for (key, value) in entries {
          writer.writeKey(key)
          value.write(to: &writer)
        }
        writer.endMapping()
      }
    }

    var node: Node {
      switch self {
      case .null: Node("null", Tag(.null))
      case .bool(let value): .scalar(value.represented())
      case .integer(let value): .scalar(value.represented())
      case .string(let value): Self.node(of: value)
      case .sequence(let values): Node(values.map(\.node), Tag(.seq))
      case .mapping(let entries): Node(entries.map { (Self.node(of: $0.0), $0.1.node) }, Tag(.map))
      }
    }

    /// The other writer does not know `y` and `n` for the words that they are.
    private static func node(of string: String) -> Node {
      if ["y", "Y", "n", "N"].contains(string) { return .scalar(Node.Scalar(string, Tag(.str), .singleQuoted)) }
      return .scalar(string.represented())
    }
  }

  private static func expectSame(_ value: Value, _ comment: Comment) throws {
    var writer = YAMLWriter()
    value.write(to: &writer)
    let expected = try Yams.serialize(node: value.node, sortKeys: false)
    #expect(writer.string == expected, comment)
    // What is written is read as what it was.
    let document = try #require(try YAMLDocument.documents(in: writer.bytes).first)
    var again = YAMLWriter()
    write(document.root, to: &again)
    #expect(again.string == writer.string, comment)
  }

  private static func write(_ node: YAMLNode, to writer: inout YAMLWriter) {
    switch (node.kind, node.scalar) {
    case (.sequence, _):
      writer.beginSequence()
      for element in node.elements { write(element, to: &writer) }
      writer.endSequence()
    case (.mapping, _):
      writer.beginMapping()
      for entry in node.entries {
        writer.writeKey(entry.key.string)
        write(entry.value, to: &writer)
      }
      writer.endMapping()
    case (_, .bool(let value)): writer.write(value)
    case (_, .integer(let value)): writer.write(value)
    case (_, .string(let value)): writer.write(value.string)
    default: writer.writeNull()
    }
  }
}
