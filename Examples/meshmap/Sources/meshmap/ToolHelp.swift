import ArgumentParser
import KubernetesJSON

/// The commands with their arguments, as the parser of arguments knows them.
struct ToolHelp: Decodable {
  /// The tool itself.
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: String
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let abstract: String?
    /// The values that it takes, where those are few; nil where they are not.
    let allValues: [String]?

    /// The names that stand behind two dashes.
    var longNames: [String] { (names ?? []).filter { $0.kind == "long" }.map(\.name) }
  }

  /// That of this tool.
  static var ofThisTool: ToolHelp {
    get throws { try JSONReader.decode(ToolHelp.self, from: MeshMap._dumpHelp().utf8) }
  }
}
