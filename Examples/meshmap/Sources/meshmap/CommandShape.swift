/// The commands and the long names of their options, as the parser of arguments knows them, so that no list of them has to be kept.
struct CommandShape {
  /// An option, or a flag.
  struct Option {
    let name: String
    let isFlag: Bool
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
    Set(options.values.joined().map(\.name)).subtracting(["help", "version", "config"]).sorted()
  }
}

extension ToolHelp.Command {
  fileprivate var options: [CommandShape.Option] {
    (arguments ?? []).filter { $0.kind != "positional" }.flatMap { argument in
      argument.longNames.map { CommandShape.Option(name: $0, isFlag: argument.kind == "flag") }
    }
  }
}
