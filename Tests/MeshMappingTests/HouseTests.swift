import Foundation
import Testing

/// The rooms of the library, and what holds their order: a room names only types of rooms above it.
@Suite("House")
struct HouseTests {
  /// The rooms of `MeshMapping`, the floor first. Data flows down this list and never up.
  private static let rooms = [
    "Reasons", "Vocabulary", "Rules", "Releases", "Resource", "Mesh", "Injection", "Services", "Inbounds", "Gateway",
    "TransparentProxying", "Sections", "Generation", "Admission", "Lifecycle", "Cluster", "Comparison", "Reports",
  ]

  private struct SourceFile {
    let room: String
    let name: String
    /// The code without comments and without what stands in string literals.
    let code: String
  }

  private static let sources: URL = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/MeshMapping")

  private static let files: [SourceFile] = {
    let paths = FileManager.default.enumerator(atPath: sources.path())?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      let text = try? String(contentsOf: sources.appending(path: path), encoding: .utf8)
      return text.map { SourceFile(room: String(path.prefix { $0 != "/" }), name: path, code: code(of: $0)) }
    }
  }()

  /// The lines of a source without comments, and without the text of string literals, of which only interpolations are code.
  private static func code(of source: String) -> String {
    source.split(separator: "\n").map { line -> String in
      let text = line.trimmingCharacters(in: .whitespaces)
      if text.hasPrefix("//") { return "" }
      return String(line)
    }
    .joined(separator: "\n").replacing(/"(?:[^"\\\n]|\\[^(])*"/, with: "\"\"")
  }

  /// The room of each type that is declared at the top level of a file.
  private static let roomOfType: [String: String] = {
    var rooms: [String: String] = [:]
    for file in files {
      let declaration =
        /^(?:(?:public|package|private|fileprivate|indirect|final|@\w+) )*(?:struct|enum|class|protocol|actor|typealias) (\w+)/
      for match in file.code.matches(of: declaration.anchorsMatchLineEndings()) { rooms[String(match.1)] = file.room }
    }
    return rooms
  }()

  @Test func everyFileStandsInARoom() {
    #expect(!Self.files.isEmpty)
    for file in Self.files { #expect(Self.rooms.contains(file.room), "\(file.name) stands in no room of the house") }
    for room in Self.rooms { #expect(Self.files.contains { $0.room == room }, "the room \(room) is empty") }
  }

  @Test func aRoomNamesOnlyTypesOfRoomsAboveIt() {
    #expect(Self.roomOfType["ControlPlane"] == "Rules")
    #expect(Self.roomOfType["Cluster"] == "Cluster")
    for file in Self.files {
      guard let own = Self.rooms.firstIndex(of: file.room) else { continue }
      let names = Set(file.code.matches(of: /\b[A-Z]\w*/).map { String($0.0) })
      for name in names.sorted() {
        guard let room = Self.roomOfType[name], let index = Self.rooms.firstIndex(of: room) else { continue }
        #expect(index <= own, "\(file.name) names \(name), which stands in \(room), further down")
      }
    }
  }

  /// What decides and maps does without what is told of it: no library below knows the one of the findings.
  @Test func mappingKnowsNothingOfDiagnostics() {
    for file in Self.files { #expect(!file.code.contains("MeshDiagnostics"), "\(file.name)") }
  }
}
