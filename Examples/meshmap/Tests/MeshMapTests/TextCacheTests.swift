import ObjectReading
import Testing

/// Texts that are repeated are made once, and no text is taken for another.
@Suite struct TextCacheTests {
  /// Texts with the same length, beginning and end have the same place in the cache.
  @Test func textsWithOnePlaceAreToldApart() throws {
    let texts = (0..<200).map { "the same beginning, number \(1000 + $0), the same end" }
    let repeated = texts + texts.reversed() + texts.flatMap { [$0, $0] }
    #expect(try Self.read(repeated) == repeated)
  }

  /// Some lengths are kept and others not; all read the same.
  @Test(arguments: 0...80)
  func textsOfEveryLengthAreRead(length: Int) throws {
    let texts = ["a", "b", "é"].map { letter in
      String(repeating: letter, count: length / letter.utf8.count)
        + String(repeating: "x", count: length % letter.utf8.count)
    }
    #expect(try Self.read(texts + texts + texts.reversed()) == texts + texts + texts.reversed())
  }

  /// More texts than the cache has places for.
  @Test func manyTextsAreRead() throws {
    let texts = (0..<5_000).map { "app.kubernetes.io/label-\($0)" }
    #expect(try Self.read(texts + texts) == texts + texts)
  }

  /// The same characters written otherwise are another text.
  @Test func textsAreToldApartByTheirBytes() throws {
    let texts = ["caf\u{E9} caf\u{E9} caf\u{E9}", "cafe\u{301} cafe\u{301} cafe\u{301}"]
    let read = try Self.read(texts + texts)
    #expect(read.map { Array($0.utf8) } == (texts + texts).map { Array($0.utf8) })
  }

  private static func read(_ texts: [String]) throws -> [String] {
    let json = "[" + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    return try JSONReader.decode([String].self, from: Array(json.utf8))
  }
}
