import Foundation
import MeshMapping
import Testing

/// The release table of the documentation is made of the rows of the release history.
@Suite("Release table")
struct ReleaseTableTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/MeshMapping/MeshMapping.docc/ReleaseTable.md")

  private static let command = "UPDATE_RELEASE_TABLE=1 swift test --filter ReleaseTableTests"

  @Test func theTableIsMadeOfTheRows() throws {
    let expected = ReleaseTable.page
    if ProcessInfo.processInfo.environment["UPDATE_RELEASE_TABLE"] == "1" {
      try expected.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let written = (try? String(contentsOf: Self.file, encoding: .utf8)) ?? ""
    // Only the lines that differ are of interest, not both pages.
    let isUpToDate = written == expected
    #expect(
      isUpToDate,
      "ReleaseTable.md is not what the rows give; mend it with\n\(Self.command)\n\(Self.difference(written, expected))"
    )
  }

  /// Lines worked out by hand: a row that came with a patch, one that was lost, and one that is not mapped.
  @Test(arguments: [
    "| `external-name` | 2.5.0 and later, 2.4.4 and later 2.4, 2.3.4 and later 2.3, 2.2.6 and later 2.2 "
      + "| #8168 #8195 #8196 #8198 | Services of type ExternalName give no inbounds and no outbounds. |",
    "| `deduplication-by-state` | 2.13.10 and later 2.13 | #17395 "
      + "| Inbounds of one port are merged only where their states are the same too. |",
    "| `unchanged-left-alone`° | 2.9.0 and later | #11758 "
      + "| A Dataplane that would not change is not written again; its contents are the same. |",
    "| `packets` | 2.8.2 and later 2.8 | #10676 #10743 "
      + "| A Pod is refused whose annotations about packets that are dropped or logged say neither true nor false; 2.9.0 passes over "
      + "them. |",
    "| 1.2 | `gateway-type`° from 1.2.3 | |",
    "| 1.7 | `protocol-lowercase`, `deletion-not-ready`, `aggregated-metrics`, `proxying-engine`, `delete-finished` again from 1.7.2 | |",
    "| 2.3 | `sidecar-user`, `init-first`, `external-name` again from 2.3.4, `zone-ingress-kept` again from 2.3.4 | |",
    "| 2.4 | `app-protocol-known`, `wait-for-dataplane`, `external-name` again from 2.4.4, `zone-ingress-kept` again from 2.4.5 | |",
    "| 2.5 | `webhook-kube-system`, `mesh-name-dots`, `proxying-engine-gone`, `ignored-selector-labels` from 2.5.1, `inbound-state` from 2.5.1, `outbounds-without-ignored` from 2.5.2 | |",
    "| 2.12 | `service-account-label`, `gateway-builtin-labels`, `spire` | |",
    "| `protocol-kafka-gone` | 3.0.0, announced | #17831 | The protocol kafka is not known. |",
  ])
  func aLine(_ line: String) {
    #expect((ReleaseTable.changes + ReleaseTable.lines).contains(line))
  }

  @Test func theLineThatIsAnnounced() throws {
    let last = try #require(ReleaseTable.lines.last)
    #expect(last.hasPrefix("| 3.0, announced | `inbound-tags-gone`, ") && last.hasSuffix(" | |"))
  }

  @Test func aLineThatLosesARow() throws {
    let last = try #require(ReleaseTable.lines.dropLast().last)
    #expect(last.hasPrefix("| 2.14 | ") && last.hasSuffix(" | `deduplication-by-state` |"))
  }

  /// The lines that are taken away and added, in order.
  private static func difference(_ old: String, _ new: String) -> String {
    let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
    return lines(new).difference(from: lines(old)).map { change in
      switch change {
      case .remove(_, let line, _): "- \(line)"
      case .insert(_, let line, _): "+ \(line)"
      }
    }
    .joined(separator: "\n")
  }
}

/// The page of the release table.
private enum ReleaseTable {
  static let page = """
    # Release table

    What changed between the releases of Kuma, as far as it is known here: 1.2.0 to \(newest)\(announced).

    ## Overview

    This page is made of the rows of ``ReleaseHistory``; a test holds them together. A change that is marked ° leaves what is
    mapped here as it is. Where more than one run of releases is given, the change was put on older lines too. What is announced is
    not released: <doc:AnnouncedRelease>.

    ## Every change

    | change | releases | pull requests | what changes |
    | --- | --- | --- | --- |
    \(changes.joined(separator: "\n"))

    ## What differs per rule

    For each line of releases what is true in its newest patch release: the changes that were not true in the newest one of the
    line before, with the patch release where it is not the first of the line; then those that are true again only from a patch
    release on, since they had come to the line before as a patch; and those that are true no more.

    | line | true | no longer true |
    | --- | --- | --- |
    \(lines.joined(separator: "\n"))

    """

  /// The lines of the first table.
  static let changes = ReleaseHistory.changes.map { change in
    cells([
      name(change), change.ranges.map(\.description).joined(separator: ", "),
      change.pullRequests.map { "#\($0)" }.joined(separator: " "), change.summary,
    ])
  }

  /// The lines of the second table.
  static let lines = allLines.enumerated().map { index, newest in
    let before = index == 0 ? nil : allLines[index - 1]
    let wasTrue = { (change: ReleaseChange) in before.map(change.holds) ?? false }
    let added = ReleaseHistory.changes.filter { $0.holds(in: newest) && !wasTrue($0) }
    let again = ReleaseHistory.changes.filter { $0.holds(in: newest) && wasTrue($0) && start(of: $0, in: newest) != nil }
    let lost = ReleaseHistory.changes.filter { !$0.holds(in: newest) && wasTrue($0) }
    let told =
      added.map { name($0) + (start(of: $0, in: newest).map { " from \($0)" } ?? "") }
      + again.map { name($0) + (start(of: $0, in: newest).map { " again from \($0)" } ?? "") }
    let line = "\(newest.major).\(newest.minor)\(newest.isAnnounced ? ", announced" : "")"
    return cells([line, told.joined(separator: ", "), lost.map(name).joined(separator: ", ")])
  }

  /// The newest release of every line, and those that are announced.
  private static let allLines = KumaRelease.newestOfEachLine + KumaRelease.announced

  private static let announced = KumaRelease.announced.map { ", and \($0), which is announced" }.joined()

  private static let newest = KumaRelease.all.last.map { "\($0)" } ?? ""

  /// The first patch release of a line in which a change is true; nil where it is in all of them.
  private static func start(of change: ReleaseChange, in line: KumaRelease) -> KumaRelease? {
    let releases = KumaRelease.all.filter { $0.major == line.major && $0.minor == line.minor }
    return releases.allSatisfy(change.holds) ? nil : releases.first(where: change.holds)
  }

  private static func name(_ change: ReleaseChange) -> String {
    "`\(change.id)`" + (change.edits.isEmpty ? "°" : "")
  }

  private static func cells(_ cells: [String]) -> String {
    "|" + cells.map { $0.isEmpty ? " |" : " \($0.replacing("|", with: "\\|")) |" }.joined()
  }
}
