import KubernetesObjects
import MeshDiagnostics
import MeshMapKit
import MeshMapping
import Testing

/// JSON that is written while values are encoded: its text, and that it is the text of the tree of the same value.
@Suite struct JSONWriterTests {
  private static func text(_ value: some Encodable) throws -> String {
    String(decoding: try JSONWriter.text(of: value), as: UTF8.self)
  }

  /// The text of the tree that YAML is made of, which is another encoder.
  private static func treeText(_ value: some Encodable) throws -> String {
    text(try JSONValue(encoding: value), "\n")
  }

  private static func text(_ value: JSONValue, _ line: String) -> String {
    switch value {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .integer(let integer): "\(integer)"
    case .number(let number): "\(number)"
    case .string(let string): quoted(string)
    case .array(let elements): list(elements.map { text($0, line + "  ") }, "[", "]", line)
    case .object(let members): list(members.map { "\(quoted($0.key)): \(text($0.value, line + "  "))" }, "{", "}", line)
    }
  }

  private static func list(_ lines: [String], _ start: String, _ end: String, _ line: String) -> String {
    lines.isEmpty ? start + end : start + lines.map { "\(line)  \($0)" }.joined(separator: ",") + line + end
  }

  /// Scalar by scalar, where the writer takes many plain ones at a time.
  private static func quoted(_ string: String) -> String {
    let short: [Unicode.Scalar: String] = ["\"": #"\""#, "\\": #"\\"#, "\n": #"\n"#, "\r": #"\r"#, "\t": #"\t"#]
    let scalars = string.unicodeScalars.map { scalar in
      if let short = short[scalar] { return short }
      if SafePrinting.isSafe(scalar) { return String(scalar) }
      return String(scalar).utf16.map {
        "\\u" + String(repeating: "0", count: 4 - String($0, radix: 16).count) + String($0, radix: 16)
      }
      .joined()
    }
    return "\"\(scalars.joined())\""
  }

  @Test func indentsAndLeavesEmptyContainersOnTheirLine() throws {
    let expected = """
      {
        "list": [
          1,
          -2
        ],
        "none": [],
        "inner": {
          "flag": true,
          "empty": {}
        },
        "text": "a"
      }
      """
    #expect(try Self.text(Sample()) == expected)
    #expect(try Self.treeText(Sample()) == expected)
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\c/d", #""a\"b\\c/d""#), ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{8}\u{1F}", #""\u0000\u0008\u001f""#),
    ("\u{7F}", #""\u007f""#), ("\u{1B}[31m", #""\u001b[31m""#), ("\u{202E}x", #""\u202ex""#), ("é€", #""é€""#),
    ("\u{E0001}", #""\udb40\udc01""#), ("1234567\"", #""1234567\"""#), ("12345678é", #""12345678é""#),
    ("\u{FEFF}", #""\ufeff""#), ("e\u{301}", "\"e\u{301}\""),
  ])
  func escapesWhatATerminalObeysOrDoesNotShow(_ text: String, _ json: String) throws {
    #expect(Array(try Self.text(text).utf8) == Array(json.utf8))
    #expect(Array(try Self.treeText(text).utf8) == Array(json.utf8))
    #expect(try Self.text([text: text]) == "{\n  \(json): \(json)\n}")
  }

  @Test func writesNumbers() throws {
    #expect(try Self.text(UInt64.max) == "18446744073709551615")
    #expect(try Self.text(Int64.min) == "-9223372036854775808")
    #expect(try Self.text(UInt8(200)) == "200")
    #expect(try Self.text(1.5) == "1.5")
    #expect(try Self.text(Float(0.25)) == "0.25")
    #expect(try Self.text([Int?.none, 1]) == "[\n  null,\n  1\n]")
    #expect(throws: EncodingError.self) { try JSONWriter.text(of: Double.nan) }
    #expect(throws: EncodingError.self) { try JSONWriter.text(of: [Double.infinity]) }
  }

  @Test(arguments: [1, 2, 50])
  func writesWhatIsDeep(depth: Int) throws {
    // At 50 levels a line begins with more blanks than are copied in one go.
    let blanks = { (count: Int) in String(repeating: "  ", count: count) }
    let expected =
      (0..<depth).map { "\(blanks($0))[\n" }.joined() + blanks(depth) + "[]"
      + (0..<depth).reversed().map { "\n\(blanks($0))]" }.joined()
    #expect(try Self.text(Nest(depth: depth)) == expected)
    #expect(try Self.treeText(Nest(depth: depth)) == expected)
  }

  /// Nested containers, superclasses, values that encode nothing, and a container that is asked for twice.
  @Test func writesEveryKindOfContainer() throws {
    let expected = """
      {
        "nested": {
          "a": 1
        },
        "list": [
          [
            "x"
          ],
          {
            "b": null
          },
          {},
          3
        ],
        "super": {},
        "c": 2,
        "nothing": {},
        "again": true
      }
      """
    #expect(try Self.text(Containers()) == expected)
    #expect(try Self.treeText(Containers()) == expected)
    #expect(try Self.text(Nothing()) == "{}")
  }

  /// What the command prints of a sample cluster's Pods.
  @Test(arguments: ["default", "shop"]) func writesReportsAsTheTreeHasThem(namespace: String) throws {
    let labels: StringMap = ["app": "a", "kuma.io/x": "\"\u{1B}é\"", "team": ""]
    let pods = (0..<20).map { index in
      Pod(metadata: ObjectMeta(name: "p\(index)", namespace: namespace, labels: labels), status: PodStatus(phase: "Running"))
    }
    let injected = Namespace(metadata: ObjectMeta(name: "shop", labels: ["kuma.io/sidecar-injection": "enabled"]))
    let objects = pods.map { ClusterObject.kubernetes(.pod($0)) } + [.kubernetes(.namespace(injected))]
    let cluster = Cluster(objects, under: ControlPlane(rules: .documented))
    for report in cluster.previews() {
      let document = PodDocument(report, findings: cluster.findings(on: report))
      #expect(try Self.text(document) == Self.treeText(document))
    }
  }

  @Test func refusesWhatComesForAPlaceThatIsWritten() {
    #expect(throws: EncodingError.self) { try JSONWriter.text(of: Late()) }
    #expect(throws: EncodingError.self) { try JSONWriter.text(of: Twice()) }
  }
}

private enum Key: String, CodingKey {
  case nested, list, a, b, c, nothing, again
}

private struct Sample: Encodable {
  let list = [1, -2]
  let none: [String] = []
  let inner = Inner()
  let absent: Int? = nil
  let text = "a"

  struct Inner: Encodable {
    let flag = true
    let empty: [String: Int] = [:]
  }
}

private struct Nest: Encodable {
  let depth: Int

  func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    if depth > 0 { try list.encode(Nest(depth: depth - 1)) }
  }
}

private struct Nothing: Encodable {
  func encode(to encoder: any Encoder) throws {}
}

private struct Containers: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    var nested = container.nestedContainer(keyedBy: Key.self, forKey: .nested)
    try nested.encode(1, forKey: .a)
    var list = container.nestedUnkeyedContainer(forKey: .list)
    var inner = list.nestedUnkeyedContainer()
    try inner.encode("x")
    var object = list.nestedContainer(keyedBy: Key.self)
    try object.encodeNil(forKey: .b)
    _ = list.superEncoder()
    #expect(list.count == 3)
    try list.encode(3)
    _ = container.superEncoder()
    try container.encode(2, forKey: .c)
    try container.encode(Nothing(), forKey: .nothing)
    var again = encoder.container(keyedBy: Key.self)
    try again.encode(true, forKey: .again)
  }
}

/// Goes on with an object after what is around it went on.
private struct Late: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    var nested = container.nestedContainer(keyedBy: Key.self, forKey: .nested)
    try container.encode(1, forKey: .a)
    try nested.encode(2, forKey: .b)
  }
}

/// Writes a single value twice.
private struct Twice: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(1)
    try container.encode(2)
  }
}
