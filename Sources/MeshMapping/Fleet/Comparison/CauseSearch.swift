import KubernetesObjects

/// Finds what changes between two releases and which rows of the history cause it.
struct CauseSearch {
  /// The objects under the old release; other rules are tried on its indexes.
  private let before: Fleet
  /// What becomes of the Pods under the old release, worked out once for all rules that are compared with it.
  private let fates: [ObjectName: PodFate]
  private let settings: ControlPlaneSettings
  private let old: KumaRelease
  private let new: KumaRelease
  /// The rows that hold in one of the releases only and may matter to the mapping.
  private let rows: [ReleaseChange]

  init(objects: [ClusterObject], old: KumaRelease, new: KumaRelease, settings: ControlPlaneSettings) {
    self.settings = settings
    before = Fleet(objects, under: ControlPlane(rules: ReleaseHistory.rules(of: old), settings: settings))
    fates = before.fates
    self.old = old
    self.new = new
    rows = ReleaseHistory.changes(between: old, and: new).filter { !$0.edits.isEmpty }
  }

  /// All changes, by Pod.
  func changes() -> [ReleaseComparison.Change] {
    let after = fleet(under: ReleaseHistory.rules(of: new))
    let differences = FleetDifferences(from: fates, to: after).byPod
    guard !differences.isEmpty else { return [] }
    // Each row is taken away once, for all Pods together.
    let isAccessTold = differences.values.contains { $0.contains { if case .directAccess = $0 { true } else { false } } }
    let pods = isAccessTold ? nil : Set(differences.keys)
    let single = rows.map { row in (id: row.id, left: remaining(in: pods, without: [row.id])) }
    return differences.keys.sorted().flatMap { pod in
      (differences[pod] ?? []).map { difference in
        let alone = single.filter { !Self.has(difference, of: pod, in: $0.left) }.map(\.id)
        let causes = alone.isEmpty ? set(causing: difference, of: pod) : alone
        return ReleaseComparison.Change(pod: pod, difference: difference, causes: causes)
      }
    }
  }

  /// The differences that are left, without their reasons, where some rows are as they were in the old release.
  private func remaining(
    in pods: Set<ObjectName>?,
    without reverted: Set<String>
  ) -> [ObjectName: Set<PodDifference>] {
    FleetDifferences(from: fates, to: fleet(under: rules(without: reverted)), only: pods).byPod
      .mapValues { Set($0.map(\.identity)) }
  }

  private static func has(_ difference: PodDifference, of pod: ObjectName, in left: [ObjectName: Set<PodDifference>]) -> Bool
  {
    left[pod]?.contains(difference.identity) ?? false
  }

  /// A set of rows that undo a difference where they are taken back together, and from which no row can be left out: those of
  /// which each would be enough to make it.
  private func set(causing difference: PodDifference, of pod: ObjectName) -> [String] {
    var causes = rows.map(\.id)
    // Only what is told of a Pod's direct access depends on other Pods.
    let isOwn = if case .directAccess = difference { false } else { true }
    for row in rows.map(\.id) {
      let fewer = causes.filter { $0 != row }
      let left = remaining(in: isOwn ? [pod] : nil, without: Set(fewer))
      if !Self.has(difference, of: pod, in: left) { causes = fewer }
    }
    return causes
  }

  /// The rules of the new release with some rows as they were in the old one.
  private func rules(without reverted: Set<String>) -> MappingRules {
    ReleaseHistory.rules(
      ReleaseHistory.changes.filter { $0.holds(in: reverted.contains($0.id) ? old : new) }
    )
  }

  private func fleet(under rules: MappingRules) -> Fleet {
    Fleet(before, under: ControlPlane(rules: rules, settings: settings))
  }
}
