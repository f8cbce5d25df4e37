import ArgumentParser
import MeshMapKit
import MeshMapping

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compares the Dataplanes of a live cluster's dump with what the rules give, field by field.",
    discussion: "Exit status 1 where any differs."
  )

  @OptionGroup var rules: RulesOption
  @OptionGroup var options: SharedOptions

  func run() async throws {
    let cluster = try await options.cluster(under: options.settings.controlPlane(of: rules.release))
    let problems = cluster.verification().problems.filter { options.isChosen($0.name) }
    let count = cluster.existingDataplanes.count { options.isChosen($0.objectName) }
    try options.output.print(VerificationDocument(rules: rules.name, dataplanes: count, problems: problems)) { style in
      VerificationText(style: style).table(problems, dataplanes: count, rules: rules.name)
    }
    if !problems.isEmpty { throw ExitCode(1) }
  }
}
