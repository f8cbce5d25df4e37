import ArgumentParser
import MeshDiagnostics
import MeshMapKit
import MeshMapping

struct Verify: RulesCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare the Dataplanes of a live cluster's dump with what the rules give, field by field.",
    discussion: "Exit status 1 where any differs, 3 where none does and not all could be checked."
  )

  @OptionGroup var rules: RulesOption
  @OptionGroup var verdict: VerdictOptions
  @OptionGroup var output: OutputOptions<CommonForms>
  @OptionGroup var options: SharedOptions

  func run() async throws {
    let situation = try await situation()
    let (input, cluster) = (situation.input, situation.cluster)
    let (dataplanes, zoneProxies) = (
      cluster.existingDataplanes.map(\.objectName), cluster.existingZoneProxies.map(\.objectName)
    )
    _ = try options.chosen(of: cluster.podNames + dataplanes + zoneProxies, as: "Pod or Dataplane")
    let isChosen = try options.filter(in: cluster)
    let count = (dataplanes.count(where: isChosen), zoneProxies.count(where: isChosen))
    let document = VerificationDocument(
      under: situation.rules, dataplanes: count.0, zoneProxies: count.1,
      ofAll: dataplanes.count + zoneProxies.count, without: cluster.completeness.unreadable,
      restingOn: cluster.answerBasis(where: isChosen), cluster.verification(),
      fitting: { cluster.releaseFits(where: isChosen).first },
      of: isChosen)
    try output.print(document) { VerificationText(style: $0, layout: $1).table(document) }
    let ending = Ending.first(
      of: document.isAnyProblem ? .found : .done, document.isAnyUnchecked ? .incomplete : .done)
    try SharedOptions.end(after: input, verdict.ending(ending))
  }
}
