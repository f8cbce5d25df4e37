import KubernetesObjects

/// Finds what changes between two releases and which rows of the history cause it.
struct CauseSearch {
  /// The objects under the old release; other rules are tried on its indexes.
  private let before: Cluster
  /// What becomes of the Pods under the old release, worked out once for all rules that are compared with it.
  private let comparedPods: [ObjectName: [ComparedPod]]
  private let settings: ControlPlaneSettings
  private let old: KumaRelease
  private let new: KumaRelease
  /// The rows that hold in one of the releases only and may matter to the mapping.
  private let rows: [ReleaseChange]

  init(in cluster: Cluster, old: KumaRelease, new: KumaRelease, settings: ControlPlaneSettings) {
    self.settings = settings
    before = Cluster(cluster, under: ControlPlane(rules: ReleaseHistory.rules(of: old), settings: settings))
      .preparedForPreviews()
    let names = before.previewNames
    var comparedPods: [ObjectName: [ComparedPod]] = [:]
    for (name, pods) in zip(names, before.comparedPods(of: names)) { comparedPods[name] = pods }
    self.comparedPods = comparedPods
    self.old = old
    self.new = new
    rows = ReleaseHistory.changes(between: old, and: new).filter { !$0.edits.isEmpty }
  }

  /// The Pods that have a Dataplane under the old release.
  var podsWithDataplane: Set<ObjectName> {
    Set(comparedPods.lazy.filter { $0.value.contains { $0.base.outcome.resource != nil } }.map(\.key))
  }

  /// All changes by Pod, and the Pods of which the input does not let one know whether there are more.
  func changes() -> ([ReleaseComparison.Change], undecided: [ReleaseComparison.Undecided]) {
    // Where no rule differs, nothing does, whatever the input lacks.
    guard !rows.isEmpty else { return ([], []) }
    let after = cluster(under: ReleaseHistory.rules(of: new))
    let found = ClusterDifferences(from: comparedPods, matching: nameMatching, to: after)
    let differences = found.byPod
    guard !differences.isEmpty else { return ([], found.undecided) }
    // Each row is taken away once, for all Pods together.
    let isAccessTold = differences.values.contains { $0.contains(where: \.isOfAllPods) }
    let pods = isAccessTold ? nil : Set(differences.keys)
    let single = rows.map { row in (row: row, left: remaining(in: pods, without: [row], as: found)) }
    var changes = differences.keys.sorted().flatMap { pod in
      (differences[pod] ?? []).map { difference in
        let alone = single.filter { !Self.has(difference, of: pod, in: $0.left) }.map(\.row)
        return ReleaseComparison.Change(pod: pod, difference: difference, causes: alone)
      }
    }
    findSets(of: &changes, as: found)
    return (changes, found.undecided)
  }

  /// The differences that are left, without their reasons, where some rows are as they were in the old release.
  private func remaining(
    in pods: Set<ObjectName>?,
    without reverted: Set<ReleaseChange>,
    as found: ClusterDifferences
  ) -> [ObjectName: Set<PodDifference.Identity>] {
    let left = ClusterDifferences(
      from: comparedPods, matching: nameMatching, to: cluster(under: rules(without: reverted)), only: pods,
      identifiedAs: found.identifications)
    return left.byPod.mapValues { Set($0.map(\.identity)) }
  }

  private static func has(
    _ difference: PodDifference, of pod: ObjectName, in left: [ObjectName: Set<PodDifference.Identity>]
  ) -> Bool {
    left[pod]?.contains(difference.identity) ?? false
  }

  /// Finds, for changes that no single row undoes, a set of rows that undo each where they are taken back together, and from which
  /// no row can be left out: those of which each would be enough to make it.
  ///
  /// Row by row it is tried whether the others are enough, for all changes together that the same rows are left of.
  private func findSets(of changes: inout [ReleaseComparison.Change], as found: ClusterDifferences) {
    let unexplained = changes.indices.filter { changes[$0].causes.isEmpty }
    for index in unexplained { changes[index].causes = rows }
    for row in rows {
      let trials = Dictionary(grouping: unexplained) { index in
        Trial(rows: changes[index].causes.filter { $0 != row }, isOfAllPods: changes[index].difference.isOfAllPods)
      }
      for (trial, members) in trials {
        let pods = trial.isOfAllPods ? nil : Set(members.map { changes[$0].pod })
        let left = remaining(in: pods, without: Set(trial.rows), as: found)
        for index in members where !Self.has(changes[index].difference, of: changes[index].pod, in: left) {
          changes[index].causes = trial.rows
        }
      }
    }
  }

  /// Rows that are taken back together to see what is left, of the Pods concerned or of all.
  private struct Trial: Hashable {
    let rows: [ReleaseChange]
    let isOfAllPods: Bool
  }

  /// The rules of the new release with some rows as they were in the old one.
  private func rules(without reverted: Set<ReleaseChange>) -> MappingRules {
    ReleaseHistory.rules(
      ReleaseHistory.changes.filter { $0.holds(in: reverted.contains($0) ? old : new) }
    )
  }

  /// What names in the direct access match under the old release.
  private var nameMatching: DirectAccess.NameMatching { before.controlPlane.rules.transparentProxying.nameMatching }

  private func cluster(under rules: MappingRules) -> Cluster {
    Cluster(before, under: ControlPlane(rules: rules, settings: settings)).preparedForPreviews()
  }
}

extension PodDifference {
  /// Whether the difference depends on other Pods: only what is told of a Pod's direct access does.
  fileprivate var isOfAllPods: Bool {
    if case .directAccess = self { true } else { false }
  }
}
