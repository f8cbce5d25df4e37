import KubernetesJSON
import Testing

/// Strings that are repeated are made once, and no string is taken for another.
@Suite struct StringCacheTests {
  /// Strings with the same length, beginning and end have the same slot in the cache.
  @Test func stringsWithOneSlotAreToldApart() throws {
    let strings = (0..<200).map { "the same beginning, number \(1000 + $0), the same end" }
    let repeated = strings + strings.reversed() + strings.flatMap { [$0, $0] }
    #expect(try Self.read(repeated) == repeated)
  }

  /// Some lengths are kept and others not; all read the same.
  @Test(arguments: 0...80)
  func stringsOfEveryLengthAreRead(length: Int) throws {
    let strings = ["a", "b", "é"].map { letter in
      String(repeating: letter, count: length / letter.utf8.count)
        + String(repeating: "x", count: length % letter.utf8.count)
    }
    #expect(try Self.read(strings + strings + strings.reversed()) == strings + strings + strings.reversed())
  }

  /// More strings than the cache has slots for.
  @Test func manyStringsAreRead() throws {
    let strings = (0..<5_000).map { "app.kubernetes.io/label-\($0)" }
    #expect(try Self.read(strings + strings) == strings + strings)
  }

  /// The same characters written otherwise are another string.
  @Test func stringsAreToldApartByTheirBytes() throws {
    let strings = ["caf\u{E9} caf\u{E9} caf\u{E9}", "cafe\u{301} cafe\u{301} cafe\u{301}"]
    let read = try Self.read(strings + strings)
    #expect(read.map { Array($0.utf8) } == (strings + strings).map { Array($0.utf8) })
  }

  private static func read(_ strings: [String]) throws -> [String] {
    let json = "[" + strings.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    return try JSONReader.decode([String].self, from: Array(json.utf8))
  }
}
