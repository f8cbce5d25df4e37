import Foundation
import MeshMapping
import Testing

/// The gates of the release history.
@Suite("Release history")
struct ReleaseHistoryTests {
  @Test func identifiersAreUnique() {
    let ids = ReleaseHistory.changes.map(\.id)
    let repeated = Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted()
    #expect(repeated.isEmpty)
  }

  @Test(arguments: ReleaseHistory.changes)
  func everyChangeHasASentenceAndARange(_ change: ReleaseChange) {
    #expect(change.summary.hasSuffix("."))
    #expect(!change.ranges.isEmpty)
    for range in change.ranges {
      #expect(KumaRelease.known.contains(range.first), "\(range.first) is no release")
      #expect(range.end.map { range.first < $0 } ?? true)
    }
    #expect(Set(change.pullRequests).count == change.pullRequests.count)
  }

  /// Rows of several lists, and one whose backport is older than the release that it was written for.
  @Test func changesComeByTheReleaseInWhichEachFirstHeld() throws {
    let bounds = try (KumaRelease(parsing: "1.6.0"), KumaRelease(parsing: "1.7.0"))
    let between = ReleaseHistory.changes.filter { $0.first >= bounds.0 && $0.first <= bounds.1 }
    #expect(
      between == [
        .gatewayProtocol, .startupProbes, .outboundsSetting, .tokenVolume, .deleteFinished, .protocolLowercase,
        .deletionNotReady,
        .aggregatedMetrics, .proxyingEngine,
      ])
  }

  /// A constant that no list names would never hold.
  @Test func everyConstantIsInTheTable() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/MeshMapping/Releases")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let sources = try files.filter { $0.lastPathComponent.hasPrefix("ReleaseHistory") }
      .map { try String(contentsOf: $0, encoding: .utf8) }
    let written = sources.flatMap { source in
      source.matches(of: /ReleaseChange\(\s*"([^"]+)"/).map { String($0.output.1) }
    }
    #expect(written.sorted() == ReleaseHistory.changes.map(\.id).sorted())
  }

  /// A change that the mapping shows changes the rules from its first release on, and each of its edits has a part in it.
  @Test(arguments: ReleaseHistory.changes.filter { !$0.edits.isEmpty })
  func everyEditChangesTheRules(_ change: ReleaseChange) {
    for release in change.ranges.map(\.first) {
      for left in change.edits.indices {
        var rules = ReleaseHistory.rules(of: release, without: [change])
        for index in change.edits.indices where index != left { change.edits[index].apply(to: &rules) }
        #expect(rules != ReleaseHistory.rules(of: release), "edit \(left) in \(release)")
      }
    }
  }

  @Test(arguments: ReleaseHistory.changes.filter { !$0.edits.isEmpty })
  func everyRangeHasABoundary(_ change: ReleaseChange) {
    let firsts = Set(BoundaryTable.cases.filter { $0.change == change }.map(\.edge.first))
    #expect(firsts == Set(change.ranges.map { "\($0.first)" }))
  }

  /// A row's releases are those on both sides of a boundary of a change that exists.
  @Test(arguments: BoundaryTable.cases)
  func everyBoundaryIsOne(_ row: BoundaryCase) throws {
    let change = row.change
    let first = try KumaRelease(parsing: row.edge.first)
    #expect(change.ranges.contains { $0.first == first })
    let before = KumaRelease.all.last { $0 < first && !change.holds(in: $0) }
    #expect(before?.description == row.edge.before)
    for release in row.edge.beforeAgain {
      let again = try KumaRelease(parsing: release)
      #expect(!change.holds(in: again))
      let isAgain = KumaRelease.all.contains { $0 < again && change.holds(in: $0) }
      #expect(isAgain, "\(release) is not after a release in which the change holds")
    }
    #expect(row.before != row.after)
  }

  /// The changes between two releases are what their rules differ by.
  @Test func changesBetweenTwoReleases() throws {
    let changes = ReleaseHistory.changes(between: try KumaRelease(parsing: "2.4.3"), and: try KumaRelease(parsing: "2.4.4"))
    #expect(changes == [.externalName])
    let backwards = ReleaseHistory.changes(
      between: try KumaRelease(parsing: "1.7.0"), and: try KumaRelease(parsing: "1.6.5"))
    #expect(Set(backwards).isSuperset(of: [.deleteFinished, .protocolLowercase, .deletionNotReady]))
    #expect(!backwards.contains(.gatewayProvided))
    #expect(
      ReleaseHistory.changes(between: try KumaRelease(parsing: "2.9.4"), and: try KumaRelease(parsing: "2.9.19")).isEmpty)
  }

  @Test func rangesSayWhatTheyContain() {
    let change = ReleaseChange.externalName
    #expect(change.ranges.map(\.description).contains("2.5.0 and later"))
    #expect(change.ranges.map(\.description).contains("2.2.6 and later 2.2"))
    let holding = KumaRelease.all.filter(change.holds).map(\.description)
    let early = holding.filter { $0.hasPrefix("2.2.") || $0.hasPrefix("2.3.") || $0.hasPrefix("2.4.") }
    #expect(
      early == [
        "2.2.6", "2.2.7", "2.2.8", "2.2.9", "2.3.4", "2.3.5", "2.3.6", "2.3.7", "2.4.4", "2.4.5", "2.4.6", "2.4.7", "2.4.8",
        "2.4.9", "2.4.10",
      ]
    )
  }
}
