import ArgumentParser
import MeshMapKit
import MeshMapping

struct Reconcile: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what one pass of the control plane's controller does with these objects as they stand.",
    discussion: "Only Pods that the injector marked get a Dataplane; deletions and failures are told."
  )

  @OptionGroup var rules: RulesOption
  @OptionGroup var options: SharedOptions

  func run() async throws {
    try await Reports(options: options, rules: rules).print(as: .reconciliation)
  }
}
