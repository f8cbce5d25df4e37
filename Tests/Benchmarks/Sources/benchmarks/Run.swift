import ArgumentParser
import BenchmarkKit
import Foundation

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs scenarios and prints what they cost.",
    discussion: (["Scenarios:"] + Scenario.allCases.map { "  \($0.rawValue): \($0.summary)" }).joined(separator: "\n")
  )

  @Option(help: "A scenario to run, again for each; left out: all of them.")
  var scenario: [Scenario] = []

  @Option(help: "How often everything is measured; left out: as often as suits the scenario.")
  var repetitions: Int?

  @Option(help: ArgumentHelp("The command meshmap; left out: it is built.", valueName: "path"))
  var meshmap: String?

  @Option(help: "The form of the output.")
  var output = OutputFormat.text

  @Option(help: ArgumentHelp("An earlier output in JSON, to print ratios against.", valueName: "file"))
  var baseline: String?

  func validate() throws {
    if let repetitions, repetitions < 1 {
      throw ValidationError("--repetitions is \(repetitions); write a number from 1 on")
    }
    if baseline != nil, output == .json { throw ValidationError("ratios are printed as text; leave --output json out") }
  }

  func run() throws {
    let baseline = try baseline.map(Report.init(readFrom:))
    let report = Report(try measurements())
    print(output == .json ? report.json : report.table(against: baseline))
  }

  /// Several scenarios run in a process each, so that none pays for what another left behind.
  private func measurements() throws -> [BenchmarkMeasurement] {
    let scenarios = scenario.isEmpty ? Scenario.allCases : scenario
    if scenarios.count == 1 {
      return try scenarios[0].measurements(repetitions: repetitions, meshmap: meshmap)
    }
    guard let program = Bundle.main.executablePath else { throw ValidationError("run one scenario at a time") }
    let shared = (repetitions.map { ["--repetitions", "\($0)"] } ?? []) + (meshmap.map { ["--meshmap", $0] } ?? [])
    return try scenarios.flatMap { scenario in
      FileHandle.standardError.write(Data("\(scenario.rawValue)…\n".utf8))
      let arguments = ["run", "--output", "json", "--scenario", scenario.rawValue] + shared
      return try Report(json: ChildProcess(program, arguments, output: .kept).output).measurements
    }
  }
}

/// The form of the output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
