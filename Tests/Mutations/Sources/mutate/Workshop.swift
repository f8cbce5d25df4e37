import Foundation

/// A copy of the project in which mutations are built and tried.
struct Workshop {
  let project: URL
  let copy: URL

  /// The failure of a step that everything else needs.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  var sources: URL { copy.appending(path: "Sources") }

  /// Makes the copy the project as it is; what was built stays.
  func refresh() throws {
    let files = FileManager.default
    try files.createDirectory(at: copy, withIntermediateDirectories: true)
    for part in ["Package.swift", "README.md", "Sources", "Tests", "Examples", ".ci"] {
      try? files.removeItem(at: copy.appending(path: part))
    }
    for path in try run("/usr/bin/env", ["git", "-C", project.path, "ls-files"]).output.split(separator: "\n") {
      let target = copy.appending(path: String(path))
      try files.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      guard files.fileExists(atPath: project.appending(path: String(path)).path) else { continue }
      try files.copyItem(at: project.appending(path: String(path)), to: target)
    }
  }

  /// Writes mutations into the copy, each behind its switch.
  func write(_ mutations: [Mutation]) throws {
    for (file, mutations) in Dictionary(grouping: mutations, by: \.file) {
      var lines = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\n")
      for mutation in mutations { lines[mutation.line - 1] = mutation.switched }
      // On the first line, so that lines keep their numbers.
      lines[0] = "import MutationSwitch; " + lines[0]
      try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }
    let folder = sources.appending(path: "MutationSwitch")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let text = Self.switches + mutations.compactMap(\.declaration).joined()
    try text.write(to: folder.appending(path: "MutationSwitch.swift"), atomically: true, encoding: .utf8)
    let manifest = copy.appending(path: "Package.swift")
    let package = try String(contentsOf: manifest, encoding: .utf8)
      .replacingFirst("  targets: [\n", by: "  targets: [\n    .target(name: \"MutationSwitch\"),\n")
      .replacingOccurrences(
        of: ".target(name: \"KubernetesObjects\",",
        with: ".target(name: \"KubernetesObjects\", dependencies: [\"MutationSwitch\"],"
      )
      .replacingOccurrences(
        of: ".target(name: \"KubernetesYAML\",",
        with: ".target(name: \"KubernetesYAML\", dependencies: [\"MutationSwitch\"],"
      )
      .replacingOccurrences(
        of: "dependencies: [\"KubernetesObjects\"", with: "dependencies: [\"MutationSwitch\", \"KubernetesObjects\"")
    try package.write(to: manifest, atomically: true, encoding: .utf8)
  }

  private static let switches = """
    import Foundation
    private let mutation = Int(ProcessInfo.processInfo.environment["MUTATION"] ?? "") ?? 0
    public func isMutated(_ number: Int) -> Bool { mutation == number }
    public func isTurned(_ number: Int, _ condition: Bool) -> Bool { condition != (mutation == number) }

    """

  /// Builds the tests; gives the lines that the compiler refuses.
  func build() throws -> Set<String> {
    let built = try run("/usr/bin/env", ["swift", "build", "--build-tests", "--package-path", copy.path])
    guard built.status != 0 else { return [] }
    let refused = built.output.split(separator: "\n").filter { $0.contains(": error:") }.compactMap { line -> String? in
      let parts = line.split(separator: ":")
      return parts.count > 2 ? "\(parts[0]):\(parts[1])" : nil
    }
    guard !refused.isEmpty else { throw Failure(description: "the copy cannot be built:\n\(built.output.suffix(2_000))") }
    return Set(refused)
  }

  /// Runs the tests with a mutation switched on, or none; gives the names of the tests that fail, or nil where the run ends otherwise.
  func test(_ mutation: Int?, skipping skipped: [String]) throws -> [String]? {
    let arguments =
      ["timeout", "600", "swift", "test", "--skip-build", "--package-path", copy.path] + skipped.flatMap { ["--skip", $0] }
    let tested = try run("/usr/bin/env", arguments, environment: mutation.map { ["MUTATION": "\($0)"] } ?? [:])
    if tested.status == 0 { return [] }
    let failed = tested.output.split(separator: "\n").filter { $0.contains("✘ Test ") && $0.contains(" failed after") }
    let names = failed.compactMap { $0.split(separator: " ").dropFirst(2).first.map { $0.prefix { $0 != "(" } } }.map(
      String.init)
    return names.isEmpty ? nil : Array(Set(names)).sorted()
  }

  private func run(
    _ program: String,
    _ arguments: [String],
    environment: [String: String] = [:]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
