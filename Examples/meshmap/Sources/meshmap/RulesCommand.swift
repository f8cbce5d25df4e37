import ArgumentParser
import MeshMapKit
import MeshMapping

/// A command that answers by the rules of one release, or by the documented ones.
protocol RulesCommand: AsyncParsableCommand {
  var rules: RulesOption { get }
  var options: SharedOptions { get }
}

extension RulesCommand {
  /// What the files hold, under the control plane that the options describe.
  func situation() async throws -> Situation { try await situation(of: options.input()) }

  /// What an input holds, under the control plane that the options describe.
  func situation(of input: ReadInput) async throws -> Situation {
    let (settings, release) = try settings(for: input)
    let cluster = try await options.cluster(of: input, under: settings.controlPlane(of: release, reading: input))
    return Situation(input: input, cluster: cluster, rules: RulesInUse(of: release))
  }

  private func settings(for input: ReadInput) throws -> (SettingsOptions, KumaRelease?) {
    switch rules.release {
    case .release(let release): return (options.settings, release)
    case .detect: return try detected(in: input)
    case nil:
      // What cannot be told for sure is no help here.
      if let sighting = try? input.controlPlane.sighting() {
        let more = "without --release the documented rules hold; --release detect takes what runs"
        Messages.tellAfterAnswer("note: \(sighting.witness) Kuma \(sighting.release); \(more)")
      }
      return (options.settings, nil)
    }
  }

  /// The release and the settings of what runs in the input; options hold over them.
  private func detected(in input: ReadInput) throws -> (SettingsOptions, KumaRelease?) {
    let found: DetectedControlPlane.Sighting?
    do throws(DetectedControlPlane.Doubt) {
      found = try input.controlPlane.sighting()
    } catch {
      throw SharedOptions.failure(error.description)
    }
    guard let sighting = found else {
      throw SharedOptions.failure(
        "the input shows no release of Kuma; add the Deployment of its control plane, or name the release with --release")
    }
    let known = try CommandShape().options(of: Self._commandName)?.map(\.name) ?? []
    let settings = try settings(of: input.controlPlane, among: known)
    let arguments = settings.flatMap(Self.arguments)
    let list = settings.map { $0.isFlag ? $0.option : "\($0.option) \($0.value.isEmpty ? "(empty)" : $0.value)" }
    let phrase = list.isEmpty ? "" : ", set up with \(list.map(\.printedSafely).joined(separator: ", "))"
    Messages.tellAfterAnswer("note: \(sighting.witness) Kuma \(sighting.release)\(phrase)")
    if let missing = input.controlPlane.wordsForMissingConfiguration { Messages.tellAfterAnswer("note: \(missing)") }
    return (try Self.parse(arguments + GivenArguments.current).options.settings, sighting.release)
  }

  /// The settings of what runs, but for those that options give.
  ///
  /// - Throws: Status 2 where one of them cannot be told, or is none.
  private func settings(
    of controlPlane: DetectedControlPlane, among known: [String]
  ) throws -> [DetectedControlPlane.Setting] {
    let given = Set(
      known.filter { option in
        GivenArguments.current.contains { $0 == "--\(option)" || $0.hasPrefix("--\(option)=") }
      })
    let settings: [DetectedControlPlane.Setting]
    do throws(DetectedControlPlane.Doubt) {
      settings = try controlPlane.settings(besides: given).filter { known.contains($0.option) }
    } catch {
      throw SharedOptions.failure(error.description)
    }
    for setting in settings {
      do {
        _ = try Self.parse(Self.arguments(for: setting) + GivenArguments.current)
      } catch {
        let value = "\(setting.option) to \(setting.value.quotedSafely)"
        throw SharedOptions.failure(
          "\(controlPlane.settingsWitness) sets \(value), which is no value for it; give --\(setting.option)")
      }
    }
    return settings
  }

  /// A setting as options say it.
  private static func arguments(for setting: DetectedControlPlane.Setting) -> [String] {
    setting.isFlag ? ["--\(setting.option)"] : GivenArguments.option(setting.option, setting.value)
  }
}
