import ArgumentParser
import BenchmarkKit

/// The command `benchmarks`: what the mapping costs.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    abstract: "Measures what mapping a cluster costs in time and memory.",
    discussion: "Run it built for release: swift run -c release --package-path Tests/Benchmarks benchmarks",
    subcommands: [Run.self, Grow.self, Generate.self],
    defaultSubcommand: Run.self
  )
}

extension DumpLayout: ExpressibleByArgument {}

extension Scenario: ExpressibleByArgument {}
