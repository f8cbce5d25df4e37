import Foundation

/// The files below a directory that may hold objects, in the order of their names.
struct DirectoryWalk {
  private(set) var paths: [String] = []
  private(set) var problems: [InputProblem] = []

  /// How the names of files end that are read, in any case.
  private static let extensions = ["json", "yaml", "yml", "jsonl", "ndjson"]

  /// The files below a directory.
  init(below directory: String) {
    // What is to be looked at, the next one last.
    var pending = entries(of: directory).reversed().map(\.self)
    while let path = pending.popLast() {
      switch FileKind(at: path) {
      case .folder:
        // A link may lead to where it stands in.
        if FileKind.link(at: path) == nil { pending += entries(of: path).reversed() }
      case .file:
        if Self.mayHoldObjects(path) { paths.append(path) }
      // Opening one of them may wait for somebody else, for ever.
      case .other: break
      case .danglingLink, .absent, .unknown:
        if Self.mayHoldObjects(path), let problem = FileKind(at: path).problem(at: path) { problems.append(problem) }
      }
    }
    if paths.isEmpty, problems.isEmpty {
      let problem = "has no file below it whose name ends in .yaml, .yml, .json, .jsonl or .ndjson"
      problems.append(InputProblem(place: directory, problem: problem))
    }
  }

  /// The entries of a directory that are not hidden, by name.
  private mutating func entries(of directory: String) -> [String] {
    do {
      let prefix = directory.hasSuffix("/") ? directory : "\(directory)/"
      return try FileManager.default.contentsOfDirectory(atPath: directory)
        .filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { prefix + $0 }
    } catch {
      problems.append(InputProblem(place: directory, problem: "cannot be listed; check its permissions"))
      return []
    }
  }

  private static func mayHoldObjects(_ path: String) -> Bool {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? "" } ?? ""
    // What it says of the files beside it has to be known.
    if Kustomization.fileNames.contains(where: { name.utf8.elementsEqual($0.utf8) }) { return true }
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return extensions.contains(name[name.utf8.index(after: dot)...].lowercased())
  }
}
