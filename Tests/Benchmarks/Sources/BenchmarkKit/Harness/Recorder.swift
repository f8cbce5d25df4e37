import CMemory

/// Takes the measurements of one scenario.
package struct Recorder {
  /// The name of the scenario.
  let scenario: String
  /// How often everything is measured.
  let repetitions: Int
  /// What was measured so far, in order.
  package private(set) var measurements: [BenchmarkMeasurement] = []

  /// A recorder that measures everything so many times, at least once.
  package init(scenario: String, repetitions: Int) {
    self.scenario = scenario
    self.repetitions = max(repetitions, 1)
  }

  /// Measures the time of something, after one run to warm up, divided by how much of it there is; then, in a run of its own
  /// so that counting costs no time, its allocations, where the platform tells them.
  package mutating func time<Result>(_ metric: String, per part: Part, _ body: () throws -> Result) rethrows {
    keep(try body())
    var samples: [Double] = []
    for _ in 0..<repetitions {
      var result: Result?
      let duration = try ContinuousClock().measure { result = try body() }
      // What was made is given up outside the measurement.
      keep(result)
      samples.append(duration.seconds * part.scale)
    }
    record(metric, samples, unit: part.unit)
    try allocations("\(metric), allocations", per: part, body)
  }

  /// Measures the processor time of something, on all threads: what other processes do makes it a little longer, and a wall clock's time
  /// much. And beside it how much more memory the process ever had meanwhile than before, where the platform tells.
  mutating func processorTime<Result>(_ metric: String, per part: Part, _ body: () throws -> Result) rethrows {
    var (samples, peaks): ([Double], [Double]) = ([], [])
    for _ in 0..<repetitions {
      let (before, canTell) = (Memory.resident, Memory.forgetPeak())
      let start = processor_seconds()
      let result = try body()
      samples.append((processor_seconds() - start) * part.scale)
      if canTell { peaks.append(Double(Memory.peak - before) / 1_000_000) }
      keep(result)
    }
    record("\(metric), processor time", samples, unit: part.unit)
    if !peaks.isEmpty { record("\(metric), memory at most", peaks, unit: "MB") }
  }

  /// Measures the time of something as a clock on the wall shows it.
  mutating func wallTime<Result>(_ metric: String, _ body: () throws -> Result) rethrows {
    var samples: [Double] = []
    for _ in 0..<repetitions {
      var result: Result?
      samples.append(try ContinuousClock().measure { result = try body() }.seconds)
      keep(result)
    }
    record("\(metric), wall time", samples, unit: "s")
  }

  /// Counts the allocations of something, divided by how much of it there is. Without an effect where the platform does not
  /// tell.
  package mutating func allocations<Result>(_ metric: String, per part: Part, _ body: () throws -> Result) rethrows {
    guard let count = try Memory.allocations(during: { keep(try body()) }) else { return }
    record(metric, [Double(count) / Double(part.count)], unit: part.allocationUnit)
  }

  /// Measures how much memory something keeps, divided by how many Pods there are. Without an effect where the platform does
  /// not tell.
  mutating func memory<Result>(_ metric: String, ofPods pods: Int, _ body: () throws -> Result) rethrows {
    guard let before = Memory.inUse else { return }
    let result = try body()
    let kept = withExtendedLifetime(result) { (Memory.inUse ?? before) - before }
    record(metric, [Double(kept) / Double(pods)], unit: "bytes/Pod")
  }

  /// Notes the most memory that the process ever had.
  mutating func peakMemory() {
    record("peak memory", [Double(Memory.peak) / 1_000_000], unit: "MB")
  }

  /// Notes samples that were taken otherwise.
  mutating func record(_ metric: String, _ samples: [Double], unit: String) {
    if let measurement = BenchmarkMeasurement(scenario: scenario, metric: metric, samples: samples, unit: unit) {
      measurements.append(measurement)
    }
  }

  /// What a time is divided by.
  package enum Part {
    /// So many Pods.
    case pods(Int)
    /// So many events.
    case events(Int)

    /// How many there are.
    var count: Int {
      switch self {
      case .pods(let count), .events(let count): count
      }
    }

    /// What seconds are multiplied by.
    var scale: Double { 1_000_000 / Double(count) }

    /// What the result counts.
    var unit: String { "µs/\(noun)" }

    /// What counted allocations are of.
    var allocationUnit: String { "per \(noun)" }

    private var noun: String {
      switch self {
      case .pods: "Pod"
      case .events: "event"
      }
    }
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}

/// Keeps the compiler from leaving out what nobody looks at.
@inline(never)
func keep<Value>(_ value: Value) {}
