import MeshMapping
import Testing

/// The gates of the release history and the reading of releases.
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
      #expect(KumaRelease.all.contains(range.first), "\(range.first) is no release")
      #expect(range.end.map { range.first < $0 } ?? true)
    }
    #expect(Set(change.pullRequests).count == change.pullRequests.count)
    #expect(Set(change.edits).count == change.edits.count)
  }

  @Test func changesComeByTheReleaseInWhichEachCameFirst() {
    let firsts = ReleaseHistory.changes.compactMap { change in change.ranges.map(\.first).min() }
    #expect(firsts == firsts.sorted())
  }

  /// A change that the mapping does not show leaves the rules as they are, everywhere.
  @Test(arguments: ReleaseHistory.changes.filter(\.edits.isEmpty))
  func aChangeWithoutEditsChangesNoRule(_ change: ReleaseChange) {
    for release in KumaRelease.all {
      #expect(ReleaseHistory.rules(of: release) == ReleaseHistory.rules(of: release, without: [change.id]))
    }
  }

  /// A change that the mapping shows changes the rules from its first release on.
  @Test(arguments: ReleaseHistory.changes.filter { !$0.edits.isEmpty })
  func aChangeWithEditsChangesTheRules(_ change: ReleaseChange) {
    for range in change.ranges {
      let rules = ReleaseHistory.rules(of: range.first)
      #expect(rules != ReleaseHistory.rules(of: range.first, without: [change.id]), "in \(range.first)")
    }
  }

  @Test(arguments: ReleaseHistory.changes.filter { !$0.edits.isEmpty })
  func everyRangeHasABoundary(_ change: ReleaseChange) {
    let firsts = Set(BoundaryTable.cases.filter { $0.change == change.id }.map(\.edge.first))
    #expect(firsts == Set(change.ranges.map { "\($0.first)" }))
  }

  /// A row's releases are those on both sides of a boundary of a change that exists.
  @Test(arguments: BoundaryTable.cases)
  func everyBoundaryIsOne(_ row: BoundaryCase) throws {
    let change = try #require(ReleaseHistory.changes.first { $0.id == row.change })
    let first = try KumaRelease(row.edge.first)
    #expect(change.ranges.contains { $0.first == first })
    let before = KumaRelease.all.last { $0 < first && !change.holds(in: $0) }
    #expect(before?.description == row.edge.before)
    for release in row.edge.beforeAgain {
      #expect(!change.holds(in: try KumaRelease(release)))
      let isAgain = KumaRelease.all.contains { $0.description < release && change.holds(in: $0) }
      #expect(isAgain, "\(release) is not after a release in which the change holds")
    }
    #expect(row.before != row.after)
  }

  /// The changes between two releases are what their rules differ by.
  @Test func changesBetweenTwoReleases() throws {
    let changes = ReleaseHistory.changes(between: try KumaRelease("2.4.3"), and: try KumaRelease("2.4.4"))
    #expect(changes.map(\.id) == ["external-name"])
    let backwards = ReleaseHistory.changes(between: try KumaRelease("1.7.0"), and: try KumaRelease("1.6.5"))
    #expect(Set(backwards.map(\.id)).isSuperset(of: ["delete-finished", "protocol-lowercase", "deletion-not-ready"]))
    #expect(!backwards.contains { $0.id == "gateway-provided" })
    #expect(ReleaseHistory.changes(between: try KumaRelease("2.9.4"), and: try KumaRelease("2.9.19")).isEmpty)
  }

  @Test func rangesSayWhatTheyContain() throws {
    let change = try #require(ReleaseHistory.changes.first { $0.id == "external-name" })
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

  @Test func releasesAreSortedAndUnique() {
    let all = KumaRelease.all
    #expect(all == all.sorted())
    #expect(Set(all).count == all.count)
    #expect(all.count == 230)
    #expect(all.first?.description == "1.2.0")
    #expect(all.last?.description == "2.14.3")
  }

  @Test(arguments: [
    ("1.2.0", "1.2.0"), ("2.9.4", "2.9.4"), ("2.9.19", "2.9.19"), ("2.14.3", "2.14.3"), ("2.10.0", "2.10.0"),
    ("1.2", "1.2.3"), ("1.6", "1.6.5"), ("2.4", "2.4.10"), ("2.7", "2.7.29"), ("2.9", "2.9.19"), ("2.14", "2.14.3"),
  ])
  func reading(_ text: String, _ expected: String) throws {
    #expect(try KumaRelease(text).description == expected)
  }

  @Test func everyReleaseReadsBack() throws {
    for release in KumaRelease.all { #expect(try KumaRelease("\(release)") == release) }
  }

  @Test(arguments: [
    "banana", "", "2", "2.", ".9", "2.9.", "2.9.4.1", "v2.9.4", "2.09.1", "02.9.1", "2.9.04", "2.9.-1", "+2.9.1", " 2.9",
    "2.9 ",
    "2.9.4-rc1", "2,9", "2.9.٤", "2.9.4294967296", "2.9.99999999999999999999", "latest", "documented",
  ])
  func malformed(_ text: String) {
    #expect(throws: KumaReleaseError.malformed(text)) { try KumaRelease(text) }
    expectSupported(in: KumaReleaseError.malformed(text).description)
  }

  @Test(arguments: [
    "0.9", "9.9", "2.9.99", "1.9.0", "1.9", "1.1.6", "1.2.4", "1.4.2", "2.9.20", "2.14.4", "2.15", "2.15.0", "3.1", "4.0.0",
    "0.0.0",
  ])
  func unknown(_ text: String) {
    #expect(throws: KumaReleaseError.unknown(text)) { try KumaRelease(text) }
    expectSupported(in: KumaReleaseError.unknown(text).description)
  }

  @Test(arguments: ["3.0", "3.0.0", "3.0.7"])
  func unreleased(_ text: String) {
    #expect(throws: KumaReleaseError.unreleased(text)) { try KumaRelease(text) }
    let message = KumaReleaseError.unreleased(text).description
    #expect(message.contains("tags of inbounds"))
    #expect(message.contains("not released"))
    expectSupported(in: message)
  }

  /// A message lists what can be written instead.
  private func expectSupported(in message: String) {
    #expect(message.contains("write"))
    for line in ["1.2.0–3", "1.8.0–8", "2.0.0–8", "2.9.0–19", "2.14.0–3"] {
      #expect(message.contains(line), "\(message) does not list \(line)")
    }
  }
}
