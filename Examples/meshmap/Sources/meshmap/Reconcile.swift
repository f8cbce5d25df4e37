import ArgumentParser
import MeshMapKit
import MeshMapping

struct Reconcile: RulesCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what one pass of the control plane's controller does with these objects as they stand.",
    discussion: "Only Pods with the injected annotation get a Dataplane; deletions and failures are listed."
  )

  @OptionGroup var rules: RulesOption
  @OptionGroup var report: ReportOptions
  @OptionGroup var output: OutputOptions<CommonForms>
  @OptionGroup var options: SharedOptions

  func run() async throws {
    try await Reports(options: options, as: output.streamForm, showing: report, on: situation()).print(as: .reconciliation)
  }
}
