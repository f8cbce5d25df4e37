import Foundation

/// The inputs that were written for this project, or made smaller from what a run found.
package struct Corpus {
  /// An input with what it is called.
  package struct Entry: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// The inputs of a target, by name.
  package static func entries(of target: FuzzTarget) throws -> [Entry] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Corpus/\(target.rawValue)")
    guard FileManager.default.fileExists(atPath: folder.path) else { return generated(for: target) }
    let files = try FileManager.default.contentsOfDirectory(at: folder.standardizedFileURL, includingPropertiesForKeys: nil)
    let written = try files.sorted { $0.lastPathComponent < $1.lastPathComponent }.map { file in
      Entry(name: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
    }
    return written + generated(for: target)
  }

  /// The inputs that are too long to be kept, and those of a generator.
  private static func generated(for target: FuzzTarget) -> [Entry] {
    if target.isGenerated {
      let source = InputSource(target, seed: 13, corpus: [])
      return (0..<40).map { Entry(name: "generated-\($0)", bytes: source.input(UInt64($0))) }
    }
    return LargeSeeds.entries(of: target)
  }
}
