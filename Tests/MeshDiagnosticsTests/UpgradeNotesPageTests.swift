import Foundation
import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// The page of the upgrade notes is made of the notes.
@Suite("Page of the upgrade notes")
struct UpgradeNotesPageTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/MeshDiagnostics/MeshDiagnostics.docc/UpgradeNotes.md")

  @Test func thePageIsMadeOfTheNotes() throws {
    let expected = UpgradeNotesPage.page
    if ProcessInfo.processInfo.environment["UPDATE_UPGRADE_NOTES"] == "1" {
      try expected.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let isUpToDate = (try? String(contentsOf: Self.file, encoding: .utf8)) == expected
    #expect(
      isUpToDate,
      "UpgradeNotes.md is not what the notes give; mend it with\nUPDATE_UPGRADE_NOTES=1 swift test --filter UpgradeNotesPageTests"
    )
  }

  /// Lines worked out by hand: a note that objects show, one that rows tell, and one that is not told.
  @Test(arguments: [
    "| `ebpf-gone` | Pod | silent | Transparent proxying with eBPF is removed, and its annotations are not read. | Clean the Nodes with "
      + "kumactl uninstall ebpf of the old release, and remove the annotation. | objects | #17225 |",
    "| `metrics-gone` | Pod, Dataplane | silent | The annotations for metrics are no longer read. | Write a MeshMetric. | rows "
      + "`metrics-gone` | #17607 #17873 |",
    "| `webhooks-lose-kinds` | Namespace | silent | The webhooks no longer cover the removed kinds; they select Namespaces as before. "
      + "| Change your own copies of the webhooks in the same way. | not told: webhooks are not read | |",
    "## 2.13.7", "## 3.0.0, announced",
  ])
  func aLine(_ line: String) {
    #expect(UpgradeNotesPage.page.split(separator: "\n").contains(line[...]))
  }
}

/// The page of the upgrade notes.
private enum UpgradeNotesPage {
  static let page = """
    # Upgrade notes

    What each release of Kuma changes for objects, and whether it is told where it concerns an object.

    ## Overview

    Every note of Kuma's file `UPGRADE.md` that is about objects has its row, in words of this library, and so has what changes without a note.
    What *objects* show is told by `cluster.notes(from:to:)`, each with the object, the field and what stands there. What *rows* of the release
    history do to a Pod is told by comparing the releases, so it is not told twice. The rest is not told, for the reason that stands there.
    *Silent* is what happens without a complaint, *refused* what fails at once or when the object is written the next time, *warning* what is
    deprecated and still works. The source is the file, and where they are known the pull requests of kumahq/kuma.

    A note is told to whoever goes from a release before it to the release itself or a later one; a note of something that is deprecated gives
    way to the one of its end where both are passed. This page is made of the notes: `UPDATE_UPGRADE_NOTES=1 swift test --filter
    UpgradeNotesPageTests`.

    ## The most dangerous

    What changes silently and costs most, the worst first:

    \(UpgradeNote.mostDangerous.enumerated().map { "\($0 + 1). `\($1.id)` (\($1.release)): \($1.summary)" }.joined(separator: "\n"))

    \(sections.joined(separator: "\n\n"))

    """

  private static let sections: [String] = releases.map { release in
    let notes = UpgradeNote.all.filter { $0.release == release }
    return """
      ## \(release)\(release.isAnnounced ? ", announced" : "")

      | note | kinds | effect | what changes | what to do | told by | source |
      | --- | --- | --- | --- | --- | --- | --- |
      \(notes.map(line).joined(separator: "\n"))
      """
  }

  private static let releases: [KumaRelease] = Set(UpgradeNote.all.map(\.release)).sorted()

  private static func line(_ note: UpgradeNote) -> String {
    let kinds = note.kinds.isEmpty ? "all of Kuma" : note.kinds.joined(separator: ", ")
    return
      "| `\(note.id)` | \(kinds) | \(note.effect.rawValue) | \(note.summary) | \(note.remedy) | \(told(note)) |\(source(note)) |"
  }

  /// The pull requests of the note, or of the rows that tell it.
  private static func source(_ note: UpgradeNote) -> String {
    var numbers = note.pullRequests
    if case .rows(let rows) = note.telling {
      numbers += rows.compactMap { ReleaseHistory.change($0.string) }.flatMap(\.pullRequests)
    }
    return numbers.isEmpty ? "" : " \(Set(numbers).sorted().map { "#\($0)" }.joined(separator: " "))"
  }

  private static func told(_ note: UpgradeNote) -> String {
    switch note.telling {
    case .check: "objects"
    case .rows(let rows): "rows " + rows.map { "`\($0)`" }.joined(separator: ", ")
    case .nobody(let reason): "not told: \(reason)"
    }
  }
}
