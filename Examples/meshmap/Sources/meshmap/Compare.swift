import ArgumentParser
import MeshMapKit
import MeshMapping

struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what changes for these objects between two releases of Kuma, and which upstream change does it.",
    discussion: """
      Exit status 1 where something changes that needs attention, so that it can stand in a pipeline before an upgrade: a sidecar that is \
      lost or gained, a service that is renamed, merged or gone, another mesh, a refusal. Exit status 3 where the input does not let \
      one know.
      """
  )

  @Option(help: "The release before, e.g. 2.1.0.", transform: ArgumentReading.release)
  var from: KumaRelease

  @Option(help: "The release after, e.g. 2.9.4.", transform: ArgumentReading.release)
  var to: KumaRelease

  @Option(help: "What exit status 1 is given for: attention, any or never.")
  var failOn = ChangeThreshold.attention

  @OptionGroup var verdict: VerdictOptions
  @OptionGroup var options: SharedOptions

  func run() async throws {
    let input = try await options.input()
    let (before, after) = (options.settings.controlPlane(of: from), options.settings.controlPlane(of: to))
    let cluster = try await options.cluster(of: input, under: before, telling: [("\(from)", before), ("\(to)", after)])
    let names = cluster.previewNames
    _ = try options.chosen(of: names, as: "Pod")
    let isChosen = try options.filter(in: cluster)
    let settings = options.settings.running(after, around: input.objects).settings
    let comparison = ReleaseComparison(of: cluster, from: from, to: to, settings: settings)
    let document = ComparisonDocument(
      comparison, of: names, without: cluster.completeness.unreadable, where: isChosen)
    verdict.tellReservation(of: input)
    try options.output.print(document) { style in ComparisonText(style: style).table(document) }
    let (isFound, isUnknown) =
      switch failOn {
      case .attention: (document.needsAttention, document.mayNeedAttention)
      case .any: (document.isAnyChange, document.isAnyUndecided)
      case .never: (false, false)
      }
    let ending = Ending.first(of: isFound ? .found : .done, isUnknown ? .incomplete : .done)
    try SharedOptions.end(after: input, verdict.ending(ending))
  }
}
