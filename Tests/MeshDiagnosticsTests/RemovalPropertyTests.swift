import Foundation
import MeshDiagnostics
import MeshMapping
import Testing

/// What is left out of a cluster, all of a kind or one object, makes no verdict greener, and what is still told is true (KNOW-1 … KNOW-5).
@Suite("What is left out of clusters")
struct RemovalPropertyTests {
  static let pairs = [
    ("2.0.8", "2.1.0"), ("2.6.15", "2.9.4"), ("2.10.11", "2.11.0"), ("2.12.14", "2.14.3"), ("2.14.3", "3.0.0"),
  ]
  /// How many clusters are looked at: a few, unless `REMOVAL_SEEDS` says more.
  static let seeds = 0..<(ProcessInfo.processInfo.environment["REMOVAL_SEEDS"].flatMap(Int.init) ?? 3)

  @Test(arguments: seeds)
  func nothingTurnsGreen(_ seed: Int) throws {
    let objects = try RandomFleet.objects(UInt64(seed))
    let pair = Self.pairs[seed % Self.pairs.count]
    let (old, new) = (try KumaRelease(parsing: pair.0), try KumaRelease(parsing: pair.1))
    for removal in Removal.all(of: objects) {
      let problems = removal.problems(of: objects, from: old, to: new)
      #expect(problems.isEmpty, "seed \(seed), from \(old) to \(new): \(problems)")
    }
  }
}
