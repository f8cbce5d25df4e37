import ArgumentParser
import KubernetesJSON

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
    let tool = try JSONReader.decode(Tool.self, from: MeshMap._dumpHelp().utf8)
    options = Dictionary(
      (tool.command.subcommands ?? []).map { ($0.commandName, $0.options) }, uniquingKeysWith: { first, _ in first })
  }

  /// The options of a command; nil where there is no such command.
  func options(of command: String) -> [Option]? { options[command] }

  /// The names of the options of all commands that a file of settings may have, in order.
  var names: [String] {
    Set(options.values.joined().map(\.name)).subtracting(["help", "version", "config"]).sorted()
  }
}

extension CommandShape {
  private struct Tool: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
      }

      let kind: String
      let names: [Name]?
    }

    let commandName: String
    let subcommands: [Command]?
    let arguments: [Argument]?

    var options: [Option] {
      (arguments ?? []).filter { $0.kind != "positional" }.flatMap { argument in
        (argument.names ?? []).filter { $0.kind == "long" }.map { Option(name: $0.name, isFlag: argument.kind == "flag") }
      }
    }
  }
}
