import Foundation

extension Scenario {
  /// Measures how the time grows with each number of an input that somebody may make large.
  ///
  /// - Throws: ``BenchmarkFailure`` where one grows faster than the limit, with all that do.
  static func grow(into recorder: inout Recorder) throws {
    var failures: [String] = []
    for dimension in HostileDimension.all {
      var growth = try Growth(of: dimension, repetitions: recorder.repetitions)
      // A neighbour on the machine can make one measurement wrong, and hardly the same one three times.
      for _ in 0..<2 where growth.isTooFast {
        let again = try Growth(of: dimension, repetitions: recorder.repetitions)
        if again.exponent < growth.exponent { growth = again }
      }
      // There is much to measure, so that each is told when it is known.
      let told = "\(dimension.name), to \(growth.largest): \((growth.exponent * 100).rounded() / 100)\n"
      FileHandle.standardError.write(Data(told.utf8))
      recorder.record("\(dimension.name), to \(growth.largest)", [growth.exponent], unit: "exponent")
      if growth.isTooFast {
        let exponent = (growth.exponent * 100).rounded() / 100
        failures.append("\(dimension.name): exponent \(exponent), \(growth.seconds) s for \(growth.largest)")
      }
    }
    guard failures.isEmpty else {
      throw BenchmarkFailure("time grows faster than the input:\n\(failures.joined(separator: "\n"))")
    }
  }
}
