import ArgumentParser
import MeshMapKit
import MeshMapping

struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what changes for these objects between two releases of Kuma, and which upstream change does it.",
    discussion: "Exit status 1 where something changes, so that it can stand in a pipeline before an upgrade."
  )

  @Option(help: "The release before, e.g. 2.1.0.", transform: ArgumentReading.release)
  var from: KumaRelease

  @Option(help: "The release after, e.g. 2.9.4.", transform: ArgumentReading.release)
  var to: KumaRelease

  @OptionGroup var options: SharedOptions

  func run() async throws {
    let (before, after) = (options.settings.controlPlane(of: from), options.settings.controlPlane(of: to))
    SharedOptions.tellNotes(on: before, after)
    let cluster = try await Cluster(byAllCores: options.objects(), under: before)
    let isChosen = try options.filter(of: cluster.previewNames, in: cluster)
    let comparison = ReleaseComparison(of: cluster, from: from, to: to, settings: after.settings)
    let changes = comparison.changes.filter { isChosen($0.pod) }
    try options.output.print(ComparisonDocument(from: from, to: to, changes: changes)) { style in
      ComparisonText(style: style).table(changes, from: from, to: to)
    }
    if !changes.isEmpty { throw ExitCode(1) }
  }
}
