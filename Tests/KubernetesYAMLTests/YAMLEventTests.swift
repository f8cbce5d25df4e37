import KubernetesYAML
import Testing

@Suite("Events of YAML")
struct YAMLEventTests {
  @Test func tellsWhatStandsWhere() throws {
    let stream = """
      # c
      \u{E9}: &a !!str 'b
        c'
      d:
      - |
        e
      - *a
      - {? f, [g]: }
      ...
      --- >-
       h
      ---
      """
    let events = try Self.events(of: stream)
    #expect(
      events == """
        +document 2:1-2:1
        +mapping 2:1-2:1
        plain é 2:1-2:2
        singleQuoted b c &a <tag:yaml.org,2002:str> 2:4-3:5
        plain d 4:1-4:2
        +sequence 5:1-5:1
        literal e⏎ 5:3-6:4
        *a 7:3-7:5
        +mapping 8:3-8:4
        plain f 8:6-8:7
        plain  8:7-8:7
        +sequence 8:9-8:10
        plain g 8:10-8:11
        -sequence 8:11-8:12
        plain  8:13-8:13
        -mapping 8:14-8:15
        -sequence 8:15-8:15
        -mapping 8:15-8:15
        -document 9:1-9:4
        +document 10:1-10:4
        folded h 10:5-11:3
        -document 12:1-12:1
        +document 12:1-12:4
        plain  12:4-12:4
        -document 12:4-12:4
        """)
  }

  /// Nothing ends on a line that the stream does not have, though a last line is read as if it had a line break.
  @Test(arguments: [
    ("--- ", "+document 1:1-1:4, plain  1:5-1:5, -document 1:5-1:5"),
    ("...", ""),
    ("a", "+document 1:1-1:1, plain a 1:1-1:2, -document 1:2-1:2"),
    ("- |", "+document 1:1-1:1, +sequence 1:1-1:1, literal  1:3-1:4, -sequence 1:4-1:4, -document 1:4-1:4"),
    ("- |\n b", "+document 1:1-1:1, +sequence 1:1-1:1, literal b⏎ 1:3-2:3, -sequence 2:3-2:3, -document 2:3-2:3"),
    ("- |\r", "+document 1:1-1:1, +sequence 1:1-1:1, literal  1:3-2:1, -sequence 2:1-2:1, -document 2:1-2:1"),
  ])
  func endsWhereTheStreamDoes(_ stream: String, _ expected: String) throws {
    #expect(try Self.events(of: stream).replacing("\n", with: ", ") == expected)
  }

  /// Keys may be anything here, and what aliases stand for is not looked at.
  @Test func leavesValuesAlone() throws {
    let events = try Self.events(of: "? [a]\n: *b\n").split(separator: "\n")
    let expected = ["+document", "+mapping", "+sequence", "plain a", "-sequence", "*b", "-mapping", "-document"]
    #expect(events.count == expected.count)
    for (event, beginning) in zip(events, expected) { #expect(event.hasPrefix(beginning)) }
  }

  @Test(arguments: ["[", "? ", "[? ", "- "])
  func endsAtTheLimitOfDepth(_ opening: String) {
    var reader = YAMLEventReader(String(repeating: opening, count: 100_000).utf8)
    let error = #expect(throws: YAMLError.self) { while try reader.next() != nil {} }
    #expect(error?.message == "the document is nested more than 200 levels deep, which no Kubernetes object is")
  }

  @Test func endsAfterAnError() throws {
    var reader = YAMLEventReader("a: b: c".utf8)
    #expect(throws: YAMLError.self) { while try reader.next() != nil {} }
    #expect(try reader.next() == nil)
    var bytes = YAMLEventReader([0x61, 0xFF])
    #expect(throws: YAMLError.self) { try bytes.next() }
  }

  /// A byte order mark is no column, though it is bytes.
  @Test func countsNoByteOrderMark() throws {
    var reader = YAMLEventReader("\u{FEFF}a".utf8)
    _ = try reader.next()
    #expect(try reader.next()?.start == YAMLLocation(offset: 3, line: 1, column: 1))
  }

  private static func events(of stream: String) throws -> String {
    var reader = YAMLEventReader(stream.utf8)
    var lines: [String] = []
    while let event = try reader.next() {
      let anchor = event.anchor.map { " &\($0.string)" } ?? ""
      let tag = event.tag.map { " <\($0.string)>" } ?? ""
      let range = "\(event.start.line):\(event.start.column)-\(event.end.line):\(event.end.column)"
      lines.append("\(name(of: event.content))\(anchor)\(tag) \(range)")
    }
    return lines.joined(separator: "\n")
  }

  private static func name(of content: YAMLEvent.Content) -> String {
    switch content {
    case .documentStart: "+document"
    case .documentEnd: "-document"
    case .sequenceStart: "+sequence"
    case .sequenceEnd: "-sequence"
    case .mappingStart: "+mapping"
    case .mappingEnd: "-mapping"
    case .scalar(let string, let style): "\(style) \(string.string.replacing("\n", with: "⏎"))"
    case .alias(let name): "*\(name.string)"
    }
  }
}
