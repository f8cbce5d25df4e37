import Foundation
import MeshMapping
import Testing

/// The gates that hold the specification, the identifiers in the code and the tables together.
@Suite("Specification")
struct SpecificationTests {
  /// The identifiers of the headings of the specification, in order.
  static let headings: [String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/MeshMapping/MeshMapping.docc/Specification.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("### ") }
      .map { String($0.dropFirst(4).prefix { $0 != " " }) }
  }()

  @Test func headingsAndIdentifiersAreTheSame() {
    #expect(Self.headings.count == Set(Self.headings).count, "a heading is repeated")
    #expect(Set(Self.headings) == Set(Statement.allCases.map(\.rawValue)))
  }

  @Test(arguments: Statement.allCases)
  func everyStatementHasCases(_ statement: Statement) {
    #expect(AllTables.cases.contains { $0.statement == statement.rawValue }, "no row names \(statement.rawValue)")
  }

  @Test func everyRowNamesAStatement() {
    let unknown = AllTables.cases.filter { Statement(rawValue: $0.statement) == nil }
    #expect(unknown.isEmpty, "\(unknown.map(\.testDescription))")
  }

  @Test func noTwoRowsHaveTheSameTitle() {
    let titles = AllTables.cases.map(\.testDescription)
    let repeated = Dictionary(grouping: titles) { $0 }.filter { $1.count > 1 }.keys.sorted()
    #expect(repeated.isEmpty)
  }
}
