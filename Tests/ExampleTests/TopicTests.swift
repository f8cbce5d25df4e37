import Foundation
import Testing

/// Every public type of a library has its place among the topics of the library's landing page.
@Suite("Topics")
struct TopicTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  /// The public types that the files of a library declare at their top level.
  private static func types(of library: String) throws -> Set<String> {
    let folder = root.appending(path: library)
    let paths = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
    var types: Set<String> = []
    for path in paths where path.hasSuffix(".swift") {
      let source = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      let declaration = /^public (?:(?:indirect|final) )*(?:struct|enum|class|protocol|actor|macro) (\w+)/
      for match in source.matches(of: declaration.anchorsMatchLineEndings()) { types.insert(String(match.1)) }
    }
    return types
  }

  @Test(arguments: try FileManager.default.contentsOfDirectory(atPath: root.path()).sorted())
  func everyPublicTypeIsATopic(library: String) throws {
    let page = try String(
      contentsOf: Self.root.appending(path: "\(library)/\(library).docc/\(library).md"), encoding: .utf8)
    let topics = Set(page.matches(of: /^- ``(\w+)``/.anchorsMatchLineEndings()).map { String($0.1) })
    let types = try Self.types(of: library)
    #expect(!types.isEmpty)
    #expect(types.subtracting(topics).sorted() == [], "types of \(library) without a topic")
    #expect(topics.subtracting(types).sorted() == [], "topics of \(library) without a type")
  }
}
