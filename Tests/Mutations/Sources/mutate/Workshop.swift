import Foundation

/// A copy of the project in which mutations are built.
struct Workshop {
  static let switchModule = "MutationSwitch"

  let project: URL
  let copy: URL
  /// The files of the libraries, by their paths from the project's folder on, as they were at first: a run takes long, and the project
  /// may be edited meanwhile.
  let sources: [String: String]
  private let package: String

  init(project: URL, copy: URL) throws {
    (self.project, self.copy) = (project, copy)
    let paths = try Self.listed(in: project).filter { $0.hasPrefix("Sources/") && $0.hasSuffix(".swift") }
    func text(_ path: String) throws -> String { try String(contentsOf: project.appending(path: path), encoding: .utf8) }
    sources = try Dictionary(uniqueKeysWithValues: paths.map { ($0, try text($0)) })
    package = try text("Package.swift")
  }

  /// The failure of a step that everything else needs.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static func listed(in project: URL) throws -> [String] {
    try Shell.run("/usr/bin/env", ["git", "-C", project.path, "ls-files"]).output.split(separator: "\n").map(String.init)
      .filter { FileManager.default.fileExists(atPath: project.appending(path: $0).path) }
  }

  /// Makes the copy the project as it is, but for the sources; what was built stays, and files that are the same are left alone.
  func refresh() throws {
    let files = FileManager.default
    let listed = try Self.listed(in: project)
    for folder in ["Sources", "Tests", "Examples"] {
      for case let path as String in files.enumerator(atPath: copy.appending(path: folder).path) ?? .init()
      where path.hasSuffix(".swift") && !listed.contains("\(folder)/\(path)") && !path.contains(Self.switchModule) {
        try files.removeItem(at: copy.appending(path: folder).appending(path: path))
      }
    }
    for path in listed where sources[path] == nil && path != "Package.swift" {
      try put(try Data(contentsOf: project.appending(path: path)), at: path)
    }
  }

  private func put(_ data: Data, at path: String) throws {
    let target = copy.appending(path: path)
    guard (try? Data(contentsOf: target)) != data else { return }
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: target)
  }

  private func put(_ text: String, at path: String) throws {
    try put(Data(text.utf8), at: path)
  }

  /// The mutations that the copy has already of those that are drawn: those that the compiler took; nil where others were drawn.
  func written(of drawn: [Mutation]) -> [Mutation]? {
    let switches = copy.appending(path: "Sources/\(Self.switchModule)/\(Self.switchModule).swift")
    guard (try? String(contentsOf: switches, encoding: .utf8)) == Self.text(of: drawn) else { return nil }
    return drawn.filter { mutation in
      let text = try? String(contentsOf: copy.appending(path: mutation.file), encoding: .utf8)
      let line = text?.components(separatedBy: "\n").dropFirst(mutation.line - 1).first
      return line?.hasSuffix(mutation.switched) ?? false
    }
  }

  /// Writes the sources of the project into the copy, with some of the mutations that were drawn, each behind its switch.
  func write(_ mutations: [Mutation], of drawn: [Mutation]) throws {
    let mutated = Dictionary(grouping: mutations, by: \.file)
    for (file, text) in sources {
      var lines = text.components(separatedBy: "\n")
      for mutation in mutated[file] ?? [] { lines[mutation.line - 1] = mutation.switched }
      // On the first line, so that lines keep their numbers.
      if mutated[file] != nil { lines[0] = "import \(Self.switchModule); " + lines[0] }
      try put(lines.joined(separator: "\n"), at: file)
    }
    // All that were drawn are declared, so that the switches stay the same when one is refused.
    try put(Self.text(of: drawn), at: "Sources/\(Self.switchModule)/\(Self.switchModule).swift")
    let package =
      package
      .replacingFirst("  targets: [\n", by: "  targets: [\n    .target(name: \"\(Self.switchModule)\"),\n")
      .replacingOccurrences(
        of: ".target(name: \"KubernetesObjects\",",
        with: ".target(name: \"KubernetesObjects\", dependencies: [\"\(Self.switchModule)\"],"
      )
      .replacingOccurrences(
        of: ".target(name: \"KubernetesYAML\",",
        with: ".target(name: \"KubernetesYAML\", dependencies: [\"\(Self.switchModule)\"],"
      )
      .replacingOccurrences(
        of: "dependencies: [\"KubernetesObjects\"", with: "dependencies: [\"\(Self.switchModule)\", \"KubernetesObjects\"")
    try put(package, at: "Package.swift")
  }

  private static func text(of drawn: [Mutation]) -> String { switches + drawn.compactMap(\.declaration).joined() }

  /// Which mutation is on, and which were asked: told at the end, so that only the tests that come to a mutation need to be run with it.
  private static let switches = """
    import Foundation
    private let mutation = Int(ProcessInfo.processInfo.environment["MUTATION"] ?? "") ?? 0
    private let limit = 10_001
    nonisolated(unsafe) private let asked: UnsafeMutablePointer<UInt8> = {
      let places = UnsafeMutablePointer<UInt8>.allocate(capacity: limit)
      places.initialize(repeating: 0, count: limit)
      atexit {
        guard let path = ProcessInfo.processInfo.environment["MUTATIONS_ASKED"] else { return }
        let numbers = (0..<limit).filter { asked[$0] != 0 }.map(String.init).joined(separator: " ")
        // Behind what programs wrote that the test ran.
        guard let file = fopen(path, "a") else { return }
        fputs(numbers + " ", file)
        fclose(file)
      }
      return places
    }()
    public func isMutated(_ number: Int) -> Bool {
      asked[number] = 1
      return mutation == number
    }
    public func isTurned(_ number: Int, _ condition: Bool) -> Bool { condition != isMutated(number) }

    """

  /// The tests of a package in the copy: of the root, or of one in a folder.
  func tests(of folder: String? = nil) throws -> TestBundle {
    let package = folder.map { copy.appending(path: $0) } ?? copy
    let manifest = try String(contentsOf: package.appending(path: "Package.swift"), encoding: .utf8)
    guard let name = manifest.firstMatch(of: /\n  name: "([^"]+)"/)?.1 else {
      throw Failure(description: "the manifest in \(package.path) has no name")
    }
    return TestBundle(folder: package, package: String(name))
  }

  /// Builds the tests of the root package, or of one in a folder; gives the places that the compiler refuses.
  func build(_ folder: String? = nil) throws -> [(file: String, line: Int)] {
    let package = folder.map { copy.appending(path: $0) } ?? copy
    let built = try Shell.run("/usr/bin/env", ["swift", "build", "--build-tests", "--package-path", package.path])
    guard built.status != 0 else { return [] }
    let refused = built.output.split(separator: "\n").filter { $0.contains(": error:") }.compactMap {
      line -> (String, Int)? in
      let parts = line.split(separator: ":")
      guard parts.count > 2, let number = Int(parts[1]) else { return nil }
      return (parts[0].hasPrefix(copy.path) ? String(parts[0].dropFirst(copy.path.count + 1)) : String(parts[0]), number)
    }
    guard !refused.isEmpty else { throw Failure(description: "the copy cannot be built:\n\(built.output.suffix(4_000))") }
    return refused
  }
}
