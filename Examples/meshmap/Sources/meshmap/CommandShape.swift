import MeshMapKit

/// The commands and the long names of their options, as the parser of arguments knows them, so that no list of them has to be kept.
struct CommandShape {
  /// An option, or a flag.
  struct Option {
    let name: String
    let isFlag: Bool
    /// What its value may be in a file of settings.
    let value: SettingsFile.Value
  }

  private let options: [String: [Option]]

  /// The shape of the tool.
  init() throws {
    let commands = try ToolHelp.ofThisTool.command.subcommands ?? []
    options = Dictionary(commands.map { ($0.commandName, $0.options) }, uniquingKeysWith: { first, _ in first })
  }

  /// The options of a command; nil where there is no such command.
  func options(of command: String) -> [Option]? { options[command] }

  /// The names of the options of all commands that a file of settings may have, in order.
  var names: [String] {
    Set(options.values.joined().map(\.name)).subtracting(["help", "version", "config", "fix"]).sorted()
  }
}

extension ToolHelp.Command {
  fileprivate var options: [CommandShape.Option] {
    (arguments ?? []).filter { $0.kind != "positional" }.flatMap { argument in
      argument.longNames.map { name in
        CommandShape.Option(name: name, isFlag: argument.kind == "flag", value: argument.value)
      }
    }
  }
}

extension ToolHelp.Argument {
  /// What the value may be in a file of settings, as its name in the help shows: `a,b` is a list, `key=value` a mapping.
  fileprivate var value: SettingsFile.Value {
    let name = valueName ?? ""
    if name.contains("=") { return .pairs }
    return name.contains(",") ? .list : .single
  }
}
