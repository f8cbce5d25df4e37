import Foundation
import Testing

/// Runs a playground of this package as a person would and gives what it prints.
struct Playground {
  let name: String

  /// What the playground prints on standard output.
  func output() throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = try executable()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(name) ends with an error")
    return String(decoding: output, as: UTF8.self)
  }

  /// The built playground, which stands beside the tests.
  private func executable() throws -> URL {
    let starts = CommandLine.arguments.filter { $0.contains(".xctest") } + [CommandLine.arguments[0]]
    for start in starts {
      var folder = URL(filePath: start).deletingLastPathComponent()
      while folder.path != "/" {
        let candidate = folder.appending(path: name)
        var isDirectory: ObjCBool = false
        if unsafe FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isDirectory), !isDirectory.boolValue {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    throw NotBuilt(name: name)
  }

  struct NotBuilt: Error {
    let name: String
  }
}
