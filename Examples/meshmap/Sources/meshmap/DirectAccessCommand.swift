import ArgumentParser
import MeshDiagnostics
import MeshMapKit
import MeshMapping

struct DirectAccessCommand: RulesCommand {
  static let configuration = CommandConfiguration(
    commandName: "direct-access",
    abstract: "Show what each Pod's list of direct access resolves to, and how many listeners that costs.",
    discussion: "Entries that name nothing come first; for * there is the list of names that would take its place."
  )

  @OptionGroup var rules: RulesOption
  @OptionGroup var output: OutputOptions<CommonForms>
  @OptionGroup var options: SharedOptions

  func run() async throws {
    let situation = try await situation()
    let cluster = situation.cluster
    _ = try options.chosenPods(of: cluster, for: .preview)
    let isChosen = try options.filter(in: cluster)
    let document = DirectAccessDocument(
      under: situation.rules, cluster.directAccess(), restingOn: Grounds(of: cluster, where: isChosen), where: isChosen)
    try output.print(document) { DirectAccessText(style: $0, layout: $1).table(document) }
    try SharedOptions.end(after: situation.input)
  }
}
