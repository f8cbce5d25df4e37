/// What `meshmap help man` prints: the manual page, in the form that `man` reads.
///
/// It is made of the same words as `--help`, so that it names whatever the commands take. Options that most commands have stand once, at
/// the end.
struct ManualPage {
  private let tool: ToolHelp.Command
  private let commands: [ToolHelp.Command]
  /// The options that most commands have.
  private let shared: [ToolHelp.Argument]

  /// The page of a tool.
  init(of help: ToolHelp) {
    tool = help.command
    commands = (help.command.subcommands ?? []).filter { $0.commandName != "help" }
    let all = commands.flatMap { $0.arguments ?? [] }
    var counts: [String: Int] = [:]
    for argument in all { counts[Self.identity(of: argument), default: 0] += 1 }
    var seen: Set<String> = []
    let most = commands.count / 2
    shared = all.filter { (counts[Self.identity(of: $0)] ?? 0) > most && seen.insert(Self.identity(of: $0)).inserted }
  }

  /// The page.
  var text: String {
    var lines = [
      ".TH MESHMAP 1 \"\" \"meshmap \(MeshMap.toolVersion)\"", ".SH NAME",
      "meshmap \\- \(Self.escaped(tool.abstract ?? ""))", ".SH SYNOPSIS", ".B meshmap", ".I COMMAND", "[options] [files]",
      ".SH DESCRIPTION",
    ]
    lines += Self.paragraphs(tool.discussion)
    lines.append(".SH COMMANDS")
    for command in commands {
      let own = (command.arguments ?? []).filter { argument in
        !shared.contains { Self.identity(of: $0) == Self.identity(of: argument) }
      }
      lines += [".SS meshmap \(command.commandName)"] + Self.paragraphs(command.abstract)
      lines += Self.paragraphs(command.discussion) + own.flatMap(Self.lines)
    }
    lines += [".SH OPTIONS OF MOST COMMANDS"] + shared.flatMap(Self.lines)
    lines += [
      ".SH FILES", ".TP", ".I .meshmap.yaml", "Options by their long names, read from the working folder.", ".SH SEE ALSO",
      ".BR kubectl (1)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The name of an argument as it is written.
  private static func name(of argument: ToolHelp.Argument) -> String {
    let names = argument.longNames.map { "--\($0)" }.joined(separator: ", ")
    return names.isEmpty ? argument.valueName ?? "" : names
  }

  /// What tells an argument from others: of one name those are two that take other values.
  private static func identity(of argument: ToolHelp.Argument) -> String {
    ([name(of: argument)] + (argument.allValues ?? [])).joined(separator: "|")
  }

  private static func lines(_ argument: ToolHelp.Argument) -> [String] {
    let value = argument.kind == "option" ? argument.valueName.map { " \\fI\(escaped($0))\\fR" } ?? "" : ""
    let values = argument.allValues.map { " One of \($0.joined(separator: ", "))." } ?? ""
    let standard = values + (argument.defaultValue.map { " (default: \($0))" } ?? "")
    return [".TP", "\\fB\(escaped(name(of: argument)))\\fR\(value)", line(escaped((argument.abstract ?? "") + standard))]
  }

  /// Paragraphs of a text; lines that are indented stay as they are.
  private static func paragraphs(_ text: String?) -> [String] {
    guard let text else { return [] }
    return text.split(separator: "\n\n").flatMap { paragraph -> [String] in
      let lines = paragraph.split(separator: "\n")
      return lines.contains { $0.hasPrefix("  ") }
        ? [".PP", ".nf"] + lines.map { line(escaped(String($0))) } + [".fi"]
        : [".PP"] + lines.map { line(escaped(String($0))) }
    }
  }

  /// A line of text, which is no request whatever it begins with.
  private static func line(_ text: String) -> String { text.first.map { ".'".contains($0) } ?? false ? "\\&\(text)" : text }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("…", with: "...")
  }
}
