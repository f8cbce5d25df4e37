import KubernetesYAML
import Testing

@Suite("YAML")
struct YAMLTests {
  private static let deepest = 200

  @Test(arguments: YAMLTable.cases)
  func value(_ row: YAMLCase) {
    let result = Result { () throws(YAMLError) in try YAMLValue(parsing: row.document) }
    #expect(result.mapError(\.reason) == row.expected)
  }

  @Test func noTwoRowsHaveTheSameTitle() {
    #expect(Set(YAMLTable.cases.map(\.title)).count == YAMLTable.cases.count)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func refusesDeepNesting(_ opening: String) {
    for count in [Self.deepest + 1, 100_000] {
      let document = String(repeating: opening, count: count)
      let error = #expect(throws: YAMLError.self) { try YAMLValue(parsing: document) }
      #expect(error?.reason == .unsupported)
    }
  }

  @Test func readsNestingUpToTheLimit() throws {
    let document = String(repeating: "[", count: Self.deepest) + String(repeating: "]", count: Self.deepest)
    var value = try YAMLValue(parsing: document)
    for _ in 1..<Self.deepest {
      guard case .sequence(let values) = value, let first = values.first else {
        Issue.record("too shallow")
        return
      }
      value = first
    }
    #expect(value == .sequence([]))
  }

  /// All documents of up to three pieces: none traps, and how its lines end does not matter.
  @Test func readsAllLineBreaksAlike() {
    for first in Self.pieces {
      for second in Self.pieces {
        for third in Self.pieces {
          let document = first + second + third
          let withReturns = document.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
          #expect(Self.described(document) == Self.described(withReturns), "\(document.debugDescription)")
        }
      }
    }
  }

  /// What is read of a document, or what is wrong with it at which line and column.
  private static func described(_ document: String) -> String {
    do throws(YAMLError) {
      return "\(try YAMLValue(parsing: document))"
    } catch {
      return "\(error)"
    }
  }

  private static let pieces = [
    "", "a", "5", "\n", "\n  ", "\n\t", ": ", ":", "- ", "? ", ", ", "[", "]", "{", "}", " #", "'", "\"", "\\", "|\n",
    ">+\n",
    "&a", "@", "---\n", "...\n", "~", "<<", "\u{FEFF}", "\u{0}",
  ]
}
