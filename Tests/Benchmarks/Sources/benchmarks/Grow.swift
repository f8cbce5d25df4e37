import ArgumentParser
import BenchmarkKit

/// What the scenario `hostile` measures, once and for one number: for those who look into it with a profiler.
struct Grow: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs one dimension of the scenario hostile once, for a profiler to look at.",
    discussion:
      "Without --dimension the dimensions are listed, each with a number to begin with. What is measured is what `measured` calls."
  )

  @Option(help: "The dimension.")
  var dimension: String?

  @Option(help: "How many there are of it.")
  var count = 1_000

  func validate() throws {
    guard count > 0, count <= 1 << 26 else {
      throw ValidationError("--count is \(count); write a number from 1 to \(1 << 26)")
    }
  }

  func run() throws {
    guard let dimension else {
      for (name, first) in HostileDimension.list { print("\(name)\t\(first)") }
      return
    }
    try HostileDimension.run(dimension, count)
  }
}
