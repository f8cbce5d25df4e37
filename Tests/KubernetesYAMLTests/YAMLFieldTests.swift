import KubernetesYAML
import Testing

@Suite("Fields of YAML, and where objects come from")
struct YAMLFieldTests {
  private static let document = """
    # Source: chart/templates/web.yaml
    base: &base {x: 1, on: é}
    list:
    - a: b
      c: [1, {d: e}]
    -
    merged:
      <<: *base
      z: *base
    "q": 'two'
    q: three

    """

  private static func range(_ range: Range<YAMLLocation>) -> String {
    let (start, end) = (range.lowerBound, range.upperBound)
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  @Test(
    arguments: [
      ([.key("base"), .key("x")], "2:14-2:15 2:17-2:18"), ([.key("base"), .key("true")], "2:20-2:22 2:24-2:25"),
      ([.key("list"), .index(0), .key("c"), .index(1), .key("d")], "5:11-5:12 5:14-5:15"),
      ([.key("list"), .index(1)], "nil 6:2-6:2"), ([.key("merged"), .key("x")], "2:14-2:15 2:17-2:18"),
      ([.key("merged"), .key("z")], "9:3-9:4 9:6-9:11"), ([.key("merged"), .key("z"), .key("x")], "2:14-2:15 2:17-2:18"),
      ([.key("q")], "11:1-11:2 11:4-11:9"), ([.key("list"), .index(0)], "nil 4:3-5:17"),
    ] as [([YAMLPathStep], String)])
  func findsFields(_ path: [YAMLPathStep], _ expected: String) throws {
    let root = try #require(try YAMLDocument.documents(in: Self.document.utf8).first).root
    let field = try #require(root.location(of: path))
    #expect("\(field.key.map(Self.range) ?? "nil") \(Self.range(field.value))" == expected)
  }

  @Test(
    arguments: [
      [.key("z")], [.index(0)], [.key("list"), .index(2)], [.key("list"), .index(-1)], [.key("base"), .index(0)],
      [.key("base"), .key("x"), .key("x")],
    ] as [[YAMLPathStep]])
  func findsNoFieldThatIsNotThere(_ path: [YAMLPathStep]) throws {
    let root = try #require(try YAMLDocument.documents(in: Self.document.utf8).first).root
    #expect(root.location(of: path) == nil)
  }

  @Test func saysWhatADocumentWasMadeOf() throws {
    let document = try #require(try YAMLDocument.documents(in: Self.document.utf8).first)
    #expect(document.leadingComments == ["# Source: chart/templates/web.yaml"])
    let documents = try YAMLDocument.documents(in: "---\n# a\n\n # b\n#c\r\nd: # e\n---\nf\n---\n# g\n".utf8)
    #expect(documents.map(\.leadingComments) == [["# a", "#c"], [], ["# g"]])
    #expect(documents.map(\.sourceOffset) == [0, 25, 31])
    #expect(documents.map(\.sourceLine) == [0, 6, 8])
  }

  @Test func saysWhereObjectsComeFrom() throws {
    let stream = "a: 1\n---\nitems:\n- {b: 2}\n-   c: {d: 3}\n- e\n"
    let json = try YAMLDocument.documents(in: stream.utf8)[1].jsonWithSources()
    let string = String(decoding: json.bytes, as: UTF8.self)
    #expect(string == #"{"items":[{"b":2},{"c":{"d":3}},"e"]}"#)
    let sources = [0, 10, 18, 23, 33].map { json.source(ofObjectAt: $0).map { "\($0.offset):\($0.line)" } }
    #expect(sources == ["9:3", "18:4", "29:5", "32:5", "32:5"])
    #expect(json.source(ofObjectAt: -1) == nil)
  }

  @Test func keepsWhatWasRejected() throws {
    var stream = YAMLStream()
    stream.append("a: 1\n---\nb: {{ c }}\n---\nd: 1\n".utf8)
    stream.finish()
    #expect(try stream.next() != nil)
    #expect(stream.rejectedBytes == nil)
    #expect(throws: YAMLError.self) { try stream.next() }
    #expect(stream.rejectedBytes.map { String(decoding: $0, as: UTF8.self) } == "---\nb: {{ c }}\n")
    #expect(try stream.next() != nil)
  }

  @Test func keepsNothingThatWasNotThere() {
    var stream = YAMLStream()
    stream.append("[a".utf8)
    stream.finish()
    #expect(throws: YAMLError.self) { try stream.next() }
    #expect(stream.rejectedBytes.map { String(decoding: $0, as: UTF8.self) } == "[a")
  }
}
