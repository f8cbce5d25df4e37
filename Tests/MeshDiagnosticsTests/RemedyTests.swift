import Testing

@testable import MeshDiagnostics

/// What is proposed for findings can be done, and mends them.
@Suite("Remedies, by manifests")
struct RemedyTests {
  private static let rows = FindingRowTests.rows.filter { !$0.fields.isEmpty }

  @Test(arguments: rows)
  func remediesMend(_ row: FindingRow) throws {
    let cluster = try row.manifests.cluster(under: row.release, row.settings)
    for finding in Diagnostics(of: cluster).findings() where finding.code == row.code {
      for remedy in finding.remedies {
        let edited = cluster.applying(remedy.edits)
        #expect(edited != nil, "\(remedy.message): \(remedy.edits)")
        guard let edited else { continue }
        let left = Diagnostics(of: edited).findings()
        #expect(!left.contains { $0.code == finding.code && $0.message == finding.message }, "\(remedy.message) leaves it")
      }
    }
  }
}
