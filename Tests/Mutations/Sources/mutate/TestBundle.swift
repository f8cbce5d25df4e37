import Foundation

/// The tests of a package of the copy, as they were built.
struct TestBundle: Sendable {
  /// The folder of the package.
  let folder: URL
  /// The name of the package, as its manifest writes it.
  let package: String

  private var program: String { folder.appending(path: ".build/debug/\(package)PackageTests.xctest").path }

  /// A test, with what it needs and comes to.
  struct Test: Sendable {
    let name: String
    let seconds: Double
    /// The mutations that it comes to.
    let asked: Set<Int>
  }

  /// The names of all tests.
  func names() throws -> [String] {
    try Shell.run(program, ["--testing-library", "swift-testing", "--list-tests"], in: folder).output
      .split(separator: "\n").map(String.init).filter { $0.contains("/") || $0.contains("(") }
  }

  /// What a test needs and comes to without a mutation; nil where it fails then, as those do that read the sources.
  func examined(_ name: String) throws -> Test? {
    let asked = FileManager.default.temporaryDirectory.appending(path: "mutations-asked-\(UUID())")
    defer { try? FileManager.default.removeItem(at: asked) }
    let start = Date()
    let status = try run([name], environment: ["MUTATIONS_ASKED": asked.path], limit: 600)
    guard status == 0 else { return nil }
    let numbers = (try? String(contentsOf: asked, encoding: .utf8))?.split(separator: " ").compactMap { Int($0) } ?? []
    return Test(name: name, seconds: Date().timeIntervalSince(start), asked: Set(numbers))
  }

  /// Whether some of the tests fail with a mutation, a trap and a run that does not end among the failures. The fastest run first.
  func notices(_ mutation: Int, among tests: [Test]) throws -> Bool {
    var rest = tests.sorted { $0.seconds < $1.seconds }[...]
    var budget = 2.0
    while !rest.isEmpty {
      var seconds = 0.0
      let batch = rest.prefix { test in
        seconds += test.seconds
        return seconds <= budget
      }
      let chosen = batch.isEmpty ? rest.prefix(1) : batch
      rest = rest.dropFirst(chosen.count)
      let limit = 60 + Int(chosen.reduce(0) { $0 + $1.seconds } * 5)
      if try run(chosen.map(\.name), environment: ["MUTATION": "\(mutation)"], limit: limit) != 0 { return true }
      budget *= 3
    }
    return false
  }

  private func run(_ names: [String], environment: [String: String], limit: Int) throws -> Int32 {
    let filters = names.flatMap { ["--filter", "^" + NSRegularExpression.escapedPattern(for: $0)] }
    return try Shell.status(
      of: "/usr/bin/env", ["timeout", "\(limit)", program, "--testing-library", "swift-testing"] + filters,
      environment: environment, in: folder)
  }
}
