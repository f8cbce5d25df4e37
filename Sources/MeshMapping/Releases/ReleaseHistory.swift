/// What changed between the releases of Kuma, as a table: the rules of a release, what changed between two, and the release
/// table of the documentation all come from its rows.
public enum ReleaseHistory {
  /// All rows, by the release in which each first held.
  public static let changes: [ReleaseChange] = (released + announced + announcedAdmission + announcedLater)
    .enumerated()
    .sorted { ($0.element.first, $0.offset) < ($1.element.first, $1.offset) }
    .map(\.element)

  /// The rows of the releases that are out.
  private static let released = lineOne + lineTwo + lineTwoNine + sections + podAdmission

  /// The row of an identifier; nil where there is none.
  ///
  /// - Complexity: O(*r*) for *r* rows.
  public static func change(_ id: String) -> ReleaseChange? {
    changes.first { $0.id == id }
  }

  /// The rules of a release: those of 1.2.0 with every change that holds in it.
  ///
  /// - Parameters:
  ///   - release: The release.
  ///   - withdrawn: Changes that are left out, to see what they do.
  package static func rules(of release: KumaRelease, without withdrawn: Set<ReleaseChange> = []) -> MappingRules {
    rules(changes.filter { $0.holds(in: release) && !withdrawn.contains($0) })
  }

  /// The changes that hold in one of two releases and not in the other, in the order of the table.
  ///
  /// - Complexity: O(*r*) for *r* rows.
  public static func changes(between left: KumaRelease, and right: KumaRelease) -> [ReleaseChange] {
    changes.filter { $0.holds(in: left) != $0.holds(in: right) }
  }

  /// The rules of 1.2.0 with the given changes.
  static func rules(_ changes: [ReleaseChange]) -> MappingRules {
    var rules = MappingRules.baseline
    for edit in changes.lazy.flatMap(\.edits) { edit.apply(to: &rules) }
    return rules
  }
}
