import ArgumentParser
import MeshMapKit
import MeshMapping

struct Verify: RulesCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compares the Dataplanes of a live cluster's dump with what the rules give, field by field.",
    discussion: "Exit status 1 where any differs."
  )

  @OptionGroup var rules: RulesOption
  @OptionGroup var options: SharedOptions

  func run() async throws {
    let situation = try await situation()
    let (input, cluster) = (situation.input, situation.cluster)
    _ = try options.chosen(of: cluster.podNames + cluster.existingDataplanes.map(\.objectName), as: "Pod or Dataplane")
    let problems = cluster.verification().problems.filter { options.isChosen($0.name) }
    let count = cluster.existingDataplanes.count { options.isChosen($0.objectName) }
    try options.output.print(VerificationDocument(rules: situation.rules, dataplanes: count, problems: problems)) { style in
      VerificationText(style: style).table(problems, dataplanes: count, rules: situation.rules)
    }
    try SharedOptions.end(after: input, problems.isEmpty ? .done : .found)
  }
}
