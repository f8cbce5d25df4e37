import FuzzKit
import Testing

/// Every input of the corpus holds, and takes no longer than its length lets one expect.
@Suite("Corpus", .timeLimit(.minutes(2)))
struct CorpusTests {
  @Test(arguments: FuzzTarget.allCases)
  func everyInputHolds(target: FuzzTarget) throws {
    let entries = try Corpus.entries(of: target)
    #expect(!entries.isEmpty)
    for entry in entries {
      #expect(throws: Never.self, "\(target.rawValue): \(entry.name)") { try target.run(entry.bytes) }
    }
  }

  /// Some new inputs of each target, the same on every run.
  @Test(arguments: FuzzTarget.allCases)
  func newInputsHold(target: FuzzTarget) throws {
    let source = InputSource(target, seed: 7, corpus: try Corpus.entries(of: target).map(\.bytes))
    for execution in 0..<UInt64(200) {
      #expect(throws: Never.self, "\(target.rawValue) \(execution)") { try target.run(source.input(execution)) }
    }
  }
}
