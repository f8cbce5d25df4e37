import ArgumentParser
import MeshMapKit
import MeshMapping

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells the full story of one Pod: the evidence of every step and the origin of every tag.",
    discussion: "Name the Pod with --pod namespace/name; it can be left out where the input has only one."
  )

  @OptionGroup var options: SharedOptions

  func run() throws {
    let fleet = try options.fleet()
    let names = try options.chosenPods(of: fleet)
    guard names.count == 1, let explanation = names.first.flatMap({ fleet.explanation(of: $0) }) else {
      throw ValidationError("There are \(names.count) Pods to choose from; name one with --pod namespace/name.")
    }
    let document = ExplanationDocument(rules: options.rulesName, explanation: explanation)
    try options.output.print(document) { style in
      ExplanationText(style: style).story(explanation, rules: options.rulesName)
    }
  }
}
