import Foundation
import KubernetesYAML
import Testing

@testable import MeshMapKit

/// The forms in which objects come: whatever the form, the same objects are read, and what is none is told or passed over.
@Suite struct InputFormsTests {
  private static let demo = Manifest.documents(Manifest.namespace(), Manifest.service(), Manifest.pod())

  private static let namespace =
    #"{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"demo","labels":{"kuma.io/sidecar-injection":"enabled"}}}"#

  private static func pod(_ name: String, team: String) -> String {
    """
    {"apiVersion":"v1","kind":"Pod","metadata":{"name":"\(name)","namespace":"demo","labels":{"team":"\(team)"}},\
    "spec":{"containers":[{"name":"web"}]},"status":{"phase":"Pending","podIP":"10.0.0.1"}}
    """
  }

  private static func deleted(_ object: String) -> String { #"{"type":"DELETED","object":\#(object)}"# }

  /// The names of the Pods that are read, each with its team.
  private static func teams(_ input: String) throws -> [String] {
    try Command("preview", "-").report(input: input).pods.map { "\($0.name) \($0.tags["team"] ?? "-")" }
  }

  // MARK: - JSON

  @Test(arguments: [
    ("one after the other", "\(namespace)\n\(pod("a", team: "x"))\n\n\(pod("b", team: "y"))"),
    ("without a break", "\(namespace)\(pod("a", team: "x"))\(pod("b", team: "y"))"),
    ("an array", "[\(namespace), \(pod("a", team: "x")),\n\(pod("b", team: "y"))]"),
    ("arrays and objects", "[\(namespace)] \(pod("a", team: "x")) [\(pod("b", team: "y"))]"),
    (
      "a List in a List",
      #"{"kind":"List","items":[\#(namespace),{"kind":"List","items":[\#(pod("a", team: "x")),"#
        + #"{"kind":"PodList","items":[\#(pod("b", team: "y"))]}]}]}"#
    ),
    ("a List behind an object", #"\#(namespace){"kind":"List","items":[\#(pod("a", team: "x")),\#(pod("b", team: "y"))]}"#),
    ("YAML behind JSON", "\(namespace)\n---\n[\(pod("a", team: "x"))]\n---\n\(pod("b", team: "y"))"),
    ("with returns", "\(namespace)\r\n\(pod("a", team: "x"))\r\n\(pod("b", team: "y"))\r\n"),
    (
      "events",
      "\(namespace)\(event("ADDED", pod("a", team: "w")))\(event("ADDED", pod("c", team: "w")))"
        + "\(event("ADDED", pod("b", team: "y")))\(event("MODIFIED", pod("a", team: "x")))"
        + #"{"type":"BOOKMARK","object":{"kind":"Pod","metadata":{"resourceVersion":"7"}}}"#
        + event("DELETED", pod("c", team: "w"))
    ),
    (
      "the last event of a name",
      "\(namespace)\(event("ADDED", pod("a", team: "x")))"
        + "\(event("DELETED", pod("b", team: "w")))\(event("ADDED", pod("b", team: "y")))"
    ),
  ])
  func readsJSON(_ form: String, _ input: String) throws {
    #expect(try Self.teams(input) == ["a x", "b y"], "\(form)")
    let run = try Command("preview", "-").run(input: input)
    #expect(run.errors.isEmpty)
  }

  private static func event(_ type: String, _ object: String) -> String { #"{"type":"\#(type)","object":\#(object)}"# }

  @Test func tellsThatAWatchEndedByAnError() throws {
    let status = #"{"kind":"Status","status":"Failure","message":"too old resource version: 1 (2)","code":410}"#
    let run = try Command("preview", "-").run(
      input: Self.namespace + Self.event("ADDED", Self.pod("a", team: "x")) + "\n" + Self.event("ERROR", status))
    #expect(run.status == 2)
    #expect(!run.output.isEmpty)
    #expect(
      run.errors == """
        meshmap: standard input, line 2, column 9: object: type says that the watch ended by an error: too old resource version: 1 (2); \
        run the command once more

        """)
  }

  /// A sequence of more documents than are read at once, one of them larger than that.
  @Test func readsALongSequence() throws {
    let filling = String(repeating: "x", count: 700)
    var documents = [Self.namespace]
    for index in 0..<2_000 { documents.append(Self.pod("p\(index)", team: "t").replacing("10.0.0.1", with: filling)) }
    let items = (2_000..<4_000).map { Self.pod("p\($0)", team: "t").replacing("10.0.0.1", with: filling) }
    documents.insert(#"{"items":[\#(items.joined(separator: ",\n"))],"kind":"List"}"#, at: 1_000)
    // What turns out to be no list takes its objects back, and only those.
    documents.insert(#"{"items":[\#(items.joined(separator: ",\n"))],"kind":"Shelf","metadata":{"name":"s"}}"#, at: 500)
    let run = try Command("preview", "-").run(input: documents.joined(separator: "\n"))
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    // The notes behind it say what the input has none of.
    let end = run.lines.filter { !$0.hasPrefix("note: ") }.suffix(2)
    #expect(end.first?.hasPrefix("4000 Pods ") == true)
    #expect(end.last == "not needed, so not read: 1 Shelf")
  }

  @Test(arguments: [
    #"{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web-1", "namespace": "demo",\#n"#
      + #""labels": {"team": "a", "app": "web", "te\u0061m": "b"}}, "spec": {}}"#
  ])
  func saysThatAKeyOfJSONIsRepeated(_ pod: String) throws {
    let run = try Command("preview", "-").run(input: "\(Self.namespace)\n\(pod)")
    #expect(run.status == 0)
    #expect(run.output.contains("team=b"))
    #expect(run.errors == "meshmap: standard input: key team is repeated at line 3, column 39; the last one holds\n")
  }

  // MARK: - What kumactl prints

  @Test(arguments: ["yaml", "json"])
  func readsWhatKumactlPrints(_ form: String) throws {
    let dataplane = """
      type: Dataplane
      mesh: default
      name: web-1.demo
      networking:
        address: 10.0.0.9
        inbound: [{port: 8080, tags: {kuma.io/service: web_demo_svc_80}}]
      """
    let list = """
      total: 2
      items:
      - {type: Mesh, name: default}
      - type: Mesh
        name: other
        meshServices: {mode: Exclusive}
      next: null

      """
    let objects = Manifest.documents(
      Manifest.namespace(), Manifest.service(), Manifest.injectedPod(), dataplane + "\n", list)
    let input = form == "yaml" ? objects : try Self.json(objects)
    let run = try Command("verify", "-").run(input: input)
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("demo/web-1\n"))
    #expect(run.output.contains("10.0.0.9"))
    // Meshes that are in the input are all there are.
    let other = try Command("preview", "-").report(
      input: Manifest.documents(objects, Manifest.pod("web-2", annotations: "kuma.io/mesh: third")))
    #expect(other.pods.first { $0.name == "web-2" }?.decision == "reject meshNotFound")
  }

  /// Documents of YAML as JSON, one after the other.
  private static func json(_ yaml: String) throws -> String {
    try YAMLDocument.documents(in: yaml.utf8).filter { !$0.isEmpty }
      .map { String(decoding: try $0.json(), as: UTF8.self) }.joined(separator: "\n")
  }

  // MARK: - Encodings

  @Test(
    arguments: [
      (String.Encoding.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]), (.utf16LittleEndian, []),
      (.utf16BigEndian, []), (.utf8, [0xEF, 0xBB, 0xBF]), (.utf8, []),
    ] as [(String.Encoding, [UInt8])], ["yaml", "json"])
  func readsEveryEncoding(_ encoding: (String.Encoding, [UInt8]), _ form: String) throws {
    let objects = Manifest.documents(Manifest.namespace(), Manifest.pod(annotations: #"a: "größer 😀""#))
    let text = form == "yaml" ? objects : try Self.json(objects)
    let bytes = try #require(text.data(using: encoding.0))
    try Command.withFolder(holding: [:]) { folder in
      let file = folder.appending(path: "a.\(form)")
      try (Data(encoding.1) + bytes).write(to: file)
      let report = try Command("preview", file.path).report()
      #expect(report.pods.map(\.action) == ["apply"])
    }
  }

  @Test func saysHowWhatIsCompressedIsRead() throws {
    try Command.withFolder(holding: [:]) { folder in
      let file = folder.appending(path: "my dump.json")
      try Data([0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0]).write(to: file)
      let run = try Command("preview", file.path).run()
      #expect(run.status == 2)
      #expect(
        run.errors == """
          meshmap: \(file.path): is compressed; read it with zcat '\(file.path)' | meshmap … -

          """)
    }
  }

  // MARK: - The same objects in every form

  /// The sample clusters, written in every form: the answers are the same, byte by byte.
  @Test(arguments: [
    "shop.json", "bakery", "documentation/tags.yaml", "documentation/direct-access.yaml", "broken/named-port.yaml",
  ])
  func answersAlikeWhateverTheForm(_ sample: String) throws {
    let objects = try Self.texts(of: sample).flatMap { try YAMLDocument.documents(in: $0.utf8) }.filter { !$0.isEmpty }
      .flatMap { document in document.root["items"]?.elements.map(\.self) ?? [document.root] }
    let json = try objects.map { try Self.json(of: $0) }
    let yaml = json.map(Self.yaml)
    let kinds = Dictionary(grouping: json) { object in
      object.firstMatch(of: #/"kind":"([A-Za-z]+)"/#).map { String($0.1) } ?? ""
    }
    let typed = kinds.sorted { $0.key < $1.key }.map { kind, objects in
      let version = objects[0].firstMatch(of: #/"apiVersion":"([a-z0-9./]+)"/#).map { String($0.1) } ?? ""
      let untyped = objects.map { $0.replacing(#"{"apiVersion":"\#(version)","kind":"\#(kind)","#, with: "{") }
      return #"{"kind":"\#(kind)List","apiVersion":"\#(version)","items":[\#(untyped.joined(separator: ","))]}"#
    }
    let forms: [(String, String)] = [
      ("List", #"{"apiVersion":"v1","kind":"List","items":[\#(json.joined(separator: ","))]}"#),
      ("List that ends with its kind", #"{"items":[\#(json.joined(separator: ",\n"))],"kind":"List"}"#),
      ("typed lists", typed.joined(separator: "\n")),
      ("List of lists", #"{"kind":"List","items":[\#(typed.joined(separator: ","))]}"#),
      ("sequence", json.joined(separator: "\n")), ("array", "[\(json.joined(separator: ","))]"),
      ("YAML", yaml.joined(separator: "---\n")),
      ("events", json.map { Self.event("ADDED", $0) }.joined(separator: "\n")),
      ("YAML with returns", yaml.joined(separator: "---\n").replacing("\n", with: "\r\n")),
    ]
    let expected = try Command("preview", "--output", "json", sample).run()
    #expect(expected.status == 0)
    for (form, input) in forms {
      let run = try Command("preview", "--output", "json", "-").run(input: input)
      #expect(run.status == 0, "\(form): \(run.errors)")
      #expect(Self.withoutPlaces(run.output) == Self.withoutPlaces(expected.output), "\(form)")
    }
    let files = zip(json, yaml).enumerated().map { index, object in
      index.isMultiple(of: 2) ? ("a/\(index).json", object.0) : ("b/c/\(index).YAML", object.1)
    }
    try Command.withFolder(holding: Dictionary(uniqueKeysWithValues: files)) { folder in
      let run = try Command("preview", "--output", "json", folder.path).run()
      #expect(Self.withoutPlaces(run.output) == Self.withoutPlaces(expected.output))
    }
  }

  /// An output without where findings are, which is another place in each form.
  private static func withoutPlaces(_ output: String) -> String {
    output.replacing(/,\s*"location": \{[^}]*\}/, with: "")
  }

  /// What the files of a sample hold: itself, or those of the folder that it is.
  private static func texts(of sample: String) throws -> [String] {
    let file = Command.samples.appending(path: sample)
    guard file.pathExtension.isEmpty else { return [try String(contentsOf: file, encoding: .utf8)] }
    return try FileManager.default.contentsOfDirectory(at: file, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }.map { try String(contentsOf: $0, encoding: .utf8) }
  }

  /// A node as JSON, with the type of an object first.
  private static func json(of node: YAMLNode) throws -> String {
    func value(_ node: YAMLNode) -> String {
      switch node.kind {
      case .sequence: return "[" + node.elements.map(value).joined(separator: ",") + "]"
      case .mapping:
        let entries = node.entries.sorted { left, right in
          let order = ["apiVersion", "kind"]
          let (l, r) = (order.firstIndex(of: left.key.string) ?? 2, order.firstIndex(of: right.key.string) ?? 2)
          return l < r
        }
        return "{" + entries.map { "\(quoted($0.key.string)):\(value($0.value))" }.joined(separator: ",") + "}"
      case .scalar:
        switch node.scalar {
        case .string(let string): return quoted(string.string)
        case .bool(let bool): return "\(bool)"
        case .integer(let number): return "\(number)"
        default: return "null"
        }
      }
    }
    return value(node)
  }

  private static func quoted(_ string: String) -> String {
    "\"" + string.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }

  /// JSON as YAML that looks like it: a flow collection is YAML, too.
  private static func yaml(of json: String) -> String { "# An object\n\(json)\n" }
}
