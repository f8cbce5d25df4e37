/// One row of the release history: a change of behaviour, with where it holds and what it does to the rules.
///
/// Every row is a constant of its own, and two rows are equal where their identifiers are.
public struct ReleaseChange: Sendable {
  /// The row's identifier, which is never reused.
  public let id: String
  /// What the change is at worst for the people who run Kuma.
  public let kind: ChangeKind
  /// The releases in which the change holds: history is not monotone, since fixes were put on older lines too.
  public let ranges: [ReleaseRange]
  /// Numbers of the pull requests of kumahq/kuma, backports included.
  public let pullRequests: [Int]
  /// What changes, in a sentence.
  public let summary: String
  /// What it does to the rules; empty where the mapping's results stay as they are.
  package let edits: [RuleEdit]

  /// A row of the table.
  init(
    _ id: String,
    _ kind: ChangeKind,
    _ ranges: [ReleaseRange],
    _ pullRequests: [Int],
    _ summary: String,
    _ edits: [RuleEdit] = []
  ) {
    self.id = id
    self.kind = kind
    self.ranges = ranges
    self.pullRequests = pullRequests
    self.summary = summary
    self.edits = edits
  }

  /// The first release in which the change holds.
  ///
  /// - Complexity: O(*r*) for *r* ranges, of which there are a handful at most.
  public var first: KumaRelease {
    ranges.map(\.first).min() ?? KumaRelease(0, 0, 0)
  }

  /// Whether the change holds in a release.
  ///
  /// - Complexity: O(*r*) for *r* ranges, of which there are a handful at most.
  public func holds(in release: KumaRelease) -> Bool {
    ranges.contains { $0.contains(release) }
  }
}
