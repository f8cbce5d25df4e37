import Foundation
import MeshDiagnostics
import MeshMapping
import Testing

/// The page of the codes is made of the catalogue.
@Suite("Documentation of the findings")
struct FindingTableTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/MeshDiagnostics/MeshDiagnostics.docc/FindingCodes.md")

  private static let text: String = {
    let head = """
      # The findings

      Every code, how much it matters, and the statement of the specification that it rests on. Made of ``FindingKind/all``:
      `UPDATE_FINDINGS=1 swift test --filter FindingTableTests` writes this page.

      """
    let kinds = FindingKind.all.map { kind in
      """

      ## \(kind.code)

      *\(kind.severity.rawValue), \(kind.statement.rawValue).* \(kind.summary)

      \(kind.reason)

      **Mend it:** \(kind.remedy)

      """
    }
    return head + kinds.joined()
  }()

  @Test func thePageIsMadeOfTheCatalogue() throws {
    if ProcessInfo.processInfo.environment["UPDATE_FINDINGS"] != nil {
      try Self.text.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == Self.text)
  }
}
