import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// What notes leave to the rows of the release history, and what no note of Kuma's says, is told by comparing the releases.
@Suite("Upgrade notes that rows tell")
struct ChangeRowTests {
  @Test(arguments: ChangeRows.rows)
  func isToldOfWhatItConcerns(_ row: ChangeRow) throws {
    let (shown, hidden) = try (row.causes(of: row.shown), row.causes(of: row.hidden))
    #expect(shown.isSuperset(of: row.rows), "by \(shown.sorted())")
    #expect(hidden.isDisjoint(with: row.rows), "by \(hidden.sorted())")
  }

  /// A note that rows tell has a case, with rows of its own.
  @Test(arguments: UpgradeNote.all)
  func everyNoteThatRowsTellHasARow(_ note: UpgradeNote) {
    guard case .rows(let rows) = note.telling else { return }
    let found = ChangeRows.rows.filter { $0.note == note.id }
    #expect(!found.isEmpty, "\(note.id)")
    #expect(found.allSatisfy { Set($0.rows).isSubset(of: Set(rows.map(\.string))) }, "\(note.id)")
  }

  @Test func rowsAreOfNotesThatRowsTell() {
    for row in ChangeRows.rows {
      #expect(row.rows.allSatisfy { ReleaseHistory.change($0) != nil }, "\(row.rows)")
      guard let id = row.note else { continue }
      #expect(UpgradeNote.note(id) != nil, "\(id)")
    }
  }
}
