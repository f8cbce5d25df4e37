import MeshDiagnostics
import Testing

/// Where findings are, and where there must be none.
@Suite("Findings, by manifests")
struct FindingRowTests {
  /// Every table, so that the gate sees all rows.
  private static let all = rows + SuppressionRows.ofUnreadable

  /// The rows whose objects can be read.
  static let rows: [FindingRow] =
    PortRows.rows + ServiceRows.rows + ProtocolRows.rows + InboundRows.rows + SwitchRows.rows + KeyRows.rows
    + SidecarRows.rows + MeshRows.rows + ServiceListRows.rows + PodRows.rows
    + SuppressionRows.rows

  @Test(arguments: all)
  func findings(_ row: FindingRow) throws {
    let found = try row.findings()
    #expect(found.map { "\($0.field)" } == row.fields)
    for word in row.words {
      #expect(found.contains { $0.message.contains(word) }, "\(word): \(found.map(\.message))")
    }
  }

  /// Each code has rows that raise it, and rows of similar input that must not.
  @Test(arguments: FindingKind.all)
  func everyCodeIsShownBothWays(_ kind: FindingKind) {
    let rows = Self.all.filter { $0.code == kind.code }
    #expect(rows.contains { !$0.fields.isEmpty }, "no row raises \(kind.code)")
    #expect(rows.contains { $0.fields.isEmpty }, "no row must not raise \(kind.code)")
  }

  /// Codes and texts are of one form.
  @Test(arguments: FindingKind.all)
  func kindsAreWellFormed(_ kind: FindingKind) {
    #expect(kind.code.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
    for text in [kind.summary, kind.reason, kind.remedy] { #expect(text.hasSuffix("."), "\(kind.code): \(text)") }
    #expect(FindingKind.all.count { $0.code == kind.code } == 1)
  }
}
