import ArgumentParser
import CSignals
import Foundation
import FuzzKit

extension FuzzTarget: ExpressibleByArgument {}

/// The command `fuzz`: runs inputs until the time is over, or one breaks a property.
@main
struct Fuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs made-up inputs and tells the first that breaks a property, traps, or takes too long.",
    discussion: (["Targets:"] + FuzzTarget.allCases.map { "  \($0.rawValue): \($0.summary)" }).joined(separator: "\n")
  )

  @Option(help: "A target, again for each; left out: all of them.")
  var target: [FuzzTarget] = []

  @Option(help: "How many seconds each target is run.")
  var seconds = 30.0

  @Option(help: "What the inputs start from.")
  var seed: UInt64 = 1

  @Option(help: "The number of one input, which is run alone.")
  var execution: UInt64?

  @Option(help: ArgumentHelp("A file that is run alone.", valueName: "file"))
  var input: String?

  @Option(help: ArgumentHelp("Where the input of --execution is written.", valueName: "file"))
  var save: String?

  func validate() throws {
    guard seconds > 0, seconds <= 1_000_000 else {
      throw ValidationError("--seconds is \(seconds); write a number from 1 to 1000000")
    }
    if input != nil || execution != nil, target.count != 1 { throw ValidationError("name the --target that is run") }
  }

  func run() throws {
    for target in target.isEmpty ? FuzzTarget.allCases : target {
      if let input {
        try target.run(Array(try Data(contentsOf: URL(filePath: input))))
        print("\(target.rawValue): \(input) holds")
        continue
      }
      let corpus = try Corpus.entries(of: target)
      let source = InputSource(target, seed: seed, corpus: corpus.map(\.bytes))
      if let execution {
        let bytes = source.input(execution)
        if let save { try Data(bytes).write(to: URL(filePath: save)) }
        try target.run(bytes)
        print("\(target.rawValue): execution \(execution) of seed \(seed) holds")
        continue
      }
      try run(corpus, of: target)
      try run(source)
    }
  }

  /// Runs the inputs that are kept.
  private func run(_ corpus: [Corpus.Entry], of target: FuzzTarget) throws {
    for entry in corpus {
      let name = unsafe strdup("fuzz --target \(target.rawValue), of the corpus \(entry.name)")
      unsafe csignals_watch(name, 30)
      csignals_begin(0)
      do {
        try target.run(entry.bytes)
      } catch {
        print("broken: \(target.rawValue), of the corpus \(entry.name)\n\(error)")
        throw ExitCode(1)
      }
    }
  }

  /// Runs inputs one after the other.
  private func run(_ source: InputSource) throws {
    let name = unsafe strdup("fuzz --target \(source.target.rawValue) --seed \(seed)")
    unsafe csignals_watch(name, 10)
    let clock = ContinuousClock()
    let (start, used) = (clock.now, csignals_processor_seconds())
    var count: UInt64 = 0
    while start.duration(to: clock.now) < .seconds(seconds) {
      csignals_begin(count)
      let input = source.input(count)
      do {
        try source.target.run(input)
      } catch {
        print("broken: fuzz --target \(source.target.rawValue) --seed \(seed) --execution \(count)\n\(error)")
        throw ExitCode(1)
      }
      count += 1
    }
    // By the time of the processor, so that it is the rate on a core that nobody else uses.
    let rate = Double(count) / max(csignals_processor_seconds() - used, 0.001)
    print("\(source.target.rawValue): \(count) executions, \(Int(rate)) a second of one core, nothing found")
  }
}
