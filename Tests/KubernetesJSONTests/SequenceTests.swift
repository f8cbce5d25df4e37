import KubernetesJSON
import KubernetesObjects
import Testing

/// Sequences of documents, where objects and keys stand in them, and which keys are repeated.
@Suite struct SequenceTests {
  private static func namespace(_ name: String) -> String {
    #"{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "\#(name)"}}"#
  }

  private static func read(_ text: String, inPiecesOf size: Int = 7) -> [String] {
    var reader = ObjectReader<KubernetesObject>(.sequence)
    var events: [String] = []
    func take() throws {
      while let event = try reader.next() {
        switch event {
        case .document: events.append("document")
        case .withdrawal: events.append("withdrawn")
        case .objects(let batch):
          for object in try batch.decoded() {
            let place = object.position.map { "\($0.offset):\($0.line)" } ?? "?"
            let change = object.change == .none ? "" : " \(object.change)"
            events.append("\(place) \(Documents.describe(object))\(change)")
          }
          events += batch.repeatedKeys.map { "\($0.key) again at \($0.location)" }
        }
      }
    }
    do {
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        reader.append(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
        try take()
      }
      reader.finish()
      try take()
    } catch is DecodingError {
      events.append("no object")
    } catch {
      events.append("\(error)")
    }
    return events
  }

  private static let behind = JSONReaderTests.behind

  @Test(
    arguments: [
      ("\(namespace("a"))\n\(namespace("b"))", ["0:1 a", "69:2 b"]),
      ("\(namespace("a"))\(namespace("b"))", ["0:1 a", "68:1 b"]),
      ("\u{FEFF}\n[\(namespace("a")),\n \(namespace("b"))]", ["5:2 a", "76:3 b"]),
      ("[[\(namespace("a"))]]", ["1:1 object at [0] must be an object"]),
      (#"{"kind": "List", "items": [{"kind": "List", "items": [\#n\#(namespace("a"))]}]}"#, ["55:2 a"]),
      (#"{"total": 1, "items": [\#(namespace("a"))], "next": null}"#, ["23:1 a"]),
      (#"{"total": 0, "items": [], "next": null}\#n\#(namespace("a"))"#, ["40:2 a"]),
      (#"{"type": "ADDED", "object": \#(namespace("a"))}"#, ["28:1 a updated"]),
      (#"{"type": "MODIFIED", "object": \#(namespace("a"))}"#, ["31:1 a updated"]),
      (#"{"object": \#(namespace("a")), "type": "DELETED"}"#, ["11:1 a deleted"]),
      (#"{"type": "BOOKMARK", "object": {"kind": "Pod"}}"#, []),
      (
        #"{"type": "ERROR", "object": {"message": "gone"}}"#,
        ["0:1 object: type says that the watch ended by an error: gone; run the command once more"]
      ),
      (#"{"type": "ADDED"}"#, ["0:1 object: kind is missing; every Kubernetes object has one, such as kind: Pod"]),
      ("5 \(namespace("a"))", ["0:1 object must be an object", "2:1 a"]),
      ("", ["line 1, column 1: \(JSONReaderTests.nothing)"]),
      ("\(namespace("a"))}", ["0:1 a", "line 1, column 69: \(behind)"]),
      ("\(namespace("a")) error: gone", ["0:1 a", "line 1, column 70: \(behind)"]),
      ("\(namespace("a"))\n{\"kind\" 5}", ["0:1 a", "document", "line 2, column 9: \(JSONReaderTests.missingColon)"]),
      (
        #"[\#(namespace("a")), \#(namespace("b"))"#,
        ["document", "1:1 a", "71:1 b", "line 1, column 140: \(JSONReaderTests.cutOff("a list"))"]
      ),
      (
        #"{"kind": "Shelf", "a": 1,\#n"b": {"c": 1, "a": 2, "\u0063": 3},"a": 4, "a": 5}"#,
        [
          "0:1 unsupported Shelf", "c again at line 2, column 23", "a again at line 2, column 36",
          "a again at line 2, column 44",
        ]
      ),
    ] as [(String, [String])])
  func readsSequences(_ text: String, _ events: [String]) {
    for size in [1, 7, 10_000] { #expect(Self.read(text, inPiecesOf: size) == events, "\(text) in pieces of \(size)") }
  }

  /// Documents that come one by one, each whole and with nothing behind it yet, as a watch writes them: each is read at once.
  @Test(arguments: ["", "\n", " \n\t"])
  func readsEachDocumentAsItComes(_ separator: String) throws {
    var reader = ObjectReader<KubernetesObject>(.sequence)
    var names: [String] = []
    for name in ["a", "bb", "ccc", "dddd"] {
      reader.append(Array((Self.namespace(name) + separator).utf8))
      while let event = try reader.next() {
        guard case .objects(let batch) = event else { continue }
        names += try batch.decoded().map { Documents.describe($0) }
      }
      #expect(names.last?.contains(name) ?? false, "\(names)")
    }
    reader.finish()
    #expect(try reader.next() == nil)
    #expect(names.count == 4)
  }

  /// Documents that are longer than what is scanned at once are read step by step, and take back only what is theirs.
  @Test func readsLongDocumentsBetweenShortOnes() {
    let filling = String(repeating: " ", count: 2_000_000)
    let long = #"{"items": [\#(Self.namespace("b")), \#(filling)\#(Self.namespace("c"))], "kind": "List"}"#
    let shelf = #"{"items": [\#(Self.namespace("d"))], \#(filling)"kind": "Shelf"}"#
    let array = "[\(Self.namespace("e")), \(filling) {\"kind\": 5}]"
    let events = Self.read(
      "\(Self.namespace("a"))\n\(long)\n\(shelf)\n\(array)\n\(Self.namespace("f"))", inPiecesOf: 100_000)
    #expect(
      events.map { $0.drop { $0.isNumber || $0 == ":" } } == [
        " a", "document", " b", " c", "document", " d", "withdrawn", " unsupported Shelf", "document", " e",
        " object at [1]: kind must be a string; put the value in quotes", " f",
      ])
    #expect(events.last?.hasSuffix(":5 f") == true)
  }

  /// What is deleted later is not there.
  @Test func takesDeletedObjectsOutOfAList() {
    var list = ObjectList<KubernetesObject>()
    let a = Namespace(metadata: ObjectMeta(name: "a"))
    let failure = ObjectFailure(kind: "Namespace", name: "a", path: "", problem: "")
    list.add(DecodedObject(.success(.namespace(a))))
    list.add(DecodedObject(.failure(failure)))
    list.add(DecodedObject(.success(.namespace(Namespace(metadata: ObjectMeta(name: "b"))))))
    list.add(DecodedObject(.success(.namespace(a)), change: .deleted))
    #expect(list.objects.map(\.reference.name) == ["b"])
    #expect(list.failures.isEmpty)
    list.add(DecodedObject(.failure(ObjectFailure(kind: "Namespace", name: "b", path: "", problem: "")), change: .deleted))
    #expect(list == ObjectList())
  }

  // MARK: - Fields

  private static let document = """
    {"kind": "Pod", "a": 1, "metadata": {
      "name": "é", "labels": {"kuma.io/mesh": "b", "x": [1, {"y": null} , 3]}}, "a": 22}
    """

  @Test(arguments: [
    ("", "nil 1:1-2:85"), ("kind", "1:2-1:8 1:10-1:15"), ("a", "2:77-2:80 2:82-2:84"),
    ("metadata.name", "2:3-2:9 2:11-2:14"),
    (#"metadata.labels["kuma.io/mesh"]"#, "2:27-2:41 2:43-2:46"), ("metadata.labels.x[0]", "nil 2:54-2:55"),
    ("metadata.labels.x[1].y", "2:58-2:61 2:63-2:67"), ("metadata.labels.x[2]", "nil 2:71-2:72"),
  ])
  func findsFields(_ path: String, _ expected: String) throws {
    let path = try #require(DocumentPath(parsing: path))
    let bytes = Array((Self.document + "\n{\"behind\": 1").utf8)
    let field = try #require(JSONReader.location(of: path, in: bytes))
    func words(_ range: Range<JSONLocation>) -> String {
      "\(range.lowerBound.line):\(range.lowerBound.column)-\(range.upperBound.line):\(range.upperBound.column)"
    }
    #expect("\(field.key.map(words) ?? "nil") \(words(field.value))" == expected)
    // From elsewhere it is moved, and nothing else.
    let start = JSONLocation(offset: 100, line: 5, column: 9)
    let moved = try #require(JSONReader.location(of: path, in: bytes, from: start))
    #expect(moved.value.lowerBound.offset == field.value.lowerBound.offset + 100)
    #expect(moved.value.lowerBound.line == field.value.lowerBound.line + 4)
  }

  @Test func findsManyFieldsOfOneDocumentAsEachAlone() throws {
    // Lines and columns are counted from marks; so many members are longer than the distance between them.
    let members = (0..<200).map { "\"é\($0)\": {\"x\": [\($0), 1]}" }
    let text =
      "{\"a\": 1, " + members[..<100].joined(separator: ",\n") + ", " + members[100...].joined(separator: ", ") + "}"
    var finder = JSONFieldFinder(in: Array(text.utf8))
    for number in [0, 199, 7, 150, 99, 100, 7] {
      let path = DocumentPath([.key(ExactString("é\(number)")), "x", .index(0)])
      let value = try #require(finder.location(of: path)?.value.lowerBound)
      // What stands before it, counted by the standard library.
      let before = try #require(text.firstRange(of: "\"é\(number)\": {\"x\": [")).upperBound
      let line = text[..<before].split(separator: "\n", omittingEmptySubsequences: false)
      #expect(value.offset == text[..<before].utf8.count)
      #expect(value.line == line.count)
      #expect(value.column == (line.last?.unicodeScalars.count ?? 0) + 1)
    }
    #expect(finder.location(of: DocumentPath(["é7", "y"])) == nil)
    #expect(finder.location(of: DocumentPath(["é200"])) == nil)
    #expect(finder.location(of: DocumentPath(["é7", "x", .index(2)])) == nil)
    #expect(finder.location(of: DocumentPath([]))?.value.upperBound.offset == text.utf8.count)
  }

  @Test(arguments: ["b", "kind.a", "kind[0]", "[0]", "metadata.labels.x[3]", "metadata.labels.x.y"])
  func findsNoFieldThatIsNotThere(_ path: String) throws {
    let path = try #require(DocumentPath(parsing: path))
    #expect(JSONReader.location(of: path, in: Array(Self.document.utf8)) == nil)
    #expect(JSONReader.location(of: path, in: []) == nil)
    #expect(JSONReader.location(of: path, in: Array("{\"b\": [".utf8)) == nil)
  }
}
