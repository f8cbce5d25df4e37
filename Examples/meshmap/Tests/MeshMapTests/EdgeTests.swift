import Foundation
import Testing

/// Outputs that are closed, full or gone: a status, never a trap (D4).
@Suite struct EdgeTests {
  /// Runs the command by a shell, which can close what it runs with.
  private static func shell(_ redirections: String, _ arguments: String) throws -> (status: Int32, signal: Bool) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec \"$0\" \(arguments) \(redirections)", try Command.executable.path]
    process.currentDirectoryURL = Command.samples
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, process.terminationReason == .uncaughtSignal)
  }

  @Test(arguments: [
    ("2>&-", "preview nowhere.yaml", 2), ("2>/dev/full", "preview nowhere.yaml", 2), ("2>&-", "preview documentation", 0),
    ("2>/dev/full", "preview documentation", 0), ("2>&-", "preview --nonsense", 64), ("2>/dev/full", "preview", 64),
    (">&-", "preview shop.json", 74), (">/dev/full", "preview shop.json", 74), (">&- 2>&-", "preview shop.json", 74),
    (">/dev/full 2>/dev/full", "preview shop.json", 74), (">/dev/full", "--help", 74), (">&-", "--version", 74),
    (">/dev/full", "preview broken", 74), (">/dev/full", "compare --from 1.6.5 --to 2.9 shop.json", 74),
    ("<&-", "preview -", 2), ("<&- >&- 2>&-", "preview -", 2), ("", "compare --from 1.6.5 --to 2.9 broken", 2),
  ])
  func endsWithAStatus(_ redirections: String, _ arguments: String, _ status: Int32) throws {
    let end = try Self.shell(redirections, arguments)
    #expect(!end.signal)
    #expect(end.status == status)
  }

  /// Pipes that nobody reads any more.
  @Test(arguments: ["preview shop.json", "preview nowhere.yaml", "preview --nonsense", "--help"])
  func survivesADeadPipe(_ arguments: String) throws {
    for isError in [false, true] {
      let pipe = Pipe()
      let process = Process()
      process.executableURL = try Command.executable
      process.arguments = arguments.split(separator: " ").map(String.init)
      process.currentDirectoryURL = Command.samples
      process.standardOutput = isError ? FileHandle.nullDevice : pipe
      process.standardError = isError ? pipe : FileHandle.nullDevice
      try pipe.fileHandleForReading.close()
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      let usual: Int32 = arguments.contains("nonsense") ? 64 : arguments.contains("nowhere") ? 2 : 0
      #expect(process.terminationStatus == (isError || usual != 0 ? usual : 74))
    }
  }

  @Test func saysWhyTheOutputCannotBeWritten() throws {
    let full = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
    let run = try Command("preview", "shop.json").run(output: full)
    #expect(run.status == 74)
    #expect(run.errors == "meshmap: the output cannot be written: no space is left there\n")
  }
}
