/// What was measured of one thing: the least and the middle of some repetitions.
///
/// The least is what to compare: other processes can only make a run slower.
package struct BenchmarkMeasurement: Sendable, Hashable, Codable {
  /// The name of the scenario.
  package let scenario: String
  /// What was measured.
  package let metric: String
  /// The least of all repetitions.
  package let minimum: Double
  /// The middle of all repetitions.
  package let median: Double
  /// What the numbers count, e.g. `µs/Pod`.
  package let unit: String

  /// The measurement that some samples make; nil where there are none.
  package init?(scenario: String, metric: String, samples: [Double], unit: String) {
    let sorted = samples.sorted()
    guard let minimum = sorted.first else { return nil }
    self.scenario = scenario
    self.metric = metric
    self.minimum = minimum
    median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    self.unit = unit
  }
}
