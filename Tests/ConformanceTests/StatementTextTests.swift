import Foundation
import MeshMapping
import Testing

/// What the library says of a statement is what the specification says.
@Suite("Texts of statements")
struct StatementTextTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let page = root.appending(path: "Sources/MeshMapping/MeshMapping.docc/Specification.md")
  private static let file = root.appending(path: "Sources/MeshMapping/Reports/StatementText+All.swift")
  private static let command = "UPDATE_STATEMENTS=1 swift test --filter StatementTextTests"

  @Test func theTextsAreThoseOfThePage() throws {
    let expected = Self.source(of: try Self.statements())
    if ProcessInfo.processInfo.environment["UPDATE_STATEMENTS"] != nil {
      try expected.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let isUpToDate = try String(contentsOf: Self.file, encoding: .utf8) == expected
    #expect(isUpToDate, "StatementText+All.swift is not what the page says; mend it with \(Self.command)")
  }

  @Test func aStatementSaysWhatThePageDoes() {
    #expect(Statement.reservedLabels.title == "Reserved labels are not converted")
    #expect(Statement.reservedLabels.text.hasPrefix("A label whose key contains `kuma.io/` anywhere is no tag."))
    #expect(Statement.allCases.allSatisfy { !$0.text.isEmpty && !$0.text.contains("*Holds:*") })
  }

  /// The statements of the page, each with its heading and its paragraphs.
  private static func statements() throws -> [(id: String, title: String, text: String)] {
    let page = try String(contentsOf: page, encoding: .utf8)
    return page.split(separator: #/^\#+ /#.anchorsMatchLineEndings()).compactMap { section in
      guard let head = section.prefixMatch(of: /([A-Z]+-\d+) ([^\n]+)\n/) else { return nil }
      let paragraphs = section[head.range.upperBound...].split(separator: "\n\n").map {
        $0.trimmingCharacters(in: .newlines)
      }
      let told = paragraphs.filter { !$0.isEmpty && !$0.hasPrefix("*Holds:*") && !$0.hasPrefix("## ") }
      return (String(head.1), String(head.2), told.joined(separator: "\n\n"))
    }
  }

  private static func source(of statements: [(id: String, title: String, text: String)]) -> String {
    let entries = statements.map { statement in
      let lines = statement.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "      \($0)" }.joined(separator: "\n")
      return """
            StatementText(
              "\(statement.id)",
              "\(statement.title.replacing("\"", with: "\\\""))",
              #\"""
        \(lines)
              \"""#
            ),
        """
    }
    return """
      // Made of Specification.md: \(command)

      extension StatementText {
        /// What the specification says, in its order.
        static let all: [StatementText] = [
      \(entries.joined(separator: "\n"))
        ]
      }

      """
  }
}
