import ArgumentParser
import MeshDiagnostics
import MeshMapKit
import MeshMapping

struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells the full story of one Pod: the evidence of every step and the origin of every tag.",
    discussion: "Name the Pod with --pod namespace/name; it can be left out where the input has only one."
  )

  @OptionGroup var rules: RulesOption
  @OptionGroup var options: SharedOptions

  func run() async throws {
    let input = try await options.input()
    let cluster = try await options.cluster(of: input, under: options.settings.controlPlane(of: rules.release))
    let names = try options.chosenPods(of: cluster)
    guard let name = names.first, let explanation = cluster.explanation(of: name) else {
      throw SharedOptions.failure("the input has no Pod to explain")
    }
    guard names.count == 1 else {
      throw ValidationError("There are \(names.count) Pods to choose from; name one with --pod namespace/name.")
    }
    let findings = cluster.findings(on: explanation.report)
    let document = ExplanationDocument(
      rules: rules.name, announcement: rules.announcement, explanation: explanation, findings: findings)
    try options.output.print(document) {
      ExplanationText(style: $0)
        .story(explanation, findings: findings, rules: rules.name, announcement: rules.announcement)
    }
    try SharedOptions.end(after: input)
  }
}
