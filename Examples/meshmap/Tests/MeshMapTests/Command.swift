import Foundation
import Testing

/// The built `meshmap`, run as a person runs it.
struct Command {
  /// What is written behind `meshmap`.
  let arguments: [String]

  init(_ arguments: String...) {
    self.init(arguments)
  }

  init(_ arguments: [String]) {
    self.arguments = arguments
  }

  /// What a run gives.
  struct Run {
    /// The exit status; nil where a signal ended the command.
    let status: Int32?
    /// What stands on standard output.
    let output: String
    /// What stands on standard error.
    let errors: String

    /// The lines of standard output, without the end of the last one.
    var lines: [Substring] { output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }
  }

  /// Runs the command in the folder of the sample clusters.
  ///
  /// Standard input and standard error are files, so that however much stands in either, nobody waits for anybody.
  ///
  /// - Parameters:
  ///   - input: What is on standard input.
  ///   - output: Where standard output goes; nil where the run gives it.
  ///   - environment: What is added to the environment.
  ///   - workingFolder: Where it runs; nil for the folder of the sample clusters.
  func run(
    input: String = "",
    output: FileHandle? = nil,
    environment: [String: String] = [:],
    in workingFolder: URL? = nil
  ) throws -> Run {
    try Self.withFolder(holding: ["input": input, "errors": ""]) { folder in
      let process = Process()
      process.executableURL = try Self.executable
      process.arguments = arguments
      process.currentDirectoryURL = workingFolder ?? Self.samples
      // Whoever runs the tests may have a terminal of any width.
      let own = ProcessInfo.processInfo.environment.merging(["COLUMNS": ""]) { $1 }
      process.environment = own.merging(environment) { $1 }
      process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "input"))
      process.standardError = try FileHandle(forWritingTo: folder.appending(path: "errors"))
      let pipe = Pipe()
      process.standardOutput = output ?? pipe
      try process.run()
      let printed = output == nil ? try pipe.fileHandleForReading.readToEnd() ?? Data() : Data()
      process.waitUntilExit()
      let errors = try Data(contentsOf: folder.appending(path: "errors"))
      return Run(
        status: process.terminationReason == .exit ? process.terminationStatus : nil,
        output: String(decoding: printed, as: UTF8.self),
        errors: String(decoding: errors, as: UTF8.self)
      )
    }
  }

  /// Runs the command with `--output json` and reads what it prints; it must end well.
  func report(input: String = "") throws -> Report {
    let run = try Command(arguments + ["--output", "json"]).run(input: input)
    try #require(run.status == 0, "meshmap \(arguments.joined(separator: " ")): \(run.errors)")
    return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
  }

  /// The folder of the sample clusters.
  static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Clusters")

  /// Gives a folder that holds some files, by their paths, for as long as the body runs.
  static func withFolder<Value>(holding files: [String: String], body: (URL) throws -> Value) throws -> Value {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "meshmap-\(UUID().uuidString)")
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    for (path, text) in files {
      let file = folder.appending(path: path)
      try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try body(folder)
  }

  /// The built command, which stands beside the tests.
  static var executable: URL {
    get throws {
      let starts = CommandLine.arguments.filter { $0.contains(".xctest") } + [CommandLine.arguments[0]]
      for start in starts {
        var folder = URL(filePath: start).deletingLastPathComponent()
        while folder.path != "/" {
          let candidate = folder.appending(path: "meshmap")
          var isDirectory: ObjCBool = false
          if unsafe FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isDirectory), !isDirectory.boolValue
          {
            return candidate
          }
          folder.deleteLastPathComponent()
        }
      }
      throw NotBuilt()
    }
  }

  struct NotBuilt: Error {}
}
