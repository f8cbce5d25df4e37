import ArgumentParser
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
    let fleet = try await options.fleet(under: options.settings.controlPlane(of: rules.release))
    let names = try options.chosenPods(of: fleet)
    guard let name = names.first, let explanation = fleet.explanation(of: name) else {
      throw SharedOptions.failure("no Pod to explain is left in the input; check --pod and --namespace")
    }
    guard names.count == 1 else {
      throw ValidationError("There are \(names.count) Pods to choose from; name one with --pod namespace/name.")
    }
    let document = ExplanationDocument(rules: rules.name, explanation: explanation)
    try options.output.print(document) { ExplanationText(style: $0).story(explanation, rules: rules.name) }
  }
}
