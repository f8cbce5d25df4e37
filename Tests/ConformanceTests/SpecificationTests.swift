import Foundation
import MeshMapping
import Testing

/// The gates that hold the specification, the identifiers in the code and the tables together.
@Suite("Specification")
struct SpecificationTests {
  /// The identifiers of the headings of the specification, in order.
  static let headings = sections.map(\.statement)

  /// The statements of the specification in order, each with the rows of the release history that it names.
  static let sections: [(statement: String, rows: [String])] =
    page.split(separator: #/^\#+ /#.anchorsMatchLineEndings()).compactMap { section in
      guard let statement = section.prefixMatch(of: /[A-Z]+-\d+(?= )/) else { return nil }
      let rows = section.firstMatch(of: /\*Rows:\*((?:\s+`[a-z0-9-]+`[,.])+)/)
      let names = rows?.output.1.matches(of: /`([^`]+)`/).map { String($0.output.1) }
      return (String(statement.output), names ?? [])
    }

  private static let page: String = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/MeshMapping/MeshMapping.docc/Specification.md")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
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

  /// A row that changes what is mapped changes what a statement says.
  @Test(arguments: ReleaseHistory.changes.filter { !$0.edits.isEmpty })
  func everyRowThatChangesRulesIsNamedByAStatement(_ change: ReleaseChange) {
    #expect(Self.sections.contains { $0.rows.contains(change.id) }, "no statement names \(change.id)")
  }

  @Test func everyRowThatAStatementNamesExists() {
    let rows = Self.sections.flatMap { section in section.rows.map { (section.statement, $0) } }
    for (statement, row) in rows { #expect(ReleaseHistory.change(row) != nil, "\(statement) names \(row)") }
  }

  /// Where a statement's cases stand on both sides of a row's boundary, the statement names the row.
  @Test(arguments: BoundaryTable.cases)
  func aStatementNamesTheRowsOfItsBoundaries(_ row: BoundaryCase) {
    let section = Self.sections.first { $0.statement == row.statement }
    #expect(section?.rows.contains(row.change.id) == true, "\(row.statement) does not name \(row.change.id)")
  }

  /// What is not recognised as the rows of a statement would be named for nothing.
  @Test func everyListOfRowsIsRead() {
    #expect(Self.page.matches(of: /\*Rows:\*/).count == Self.sections.filter { !$0.rows.isEmpty }.count)
  }
}
