import ArgumentParser
import KubernetesObjects
import MeshMapKit
import MeshMapping

/// A command that may take the release and the settings from what the input shows of its control plane.
protocol DetectingCommand: AsyncParsableCommand {
  var options: SharedOptions { get }
}

/// What the input shows of the control plane that runs in it.
struct Detected {
  let release: KumaRelease
  /// Its settings, as options before those that somebody gave, which hold over them.
  let arguments: [String]
  /// What its settings may be in and the input does not hold.
  let missing: ObjectReference?
}

extension DetectingCommand {
  /// The release and the settings of what runs in the input.
  ///
  /// - Parameter option: The option that asks for them.
  /// - Throws: Status 2 where the input shows no release, several, or a setting that cannot be told.
  func detected(in input: ReadInput, for option: String) throws -> Detected {
    let found: DetectedControlPlane.Sighting?
    do throws(DetectedControlPlane.Doubt) {
      found = try input.controlPlane.sighting()
    } catch {
      throw SharedOptions.failure(error.description)
    }
    guard let sighting = found else {
      throw SharedOptions.failure(
        "the input shows no release of Kuma; add the Deployment of its control plane, or name the release with \(option)")
    }
    let settings = try settings(of: input.controlPlane)
    let phrase = settings.isEmpty ? "" : ", set up with \(settings.map(\.phrase).joined(separator: ", "))"
    Messages.tellAfterAnswer("note: \(sighting.witness) Kuma \(sighting.release)\(phrase)")
    if let missing = input.controlPlane.wordsForMissingConfiguration { Messages.tellAfterAnswer("note: \(missing)") }
    return Detected(
      release: sighting.release, arguments: settings.flatMap(\.arguments), missing: input.controlPlane.missingConfiguration)
  }

  /// Says which settings of what runs in the input are not used, where the rules are those of a release that was named.
  ///
  /// - Parameters:
  ///   - release: The release.
  ///   - option: The option that would take them.
  func tellUnused(of input: ReadInput, under release: KumaRelease, takenBy option: String) throws {
    // What options there are is asked of the command only where that matters.
    guard input.controlPlane.isShown else { return }
    let used = options.settings.controlPlane(of: release, reading: input).settings
    // What cannot be told for sure is no help here.
    let given = Self.given(among: try known())
    let settings = (try? input.controlPlane.settings(besides: given)) ?? []
    let unused = settings.filter { setting in
      guard let parsed = try? Self.parse(setting.arguments + GivenArguments.current) else { return false }
      return parsed.options.settings.controlPlane(of: release, reading: input).settings != used
    }
    guard !unused.isEmpty else { return }
    let list = unused.map(\.phrase).joined(separator: ", ")
    Messages.tellAfterAnswer(
      "note: \(input.controlPlane.settingsWitness) is set up with \(list), which is not used here; give the same as options, or \(option) detect"
    )
  }

  /// The release that is compared with others: the one that was named, or what runs in the input.
  func oldSide(_ choice: RulesOption.Choice, of input: ReadInput) throws -> Detected {
    switch choice {
    case .detect: return try detected(in: input, for: "--from")
    case .release(let release):
      if let sighting = try? input.controlPlane.sighting(), sighting.release != release {
        Messages.tellAfterAnswer("note: \(sighting.witness) Kuma \(sighting.release), and --from names \(release)")
      }
      try tellUnused(of: input, under: release, takenBy: "--from")
      return Detected(release: release, arguments: [], missing: nil)
    }
  }

  /// The settings of one side: those of what runs, those that somebody gave, and those of a file over them.
  func settings(_ side: Detected, of file: String? = nil) throws -> SettingsOptions {
    let arguments = try SideSettings.arguments(of: file, for: Self._commandName)
    if side.arguments.isEmpty, arguments.isEmpty { return options.settings }
    return try Self.parse(side.arguments + GivenArguments.current + arguments).options.settings
  }

  /// The options of the command. It is asked for its whole shape, which takes a while.
  private func known() throws -> [String] { try CommandShape().options(of: Self._commandName)?.map(\.name) ?? [] }

  /// Those of some options that somebody gave.
  private static func given(among known: [String]) -> Set<String> {
    Set(
      known.filter { option in
        GivenArguments.current.contains { $0 == "--\(option)" || $0.hasPrefix("--\(option)=") }
      })
  }

  /// The settings of what runs, but for those that options give.
  ///
  /// - Throws: Status 2 where one of them cannot be told, or is none.
  private func settings(of controlPlane: DetectedControlPlane) throws -> [DetectedControlPlane.Setting] {
    let known = try known()
    let given = Self.given(among: known)
    let settings: [DetectedControlPlane.Setting]
    do throws(DetectedControlPlane.Doubt) {
      settings = try controlPlane.settings(besides: given).filter { known.contains($0.option) }
    } catch {
      throw SharedOptions.failure(error.description)
    }
    for setting in settings {
      do {
        _ = try Self.parse(setting.arguments + GivenArguments.current)
      } catch {
        let value = "\(setting.option) to \(setting.value.quotedSafely)"
        throw SharedOptions.failure(
          "\(controlPlane.settingsWitness) sets \(value), which is no value for it; give --\(setting.option)")
      }
    }
    return settings
  }
}

extension DetectedControlPlane.Setting {
  /// The setting as options say it.
  fileprivate var arguments: [String] { isFlag ? ["--\(option)"] : GivenArguments.option(option, value) }

  /// The setting in words, safe to print.
  fileprivate var phrase: String { (isFlag ? option : "\(option) \(value.isEmpty ? "(empty)" : value)").printedSafely }
}
