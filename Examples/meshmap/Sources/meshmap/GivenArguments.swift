import ArgumentParser
import Foundation
import MeshDiagnostics
import MeshMapKit

/// The arguments of a command: those that files of settings give, and behind them those that somebody wrote, which hold over them.
struct GivenArguments: Sendable {
  /// The arguments that the command runs with, without its name.
  @TaskLocal static var current: [String] = []

  /// Where files of settings say options that no argument says, e.g. `.meshmap.yaml, line 2, column 1`, by the names of the options.
  @TaskLocal static var places: [String: String] = [:]

  /// The name of the command and what stands before it.
  private var head: [String]
  /// The arguments behind it.
  private(set) var behindCommand: [String]
  /// The files of settings that are used.
  private(set) var files: [String] = []
  /// Where files say the options that hold.
  private(set) var placesInFiles: [String: String] = [:]

  /// All arguments.
  var all: [String] { head + behindCommand }

  /// The file in the working folder that nobody has to name.
  private static let standardFile = ".meshmap.yaml"

  /// What was written, with the settings of files.
  ///
  /// - Throws: Status 64 where a file has a key that is no option, and 2 where one cannot be read, after a message.
  init(_ written: [String]) throws {
    (head, behindCommand) = ([], written)
    guard let index = written.firstIndex(where: { !$0.hasPrefix("-") }) else { return }
    head = Array(written[...index])
    behindCommand = Array(written[(index + 1)...])
    guard !written.contains(where: ["-h", "--help", "-help", "--version"].contains) else { return }
    var paths = Self.named(in: behindCommand)
    switch FileKind(at: Self.standardFile) {
    case .absent: break
    case .file: paths.insert(Self.standardFile, at: 0)
    case let kind:
      // Nobody named it, so that one that cannot be read must not hold anybody up, nor be passed over in silence.
      let problem = kind.problem(at: Self.standardFile) ?? InputProblem(place: Self.standardFile, problem: "is no file")
      throw SharedOptions.failure(problem.description)
    }
    guard !paths.isEmpty else { return }
    let shape = try CommandShape()
    guard let options = shape.options(of: written[index]) else { return }
    var settings: [String] = []
    for path in paths {
      let entries = try Self.entries(of: path, for: options, in: shape)
      settings += entries.flatMap(\.arguments)
      for entry in entries { placesInFiles[entry.key] = entry.place }
      files.append(path)
    }
    for argument in behindCommand.prefix(while: { $0 != "--" }) where argument.hasPrefix("--") {
      placesInFiles[String(argument.dropFirst(2).prefix { $0 != "=" })] = nil
    }
    behindCommand = settings + behindCommand
  }

  /// The files that arguments name.
  private static func named(in arguments: [String]) -> [String] {
    var paths: [String] = []
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--config", index + 1 < arguments.count { paths.append(arguments[index + 1]) }
      if argument.hasPrefix("--config=") { paths.append(String(argument.dropFirst("--config=".count))) }
    }
    return paths
  }

  /// The arguments that a file of settings stands for, for a command of the given options.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - options: The options of the command; those of others may stand there too, and are passed over.
  ///   - shape: All commands.
  ///   - objection: What is to be said against an option of a name; nil where it may stand there.
  static func arguments(
    of path: String,
    for options: [CommandShape.Option],
    in shape: CommandShape,
    unless objection: (String) -> String? = { _ in nil }
  ) throws -> [String] {
    try entries(of: path, for: options, in: shape, unless: objection).flatMap(\.arguments)
  }

  /// An entry of a file of settings.
  private struct Entry {
    let key: String
    let arguments: [String]
    /// Where it stands, as people name it.
    let place: String
  }

  /// The entries of a file of settings that are for a command of the given options.
  private static func entries(
    of path: String,
    for options: [CommandShape.Option],
    in shape: CommandShape,
    unless objection: (String) -> String? = { _ in nil }
  ) throws -> [Entry] {
    let file: SettingsFile
    do throws(InputProblem) {
      file = try SettingsFile(at: path)
    } catch {
      throw SharedOptions.failure(error.description)
    }
    for key in file.repeatedKeys { Messages.tell("\(file.name.printedSafely), \(key)") }
    return try file.entries.compactMap { entry -> Entry? in
      if entry.key == "fix" {
        throw wrongUsage("fix is no setting, since it writes files; write --fix behind the command", entry, in: file)
      }
      let place = "\(file.name), \(entry.location)"
      guard shape.names.contains(entry.key) else {
        let nearest = NearestName.of(entry.key, among: shape.names).map { "; \($0) is" } ?? ""
        throw wrongUsage("\(entry.key.quotedSafely) is no option\(nearest)", entry, in: file)
      }
      if let objection = objection(entry.key) { throw wrongUsage("\(entry.key) \(objection)", entry, in: file) }
      // Settings of other commands may stand there.
      guard let option = options.first(where: { $0.name == entry.key }) else { return nil }
      guard option.isFlag else {
        guard entry.form.isAccepted(as: option.value) else {
          throw wrongUsage("\(entry.key) takes \(option.value.phrase)", entry, in: file)
        }
        return Entry(key: entry.key, arguments: Self.option(entry.key, entry.value), place: place)
      }
      guard let isOn = entry.isOn else {
        throw wrongUsage("\(entry.key) must be true or false", entry, in: file)
      }
      // What is on without being asked for is put off by its own name.
      let opposite = "no-\(entry.key)"
      let flags = isOn ? ["--\(entry.key)"] : options.contains { $0.name == opposite } ? ["--\(opposite)"] : []
      return Entry(key: entry.key, arguments: flags, place: place)
    }
  }

  /// An option with its value, as arguments. An empty value stands alone, and one that begins with a dash does not.
  static func option(_ name: String, _ value: String) -> [String] {
    value.isEmpty ? ["--\(name)", ""] : ["--\(name)=\(value)"]
  }

  private static func wrongUsage(_ problem: String, _ entry: SettingsFile.Entry, in file: SettingsFile) -> ExitCode {
    Messages.tell("\(file.name.printedSafely), \(entry.location): \(problem)")
    return ExitCode(Ending.wrongUsage.rawValue)
  }
}

extension SettingsFile.Value {
  /// Whether a value of this form can be that of an option.
  fileprivate func isAccepted(as wanted: SettingsFile.Value) -> Bool {
    switch (self, wanted) {
    case (.single, _), (.list, .list), (.list, .pairs), (.pairs, .pairs): true
    default: false
    }
  }

  /// What an option takes, in words.
  fileprivate var phrase: String {
    switch self {
    case .single: "one value"
    case .list: "a list of values, or one value"
    case .pairs, .nested: "a mapping of values, or a list of key=value"
    }
  }
}
