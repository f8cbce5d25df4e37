import KubernetesJSON
import KubernetesObjects
import Testing

/// Documents of so many objects that they are decoded in several batches: the same as if they were decoded one by one.
@Suite struct BatchReadingTests {
  /// A Namespace of about a kilobyte, so that a batch has some 250.
  private static func namespace(_ index: Int) -> String {
    let filling = String(repeating: "x", count: 900)
    return
      #"{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"n\#(index)","annotations":{"filling":"\#(filling)"}}}"#
  }

  private static func list(_ items: [String]) -> String {
    #"{"kind": "List", "items": [\#(items.joined(separator: ",\n"))]}"#
  }

  private static func events(in text: String, inPiecesOf size: Int) -> [String] {
    Documents.events(in: Array(text.utf8), inPiecesOf: size)
  }

  /// Every tenth object is broken; the failures name their places, whatever batch they are in.
  @Test(arguments: [1_000, 65_536, 262_144, 10_000_000])
  func handsOutInTheOrderOfTheDocument(size: Int) {
    let items = (0..<2_000).map { index in
      index % 10 == 3
        ? Self.namespace(index).replacing(#""name":"n\#(index)""#, with: #""name":\#(index)"#) : Self.namespace(index)
    }
    let expected = (0..<2_000).map { index in
      index % 10 == 3
        ? "Namespace at items[\(index)]: metadata.name must be a string; put the value in quotes" : "n\(index)"
    }
    #expect(Self.events(in: Self.list(items), inPiecesOf: size) == expected)
  }

  @Test func handsOutWhatStandsBeforeAMistake() {
    for count in [1, 300, 1_000] {
      let text = Self.list((0..<count).map(Self.namespace) + ["nul"])
      let expected =
        (0..<count).map { "n\($0)" }
        + ["line \(count + 1), column 1: a word stands without quotes; only true, false and null do"]
      #expect(Self.events(in: text, inPiecesOf: 100_000) == expected)
    }
  }

  @Test func withdrawsBatchesAfterTheyWereHandedOut() {
    let many = (0..<1_000).map(Self.namespace)
    let text = #"{"kind": "List", "items": [\#(many.joined(separator: ","))], "items": [\#(many[7])]}"#
    #expect(Self.events(in: text, inPiecesOf: 50_000) == (0..<1_000).map { "n\($0)" } + ["withdrawn", "n7"])
  }

  /// What is decoded first does not matter, so that batches can go to several cores.
  @Test func decodesBatchesInAnyOrder() throws {
    var batches: [ObjectBatch<KubernetesObject>] = []
    try Documents.read(Documents.pieces(of: Array(Self.list((0..<1_000).map(Self.namespace)).utf8), 100_000)) { event in
      if case .objects(let batch) = event { batches.append(batch) }
    }
    #expect(batches.count > 2)
    let names = try batches.reversed().map { try $0.decoded().map(Documents.describe) }.reversed().flatMap(\.self)
    #expect(names == (0..<1_000).map { "n\($0)" })
  }

  /// Batches are found while the document comes, so that memory holds a few of them.
  @Test func findsBatchesBeforeTheEnd() throws {
    var reader = ObjectReader<KubernetesObject>()
    var found = 0
    for piece in Self.list((0..<1_000).map(Self.namespace)).utf8.split(separator: UInt8(ascii: "\n")) {
      reader.append(Array(piece))
      while try reader.next() != nil { found += 1 }
    }
    #expect(found >= 3)
  }

  /// An object that is larger than a batch, between small ones.
  @Test func readsObjectsLargerThanABatch() {
    let large =
      #"{"kind":"Namespace","metadata":{"name":"large","annotations":{"a":"\#(String(repeating: "é", count: 400_000))"}}}"#
    let text = Self.list([Self.namespace(0), large, Self.namespace(1), large, large])
    #expect(Self.events(in: text, inPiecesOf: 4_096) == ["n0", "large", "n1", "large", "large"])
  }

  /// Keys with escapes and repeated keys, whose bytes and nodes are marked by their places in a batch.
  @Test func keepsTheKeysOfABatchApart() throws {
    let items = (0..<600).map { index in
      #"{"kind":"Namespace","metadata":{"name":"no","n\u0061me":"n\#(index)","labels":{"b":"1","\u0061":"\#(index)","b":"2"}}}"#
    }
    var list = ObjectList<KubernetesObject>()
    try Documents.read(Documents.pieces(of: Array(Self.list(items).utf8), 1 << 20)) { try list.apply($0) }
    let namespaces = list.objects.map { object in
      if case .namespace(let namespace) = object { namespace.metadata } else { ObjectMeta(name: "") }
    }
    #expect(namespaces.map(\.name) == (0..<600).map { "n\($0)" })
    #expect(namespaces.map(\.labels) == (0..<600).map { ["a": "\($0)", "b": "2"] })
  }

  // MARK: - Texts that are looked at eight bytes at a time

  /// A byte that is not plain is found wherever it stands.
  @Test(arguments: [
    (UInt8(0x0A), "a string is not closed on its line; write \\n for a line break, or the missing quote"),
    (0x01, "a string holds a control character; write it as \\u0001"),
    (0x08, "a string holds a control character; write it as \\u0008"),
    (0x1E, "a string holds a control character; write it as \\u001e"),
    (0x80, "the document is not UTF-8; save it as UTF-8"),
    (0xFE, "the document is not UTF-8; save it as UTF-8"),
  ])
  func findsAMistakeInALongText(byte: UInt8, problem: String) {
    for length in 1...40 {
      for position in 0..<length {
        var text = [UInt8](repeating: UInt8(ascii: "b"), count: length)
        text[position] = byte
        let json = [UInt8(ascii: "\"")] + text + Array("\"        ".utf8)
        do {
          _ = try JSONReader.decode(String.self, from: json)
          Issue.record("is accepted at \(position) of \(length)")
        } catch {
          #expect("\(error)" == "line 1, column \(position + 2): \(problem)")
        }
      }
    }
  }

  @Test func findsTheEndOfPlainCharactersWhateverTheyAre() {
    for byte in UInt8.min...UInt8.max {
      let isPlain = (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      for length in [1, 7, 8, 9, 16, 23] {
        for position in 0..<length {
          for other in [UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "!"), UInt8(ascii: "~")] {
            var text = [UInt8](repeating: other, count: length)
            text[position] = byte
            let end = unsafe text.withUnsafeBufferPointer { unsafe ByteView($0).endOfPlainCharacters(from: 0) }
            #expect(end == (isPlain ? length : position), "\(byte) at \(position) of \(length)")
          }
        }
      }
    }
  }

  /// Lines and characters are counted eight bytes at a time as well, and up to 255 times eight in one go.
  @Test(arguments: [0, 1, 7, 8, 250, 2_033, 2_040, 2_041, 5_000])
  func countsLinesAndCharacters(count: Int) {
    let breaks = String(repeating: "\n", count: count)
    let text = String(repeating: "é", count: count)
    // Behind the breaks stand a bracket, a quote, the text, a quote and a comma.
    let expected = "line \(count + 1), column \(count + 5): a comma has nothing behind it; remove it"
    do {
      _ = try JSONReader.decode([String].self, from: Array("\(breaks)[\"\(text)\",]".utf8))
      Issue.record("is accepted")
    } catch {
      #expect("\(error)" == expected)
    }
  }
}
