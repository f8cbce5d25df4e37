import Foundation
import KubernetesJSON
import KubernetesObjects
import Testing

/// The objects of a document that is read piece by piece.
@Suite struct ObjectReaderTests {
  private static let namespace = #"{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "demo"}}"#
  private static let bad =
    #"{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"ports": [{"port": "x"}]}}"#
  private static let isBad = "Service web (items[1]): spec.ports[0].port must be a whole number"

  /// Documents and what is read of them.
  static let documents: [(text: String, events: [String])] = [
    (#"{"apiVersion": "v1", "items": [\#(namespace), \#(bad)], "kind": "List"}"#, ["demo", isBad]),
    (#"{"kind": "List", "apiVersion": "v1", "items": [\#(namespace), \#(bad)]}"#, ["demo", isBad]),
    (#"{"items": [\#(namespace), \#(bad)], "metadata": {"items": [1]}, "kind": "NamespaceList"}"#, ["demo", isBad]),
    (#" { "items" : [ ] , "kind" : "List" } "#, []),
    (#"{"items": null, "kind": "List"}"#, []),
    (#"{"items": 5, "kind": "List"}"#, ["List: items must be a list"]),
    (#"{"items": {}, "kind": "List"}"#, ["List: items must be a list"]),
    (
      #"{"items": [\#(namespace)], "kind": 5}"#,
      ["demo", "withdrawn", "object: kind must be a string; put the value in quotes"]
    ),
    ("[]", ["no object"]), ("5", ["no object"]), (#""{""#, ["no object"]),
    ("{}", ["object: kind is missing; every Kubernetes object has one, such as kind: Pod"]),
    (#"{"kind": "List"}"#, ["unsupported List"]),
    (namespace, ["demo"]),
    (#"{"kind": "List", "items": ["a", null, 5]}"#, (0...2).map { "object at items[\($0)] must be an object" }),
    // What turns out to be no list is an object that has items.
    (#"{"items": [\#(namespace)], "kind": "Shelf"}"#, ["demo", "withdrawn", "unsupported Shelf"]),
    (#"{"kind": "Shelf", "items": [\#(namespace)]}"#, ["demo", "withdrawn", "unsupported Shelf"]),
    (
      #"{"items": [\#(namespace)]}"#,
      ["demo", "withdrawn", "object: kind is missing; every Kubernetes object has one, such as kind: Pod"]
    ),
    // The last of repeated keys holds.
    (
      #"{"items": [\#(namespace)], "items": [\#(namespace), \#(namespace)], "kind": "List"}"#,
      ["demo", "withdrawn", "demo", "demo"]
    ),
    (#"{"items": [\#(namespace)], "items": null, "kind": "List"}"#, ["demo", "withdrawn"]),
    (#"{"items": null, "items": [\#(namespace)], "kind": "List"}"#, ["demo"]),
    (#"{"items": [\#(namespace)], "\u0069tems": [], "kind": "List"}"#, ["demo", "withdrawn"]),
    (#"{"kind": "Shelf", "items": [\#(namespace)], "kind": "List"}"#, ["demo"]),
    // A mistake ends the reading where it stands.
    (#"{"items": [\#(namespace), ], "kind": "List"}"#, ["demo", "line 1, column 85: \(JSONReaderTests.commaTooMany)"]),
    (
      #"{"items": [\#(namespace) \#(namespace)], "kind": "List"}"#,
      ["demo", "line 1, column 84: a comma is missing before a value"]
    ),
    (#"{"items": [\#(namespace)}"#, ["demo", "line 1, column 83: a list is closed with }; write ]"]),
    (#"{"items": [\#(namespace)"#, ["demo", "line 1, column 83: \(JSONReaderTests.cutOff("a list"))"]),
    (#"{"items": [\#(namespace)]"#, ["demo", "line 1, column 84: \(JSONReaderTests.cutOff("an object"))"]),
    (#"{"items": [\#(namespace)], }"#, ["demo", "line 1, column 86: \(JSONReaderTests.commaTooMany)"]),
    ("{\"items\": [\n\(namespace)\n] \"kind\": \"List\"}", ["demo", "line 3, column 3: a comma is missing before a key"]),
    ("{\"items\": [],\n\"kind\": \"List\"}\n\n x", ["line 4, column 2: \(JSONReaderTests.behind)"]),
  ]

  private static let untyped = #"{"metadata": {"name": "demo"}}"#

  private static let inner = #"{"kind": "NamespaceList", "items": [\#(untyped)]}"#

  /// Lists whose items do not name their types, and lists in lists.
  static let typedLists: [(text: String, events: [String])] = [
    (#"{"kind": "NamespaceList", "apiVersion": "v1", "items": [\#(untyped), \#(untyped)]}"#, ["demo", "demo"]),
    (#"{"apiVersion": "v1", "items": [\#(untyped), \#(untyped)], "kind": "NamespaceList"}"#, ["demo", "demo"]),
    (#"{"items": [\#(untyped), \#(namespace)], "kind": "NamespaceList", "apiVersion": "v1"}"#, ["demo", "demo"]),
    (#"{"items": [\#(untyped)], "items": [\#(untyped), \#(untyped)], "kind": "NamespaceList"}"#, ["demo", "demo"]),
    (#"{"items": [\#(untyped)], "kind": "Shelf"}"#, ["unsupported Shelf"]),
    (
      #"{"items": [\#(namespace), \#(untyped)], "kind": "List"}"#,
      ["demo", "object demo (items[1]): kind is missing; every Kubernetes object has one, such as kind: Pod"]
    ),
    (
      #"{"items": [\#(untyped), ], "kind": "NamespaceList"}"#,
      [
        "object demo (items[0]): kind is missing; every Kubernetes object has one, such as kind: Pod",
        "line 1, column 44: \(JSONReaderTests.commaTooMany)",
      ]
    ),
    (
      #"{"items": [{"kind": "List", "items": [\#(namespace), \#(inner)]}], "kind": "List"}"#,
      ["demo", "demo"]
    ),
  ]

  @Test(arguments: typedLists)
  func readsTypedLists(_ text: String, _ events: [String]) {
    let bytes = Array(text.utf8)
    #expect(Documents.events(in: bytes, inPiecesOf: bytes.count) == events)
    #expect(Documents.events(in: bytes, inPiecesOf: 1) == events)
  }

  /// More items than a batch has, whose type comes behind them.
  @Test func holdsItemsWhoseTypeComesBehindThem() {
    let filling = String(repeating: "x", count: 900)
    let items = (0..<1_000).map { #"{"metadata": {"name": "n\#($0)", "annotations": {"a": "\#(filling)"}}}"# }
    let text = #"{"items": [\#(items.joined(separator: ","))], "kind": "NamespaceList"}"#
    #expect(Documents.events(in: Array(text.utf8), inPiecesOf: 65_536) == (0..<1_000).map { "n\($0)" })
  }

  /// What of a list is handed on before its end comes: all but the last batch where it is known what the items are, by themselves or by
  /// what stands before them, and else nothing, since the end may say that they are something else.
  @Test(arguments: [
    (#""kind": "NamespaceList", "#, "", true), (#""apiVersion": "v1", "kind": "NamespaceList", "metadata": {}, "#, "", true),
    (#""kind": "List", "#, #""kind": "Namespace", "#, true), ("", #""kind": "Namespace", "#, true), ("", "", false),
    (#""apiVersion": "v1", "#, "", false), (#""kind": "Shelf", "#, "", false),
  ])
  func handsItemsOnAsTheyCome(_ before: String, _ kind: String, _ areKnown: Bool) throws {
    let filling = String(repeating: "x", count: 900)
    let items = (0..<1_000).map { #"{\#(kind)"metadata": {"name": "n\#($0)", "annotations": {"a": "\#(filling)"}}}"# }
    var reader = ObjectReader<KubernetesObject>()
    reader.append(Array("{\(before)\"items\": [\(items.joined(separator: ","))".utf8))
    var names: [String] = []
    while let event = try reader.next() {
      if case .objects(let batch) = event { names += try batch.decoded().map(Documents.describe) }
    }
    // A batch is 256 KiB, of items of a little less than one.
    #expect(names == (0..<names.count).map { "n\($0)" })
    #expect(areKnown ? names.count > 700 : names.isEmpty)
  }

  /// However the bytes come in pieces, the same is read.
  @Test(arguments: documents)
  func readsTheObjects(_ text: String, _ events: [String]) {
    let bytes = Array(text.utf8)
    let sizes = Set((1...bytes.count).filter { Documents.events(in: bytes, inPiecesOf: $0) != events })
    let splits = Set(bytes.indices.filter { Documents.events(of: Documents.pieces(of: bytes, splitAt: $0)) != events })
    #expect(Documents.events(in: bytes, inPiecesOf: bytes.count) == events)
    #expect(sizes.isEmpty)
    #expect(splits.isEmpty)
  }

  @Test func readsDeepItemsUpToTheSameLimit() {
    let list = { (count: Int) in String(repeating: "[", count: count) + String(repeating: "]", count: count) }
    let deep = { (count: Int) in #"{"items": [\#(list(count))], "kind": "List"}"# }
    #expect(Documents.events(in: Array(deep(510).utf8), inPiecesOf: 100) == ["object at items[0] must be an object"])
    #expect(Documents.events(in: Array(deep(511).utf8), inPiecesOf: 100).last?.contains("more than 512 levels") == true)
    let single = { (count: Int) in #"{"kind": "Shelf", "data": \#(list(count))}"# }
    #expect(Documents.events(in: Array(single(511).utf8), inPiecesOf: 100) == ["unsupported Shelf"])
    #expect(Documents.events(in: Array(single(512).utf8), inPiecesOf: 100).last?.contains("more than 512 levels") == true)
  }

  /// What is not there yet is not scanned anew for every byte that comes.
  @Test(.timeLimit(.minutes(5))) func readsALargeObjectInSmallPieces() {
    let text = #"{"kind": "List", "items": [{"kind": "Shelf", "data": "\#(String(repeating: "x", count: 600_000))"}]}"#
    #expect(Documents.events(in: Array(text.utf8), inPiecesOf: 1) == ["unsupported Shelf"])
  }

  /// A sample cluster, whole and broken objects in it, gives the same objects and failures as Foundation's decoder.
  @Test func readsASampleAsFoundationDoes() throws {
    let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Examples/Clusters")
    let shop = try String(contentsOf: samples.appending(path: "shop.json"), encoding: .utf8)
    let broken = shop.replacingOccurrences(of: #""containerPort": 8080"#, with: #""containerPort": "http""#)
      .replacingOccurrences(of: #""kubernetes.io/metadata.name": "default""#, with: #""kubernetes.io/metadata.name": 5"#)
      .replacingOccurrences(of: #""controller": true"#, with: #""controller": "yes""#)
    for text in [shop, broken] {
      let expected = try JSONDecoder().decode(ObjectList<KubernetesObject>.self, from: Data(text.utf8))
      #expect(expected.objects.count > 10)
      #expect(expected.failures.isEmpty == (text == shop))
      for size in [1000, 4096, 1 << 20] {
        var list = ObjectList<KubernetesObject>()
        try Documents.read(Documents.pieces(of: Array(text.utf8), size)) { try list.apply($0) }
        #expect(list == expected)
      }
    }
  }

  @Test func keepsADecoderThatIsKept() throws {
    var kept: [Kept] = []
    let text = #"{"kind": "List", "items": [{"name": "a"}, {"name": "b"}, {"name": "c"}]}"#
    try Documents.read(Kept.self, Documents.pieces(of: Array(text.utf8), 7)) { event in
      if case .objects(let batch) = event { kept += try batch.decoded().map { try $0.result.get() } }
    }
    #expect(
      try kept.map { try unsafe $0.decoder.container(keyedBy: Name.self).decode(String.self, forKey: .name) } == [
        "a", "b", "c",
      ])
  }

  @Test func endsOnceTheDocumentIsRead() throws {
    var reader = ObjectReader<KubernetesObject>()
    reader.append(Array(#"{"kind": "Shelf"}"#.utf8))
    #expect(try reader.next() == nil)
    reader.finish()
    #expect(try reader.next() != nil)
    #expect(try reader.next() == nil)
    #expect(try reader.next() == nil)
  }

  @Test func tellsAMistakeAsOftenAsItIsAsked() {
    var reader = ObjectReader<KubernetesObject>()
    reader.append(Array("{]  ".utf8))
    #expect(throws: JSONSyntaxError.self) { try reader.next() }
    reader.append(Array("{}".utf8))
    #expect(throws: JSONSyntaxError.self) { try reader.next() }
  }

  @Test func tellsWhereAMistakeIs() throws {
    var reader = ObjectReader<KubernetesObject>()
    reader.append(Array("{\n \"kind\" ".utf8))
    #expect(try reader.next() == nil)
    reader.append(Array("5".utf8))
    reader.finish()
    let mistake = #expect(throws: JSONSyntaxError.self) { try reader.next() }
    #expect(mistake?.location.line == 2)
    #expect(mistake?.location.column == 9)
    #expect(mistake?.message == JSONReaderTests.missingColon)
  }
}

private enum Name: String, CodingKey {
  case name
}

/// An object that keeps its decoder.
private struct Kept: ListElement {
  nonisolated(unsafe) let decoder: any Decoder

  init(from decoder: any Decoder, as type: ObjectType) { unsafe self.decoder = decoder }

  var reference: ObjectReference { ObjectReference(apiGroup: "", kind: "", namespace: "", name: "") }

  static func == (left: Self, right: Self) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}

extension ObjectReaderTests {
  /// A list that was cut off is told whether its metadata stands before its items or behind them, and its items stay.
  @Test(arguments: [
    #"{"kind": "NodeList", "apiVersion": "v1", "metadata": {"continue": "x"}, "items": [{"metadata": {"name": "a"}}]}"#,
    #"{"items": [{"metadata": {"name": "a"}}], "metadata": {"continue": "x"}, "apiVersion": "v1", "kind": "NodeList"}"#,
  ])
  func aListThatWasCutOff(_ text: String) throws {
    for documents in [ObjectReader<KubernetesObject>.Documents.one, .sequence] {
      var reader = ObjectReader<KubernetesObject>(documents)
      reader.append(Array(text.utf8))
      reader.finish()
      var list = ObjectList<KubernetesObject>()
      while let event = try reader.next() { try list.apply(event) }
      #expect(list.objects.map(\.reference.name) == ["a"])
      #expect(list.failures.compactMap(\.reference?.kind) == ["Node"])
    }
  }
}
