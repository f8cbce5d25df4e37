import ArgumentParser
import KubernetesObjects
import MeshMapKit
import MeshMapping

/// A command that answers by the rules of one release, or by the documented ones.
protocol RulesCommand: DetectingCommand {
  var rules: RulesOption { get }
}

extension RulesCommand {
  /// What the files hold, under the control plane that the options describe.
  func situation() async throws -> Situation { try await situation(of: options.input()) }

  /// What an input holds, under the control plane that the options describe.
  func situation(of input: ReadInput) async throws -> Situation {
    let (settings, release, missing) = try settings(for: input)
    let cluster = try await options.cluster(
      of: input, under: settings.controlPlane(of: release, reading: input), without: missing)
    return Situation(input: input, cluster: cluster, rules: RulesInUse(of: release))
  }

  /// The settings, the release, and what the settings may be in and the input does not hold.
  private func settings(for input: ReadInput) throws -> (SettingsOptions, KumaRelease?, missing: ObjectReference?) {
    switch rules.release {
    case .release(let release):
      try tellUnused(of: input, under: release, takenBy: "--release")
      return (options.settings, release, nil)
    case .detect:
      let found = try detected(in: input, for: "--release")
      let settings = try Self.parse(found.arguments + GivenArguments.current).options.settings
      return (settings, found.release, found.missing)
    case nil:
      // What cannot be told for sure is no help here.
      if let sighting = try? input.controlPlane.sighting() {
        let more = "without --release the documented rules hold; --release detect takes what runs"
        Messages.tellAfterAnswer("note: \(sighting.witness) Kuma \(sighting.release); \(more)")
      }
      return (options.settings, nil, nil)
    }
  }
}
