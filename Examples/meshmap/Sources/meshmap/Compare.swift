import ArgumentParser
import KubernetesObjects
import MeshDiagnostics
import MeshMapKit
import MeshMapping

struct Compare: DetectingCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Show what changes for these objects between two releases of Kuma, or by edits, and which upstream change does it.",
    discussion: """
      Exit status 1 where something changes that needs attention, so that it can stand in a pipeline before an upgrade: a sidecar that is \
      lost or gained, a service that is renamed, merged or gone, another mesh, a refusal, or something that a policy selects by. Exit \
      status 3 where the input does not let one know.

        meshmap compare --from 2.9.4 --to 2.14.3 dump.json
        meshmap compare --from 2.9.4 --with edits.yaml dump.json
      """
  )

  @Option(
    help: "The release before, e.g. 2.1.0, or detect for the one that the input runs, with its settings.",
    transform: ArgumentReading.releaseChoice)
  var from: RulesOption.Choice

  @Option(
    help: "The release after, e.g. 2.9.4; left out with --with, --from-config or --to-config: the one before.",
    transform: ArgumentReading.release)
  var to: KumaRelease?

  @Option(
    help: ArgumentHelp(
      "Manifests to apply to the input on the new side; may be repeated.", valueName: "file"))
  var with: [String] = []

  @Option(
    help: ArgumentHelp("Settings, as for --config, of the release before only; they hold over options.", valueName: "file"))
  var fromConfig: String?

  @Option(
    help: ArgumentHelp("Settings, as for --config, of the release after only; they hold over options.", valueName: "file"))
  var toConfig: String?

  @Option(help: "What exit status 1 is given for: attention, any or never.")
  var failOn = ChangeThreshold.attention

  @OptionGroup var verdict: VerdictOptions
  @OptionGroup var output: OutputOptions<CommonForms>
  @OptionGroup var options: SharedOptions

  func validate() throws {
    let isOtherwiseDifferent = !with.isEmpty || fromConfig != nil || toConfig != nil
    if to == nil, !isOtherwiseDifferent { throw ValidationError("Missing expected argument '--to <to>'") }
  }

  func run() async throws {
    let input = try await options.input()
    let side = try oldSide(from, of: input)
    let from = side.release
    let to = to ?? from
    let sides = try (settings(side, of: fromConfig), settings(side, of: toConfig))
    let (before, after) = (
      sides.0.controlPlane(of: from, reading: input), sides.1.controlPlane(of: to, reading: input)
    )
    let cluster = try await options.cluster(
      of: input, under: before, telling: [("\(from)", before), ("\(to)", after)], without: side.missing)
    _ = try options.chosen(of: cluster.previewNames, as: "Pod")
    let (edited, edits) = try await edited(cluster)
    let work = UpgradeComparisonWork(
      of: cluster, from: from, to: to,
      settings: sides.0.running(before, around: input.objects).settings,
      newSettings: sides.1.running(after, around: input.objects).settings,
      edited: edited,
      where: try options.filter(in: cluster))
    let comparison = try await work.comparison(on: .all)
    var document = ComparisonDocument(
      comparison, restarts: edited == nil ? [] : comparison.restarts(after: edits.objects),
      of: edited == nil ? .sameObjects : .otherObjects)
    if edited != nil { document.edits = AppliedEdits(edits, over: input) }
    try output.print(document) { ComparisonText(style: $0, layout: $1).table(document) }
    let (isFound, isUnknown) =
      switch failOn {
      case .attention: (document.needsAttention, document.mayNeedAttention)
      case .any: (document.isAnyChange, document.isAnyUndecided)
      case .never: (false, false)
      }
    let ending = Ending.first(of: isFound ? .found : .done, isUnknown ? .incomplete : .done)
    try SharedOptions.end(after: input, verdict.ending(ending))
  }

  /// The cluster with the manifests laid over it, and these; nil where there are none.
  ///
  /// - Throws: Status 2 where one of them cannot be used.
  private func edited(_ cluster: Cluster) async throws -> (Cluster?, ReadInput) {
    guard !with.isEmpty else { return (nil, ReadInput()) }
    let edits = try await options.manifests(with)
    return (cluster.applying(edits.objects), edits)
  }

}
