import ArgumentParser
import MeshMapKit
import MeshMapping

struct Preview: RulesCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what would happen to these objects: which Pods get a sidecar and why, and their Dataplanes.",
    discussion: """
      A Pod that is not injected yet is mapped as injection would leave it. Where a Deployment or another workload has no Pods in the \
      input, the Pods it will create are shown; what only running Pods have, such as their names, is unknown.
      """
  )

  @OptionGroup var rules: RulesOption
  @OptionGroup var report: ReportOptions
  @OptionGroup var output: OutputOptions<CommonForms>
  @OptionGroup var options: SharedOptions

  func run() async throws {
    try await Reports(options: options, as: output.streamForm, showing: report, on: situation()).print(as: .preview)
  }
}
