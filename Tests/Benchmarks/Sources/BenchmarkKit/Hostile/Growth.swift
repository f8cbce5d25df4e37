import CMemory

/// How the time of something grows with one number of the input.
struct Growth {
  /// The largest exponent that is not a failure: one is linear, two is what an attacker looks for.
  static let limit = 1.5

  /// The exponent: the time doubles 2 to its power times where the number doubles.
  let exponent: Double
  /// The largest number that was tried.
  let largest: Int
  /// The time that it took.
  let seconds: Double

  /// What the largest number may take, however its time grows: what is done in no time can be measured by nobody.
  private let negligible: Double

  /// Whether the time grows faster than the limit.
  var isTooFast: Bool { exponent > Self.limit && seconds > negligible }

  /// Measures the growth of a dimension: by processor time, the least of some runs each, over three doublings.
  /// Before that the number is doubled until what is measured is not the measuring.
  init(of dimension: HostileDimension, repetitions: Int) throws {
    var count = dimension.start
    var first = try Self.seconds(dimension, count, repetitions)
    while first < dimension.floor, count < dimension.most {
      count *= 2
      first = try Self.seconds(dimension, count, repetitions)
    }
    negligible = dimension.negligible
    largest = count * 8
    seconds = try Self.seconds(dimension, largest, repetitions)
    exponent = Self.binaryLogarithm(seconds / first) / 3
  }

  private static func seconds(_ dimension: HostileDimension, _ count: Int, _ repetitions: Int) throws -> Double {
    let body = try dimension.prepare(count)
    var least = Double.infinity
    for _ in 0..<repetitions {
      let start = processor_seconds()
      measured(body)
      least = min(least, processor_seconds() - start)
      // What takes this long is measured well enough by one run.
      if least > 2 { break }
    }
    return max(least, 1e-7)
  }

  /// The logarithm of a ratio, by halving and squaring, so that it is the same on every platform.
  private static func binaryLogarithm(_ ratio: Double) -> Double {
    guard ratio > 0, ratio.isFinite else { return 0 }
    var (rest, logarithm, bit) = (ratio.significand, Double(ratio.exponent), 0.5)
    for _ in 0..<16 {
      rest *= rest
      if rest >= 2 { (rest, logarithm) = (rest / 2, logarithm + bit) }
      bit /= 2
    }
    return logarithm
  }
}
