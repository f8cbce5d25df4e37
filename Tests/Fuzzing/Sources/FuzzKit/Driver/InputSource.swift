/// The inputs of a target, each the same for the same seed and number.
package struct InputSource: Sendable {
  package let target: FuzzTarget
  package let seed: UInt64
  private let corpus: [[UInt8]]

  /// Inputs that start from a seed, and from the inputs of a corpus where bytes are what is read.
  package init(_ target: FuzzTarget, seed: UInt64, corpus: [[UInt8]]) {
    self.target = target
    self.seed = seed
    // What is long is run by the tests; here it would take the time of a thousand others.
    self.corpus = corpus.filter { $0.count <= 20_000 }
  }

  /// The input of an execution.
  package func input(_ execution: UInt64) -> [UInt8] {
    var random = SplitMix(seed: seed &* 0x2545_F491_4F6C_DD1D ^ execution)
    guard target.isGenerated else { return Mutation.input(from: corpus, &random) }
    let count = Int.random(in: 16...700, using: &random)
    // Where many bytes are zero, most decisions are the usual ones.
    let usual = UInt64([0, 64, 128, 200].randomElement(using: &random) ?? 0)
    return (0..<count).map { _ in
      let number = random.next()
      return number >> 8 & 0xFF < usual ? 0 : UInt8(truncatingIfNeeded: number)
    }
  }
}
