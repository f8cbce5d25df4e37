import ArgumentParser
import KubernetesObjects
import MeshDiagnostics
import MeshMapKit
import MeshMapping

struct Services: RulesCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show every service by name: what gives it, the Pods and ports behind it, its protocol and why.",
    discussion: """
      Also which names are ambiguous, which Services lead to no Pod in a mesh, and which entries of annotations name no service. With \
      --tag: which Pods have a tag, as policies pick them, and which have only the label.
      """
  )

  @Option(
    help: ArgumentHelp(
      "Which Pods have this tag; * for any value. May be repeated: one inbound has to have all.", valueName: "key=value"),
    transform: ArgumentReading.tag)
  var tag: [StringMap.Entry] = []

  @OptionGroup var rules: RulesOption
  @OptionGroup var output: OutputOptions<CommonForms>
  @OptionGroup var options: SharedOptions

  func run() async throws {
    let situation = try await situation()
    let cluster = situation.cluster
    _ = try options.chosenPods(of: cluster, for: .preview)
    let isChosen = try options.filter(in: cluster)
    let grounds = Grounds(of: cluster, where: isChosen)
    if tag.isEmpty {
      let document = ServicesDocument(
        under: situation.rules, cluster.serviceOverview(), restingOn: grounds, in: options.namespace,
        where: isChosen)
      try output.print(document) { ServicesText(style: $0, layout: $1).table(document) }
    } else {
      let document = TagDocument(
        under: situation.rules, cluster.pods(taggedWith: StringMap(tag)), restingOn: grounds,
        where: isChosen)
      try output.print(document) { TagText(style: $0, layout: $1).table(document) }
    }
    try SharedOptions.end(after: situation.input)
  }
}
