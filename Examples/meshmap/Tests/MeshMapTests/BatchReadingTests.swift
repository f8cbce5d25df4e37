import Foundation
import KubernetesObjects
import MeshMapKit
import MeshMapping
import ObjectReading
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

  /// What is read of a document, in words.
  private static func events(in text: String, inPiecesOf size: Int, on cores: CoreUse = .all) -> [String] {
    var events: [String] = []
    var rest = Array(text.utf8)[...]
    let pieces = { () -> [UInt8]? in
      defer { rest = rest.dropFirst(size) }
      return rest.isEmpty ? nil : Array(rest.prefix(size))
    }
    do {
      try ObjectReader<ClusterObject>.read(pieces, on: cores, handOut: { events.append(describe($0)) })
    } catch {
      events.append("\(error)")
    }
    return events
  }

  private static func describe(_ event: ObjectReader<ClusterObject>.Event) -> String {
    guard case .object(let object) = event else { return "withdrawn" }
    return switch object.result {
    case .success(.kubernetes(.namespace(let namespace))): namespace.metadata.name
    case .success(let other): "\(other)"
    case .failure(let failure): "\(failure)"
    }
  }

  /// Every tenth object is broken; the failures name their places, whatever batch they are in.
  @Test(arguments: [CoreUse.one, .all], [1_000, 65_536, 262_144, 10_000_000])
  func handsOutInTheOrderOfTheDocument(cores: CoreUse, size: Int) {
    let items = (0..<2_000).map { index in
      index % 10 == 3
        ? Self.namespace(index).replacing(#""name":"n\#(index)""#, with: #""name":\#(index)"#) : Self.namespace(index)
    }
    let expected = (0..<2_000).map { index in
      index % 10 == 3
        ? "Namespace at items[\(index)]: metadata.name must be a string; put the value in quotes" : "n\(index)"
    }
    #expect(Self.events(in: Self.list(items), inPiecesOf: size, on: cores) == expected)
  }

  @Test(arguments: [CoreUse.one, .all])
  func handsOutWhatStandsBeforeAMistake(cores: CoreUse) {
    for count in [1, 300, 1_000] {
      let text = Self.list((0..<count).map(Self.namespace) + ["nul"])
      let expected =
        (0..<count).map { "n\($0)" }
        + ["line \(count + 1), column 1: a word stands without quotes; only true, false and null do"]
      #expect(Self.events(in: text, inPiecesOf: 100_000, on: cores) == expected)
    }
  }

  @Test func withdrawsBatchesAfterTheyWereHandedOut() {
    let many = (0..<1_000).map(Self.namespace)
    let text = #"{"kind": "List", "items": [\#(many.joined(separator: ","))], "items": [\#(many[7])]}"#
    #expect(Self.events(in: text, inPiecesOf: 50_000) == (0..<1_000).map { "n\($0)" } + ["withdrawn", "n7"])
  }

  @Test func handsOutNothingBehindARefusal() {
    struct Refusal: Error {}
    var names: [String] = []
    var text: [UInt8]? = Array(Self.list((0..<1_000).map(Self.namespace) + ["nul"]).utf8)
    #expect(throws: Refusal.self) {
      try ObjectReader<ClusterObject>.read {
        defer { text = nil }
        return text
      } handOut: { event in
        guard case .object(let object) = event, case .success(.kubernetes(.namespace(let namespace))) = object.result else {
          return
        }
        names.append(namespace.metadata.name)
        if names.count == 400 { throw Refusal() }
      }
    }
    #expect(names == (0..<400).map { "n\($0)" })
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
    var text: [UInt8]? = Array(Self.list(items).utf8)
    var labels: [StringMap] = []
    try ObjectReader<ClusterObject>.read {
      defer { text = nil }
      return text
    } handOut: { event in
      guard case .object(let object) = event, case .kubernetes(.namespace(let namespace)) = try object.result.get() else {
        return
      }
      #expect(namespace.metadata.name == "n\(labels.count)")
      labels.append(namespace.metadata.labels)
    }
    #expect(labels == (0..<600).map { ["a": "\($0)", "b": "2"] })
  }

  // MARK: - Texts that are looked at eight bytes at a time

  /// A byte that is not plain is found wherever it stands.
  @Test(arguments: [
    (UInt8(0x0A), "a text is not closed on its line; write \\n for a line break, or the missing quote"),
    (0x01, "a text holds a control character; write it as \\u0001"),
    (0x08, "a text holds a control character; write it as \\u0008"),
    (0x1E, "a text holds a control character; write it as \\u001e"),
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
            let end = text.withUnsafeBufferPointer { $0.endOfPlainCharacters(from: 0) }
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
