import ArgumentParser
import KubernetesObjects
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
    let objects = try await options.objects()
    try options.checkPod { name in objects.contains { $0.isPod(name) } }
    let (before, after) = (options.settings.controlPlane(of: from), options.settings.controlPlane(of: to))
    SharedOptions.tellNotes(on: before, after)
    let comparison = ReleaseComparison(of: objects, from: from, to: to, settings: after.settings)
    let changes = comparison.changes.filter { options.isChosen($0.pod) }
    try options.output.print(ComparisonDocument(from: from, to: to, changes: changes)) { style in
      ComparisonText(style: style).table(changes, from: from, to: to)
    }
    if !changes.isEmpty { throw ExitCode(1) }
  }
}

extension ClusterObject {
  /// Whether the object is the Pod of a name.
  fileprivate func isPod(_ name: ObjectName) -> Bool {
    if case .kubernetes(.pod(let pod)) = self { ObjectName(of: pod.metadata) == name } else { false }
  }
}
