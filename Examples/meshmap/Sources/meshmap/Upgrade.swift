import ArgumentParser
import KubernetesObjects
import MeshDiagnostics
import MeshMapKit
import MeshMapping

struct Upgrade: DetectingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what needs attention on the way from one release of Kuma to another, and what to do before each step.",
    discussion: """
      A step goes to the newest release of the next line. The patch releases between are looked at too, so that it is told where \
      something begins, and where it is gone again. Exit status 1 where something needs attention in any step, 3 where nothing does that is \
      known and the input does not let one know the rest.

        meshmap upgrade --from 2.9.4 dump.json
        meshmap upgrade --from 2.14.3 --to 3.0 --output html dump.json > ready.html

      With --output html it writes a page that needs no network, to be attached to a ticket.
      """
  )

  @Option(
    help: "The release that runs, e.g. 2.9.4, or detect for the one that the input runs, with its settings.",
    transform: ArgumentReading.releaseChoice)
  var from: RulesOption.Choice

  @Option(
    help: "The release to end at; left out: the newest that is out. 3.0, which is announced, only where it is named.",
    transform: ArgumentReading.release)
  var to: KumaRelease?

  @Option(
    help: ArgumentHelp(
      "Settings, as for --config, of the control planes after the first step; they hold over options.", valueName: "file"))
  var toConfig: String?

  @Option(help: "What exit status 1 is given for: attention, any or never.")
  var failOn = ChangeThreshold.attention

  @OptionGroup var verdict: VerdictOptions
  @OptionGroup var output: OutputOptions<UpgradeForms>
  @OptionGroup var options: SharedOptions

  func run() async throws {
    let to = to ?? .newest
    if case .release(let from) = from { try require(to, after: from) }
    let input = try await options.input()
    let side = try oldSide(from, of: input)
    let from = side.release
    try require(to, after: from)
    let (settings, newSettings) = try (settings(side), settings(side, of: toConfig))
    let (before, after) = (settings.controlPlane(of: from, reading: input), newSettings.controlPlane(of: to, reading: input))
    let cluster = try await options.cluster(
      of: input, under: before, telling: [("\(from)", before), ("\(to)", after)], without: side.missing)
    _ = try options.chosen(of: cluster.previewNames, as: "Pod")
    var work = UpgradeWork(
      of: cluster, from: from, to: to,
      settings: settings.running(before, around: input.objects).settings,
      newSettings: newSettings.running(after, around: input.objects).settings,
      where: try options.filter(in: cluster))
    let path = try await work.path(on: .all)
    if output.format == .html {
      try StandardOutput.write(Array(UpgradePage(path).html.utf8))
    } else {
      try output.print(path) { UpgradeText(style: $0, layout: $1).text(path) }
    }
    try SharedOptions.end(after: input, verdict.ending(ending(of: path)))
  }

  private func ending(of path: UpgradePath) -> Ending {
    if failOn == .never { return .done }
    let isAnyChange = path.steps.contains {
      $0.harmless > 0 || !$0.troubles.isEmpty || $0.losingTags > 0 || !$0.notes.isEmpty
    }
    if failOn == .any, isAnyChange { return .found }
    switch path.verdict {
    case .ready: return .done
    case .notReady: return .found
    case .cannotTell: return .incomplete
    }
  }

  private func require(_ to: KumaRelease, after from: KumaRelease) throws {
    guard to <= from else { return }
    throw ValidationError("\(to) is no later release than \(from); compare shows what two releases do differently.")
  }
}
