import TestSupport
import Testing

@testable import MeshMapping

@Suite("Lists of reachable backends")
struct ReachableBackendListTests {
  @Test(arguments: 0..<10)
  func randomBytesNeverTrap(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      read(String(decoding: bytes, as: UTF8.self))
      let ascii = bytes.map { $0 % 128 < 32 ? UInt8(ascii: "\n") : $0 % 128 }
      read(String(decoding: ascii, as: UTF8.self))
    }
  }

  @Test(arguments: 0..<10)
  func mutatedListsNeverTrap(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<200 {
      var scalars = Array(Self.lists.randomElement(using: &random)?.unicodeScalars ?? "".unicodeScalars)
      for _ in 0..<Int.random(in: 1...6, using: &random) { Self.mutate(&scalars, with: &random) }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      read(String(text))
    }
  }

  /// Reads a text twice, as what Kuma makes of it, and compares.
  private func read(_ text: String) {
    let results = (0..<2).map { _ in
      Result { () throws(ReachableBackend.ListProblem) in try ReachableBackend.list(fromYAML: text) }
    }
    #expect(results[0] == results[1])
  }

  private static let lists = [
    "refs:\n- kind: MeshService\n  name: backend\n  port: 8080\n- labels:\n    app: web\n",
    "refs: [{kind: MeshService, name: 'a', port: 0x10}, {labels: {a: \"b\\n\"}}]\n---\nb",
    "refs:\n  - kind: |-\n      a\n    name: >2\n      b\n\n      c\n  - ? name\n    : d # e\n",
  ]

  private static let pieces = [
    "\n", "\r\n", " ", "  ", "\t", ": ", ":", "- ", "-", "? ", ", ", "[", "]", "{", "}", "#", "'", "\"", "\\", "|", ">",
    "&a", "*a", "!",
    "%", "@", "---\n", "...\n", "~", "<<", "1e999", ".inf", "0x", "\u{FEFF}", "\u{85}", "\u{2028}", "\u{0}", "e\u{301}",
  ]

  private static func mutate(_ scalars: inout [Unicode.Scalar], with random: inout SplitMix) {
    let start = Int.random(in: 0...scalars.count, using: &random)
    let end = min(scalars.count, start + Int.random(in: 0...5, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: scalars.removeSubrange(start..<end)
    case 1: scalars.insert(contentsOf: Array(scalars[start..<end]), at: Int.random(in: 0...scalars.count, using: &random))
    default: scalars.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").unicodeScalars, at: start)
    }
  }
}
