import ArgumentParser
import MeshDiagnostics
import MeshMapKit

/// The options of what is shown of each Pod.
struct ReportOptions: ParsableArguments {
  @Flag(
    help:
      "Show all tags; left out, only those that somebody wrote, and not what follows from the Pod, its Service and its Node."
  )
  var tags = false

  @Option(
    help: ArgumentHelp("Only Pods with a finding of this severity or above.", valueName: "error|warning|info"),
    transform: ArgumentReading.severity)
  var only: Severity?

  /// What is shown.
  func choice(filtered options: SharedOptions) -> ReportStream.Choice {
    var choice = ReportStream.Choice()
    choice.tags = tags ? .all : .own
    choice.only = only
    choice.isFiltered = options.namespace != nil || options.pod != nil || options.workload != nil
    return choice
  }
}
