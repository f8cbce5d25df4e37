import ArgumentParser
import MeshMapKit
import MeshMapping

struct Preview: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what would happen to these objects: which Pods get a sidecar and why, and their Dataplanes.",
    discussion: "A Pod that is not injected yet is mapped as injection would leave it."
  )

  @OptionGroup var rules: RulesOption
  @OptionGroup var options: SharedOptions

  func run() async throws {
    try await Reports(options: options, rules: rules).print(as: .preview)
  }
}
