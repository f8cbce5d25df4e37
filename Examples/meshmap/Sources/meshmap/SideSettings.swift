import ArgumentParser
import KubernetesJSON
import MeshMapKit

/// Settings that hold on one side of a comparison only.
enum SideSettings {
  /// The arguments of a file of settings, for a command; none where no file is named.
  ///
  /// - Throws: Status 64 where a key is no option, and 2 where the file cannot be read, after a message.
  static func arguments(of file: String?, for command: String) throws -> [String] {
    guard let file else { return [] }
    let (shape, settings) = (try CommandShape(), try CommandShape.namesOfSettings)
    let options = (shape.options(of: command) ?? []).filter { settings.contains($0.name) }
    return try GivenArguments.arguments(of: file, for: options, in: shape) { name in
      settings.contains(name) ? nil : "is no setting of a control plane, which is all that differs between the two sides"
    }
  }
}

extension CommandShape {
  private struct Settings: ParsableCommand {
    @OptionGroup var settings: SettingsOptions
  }

  /// The names of the options that describe a control plane.
  fileprivate static var namesOfSettings: Set<String> {
    get throws {
      let help = try JSONReader.decode(ToolHelp.self, from: Settings._dumpHelp().utf8)
      return Set((help.command.arguments ?? []).flatMap(\.longNames)).subtracting(["help", "version", "config"])
    }
  }
}
