import KubernetesObjects

/// Finds what changes between two releases and which rows of the history cause it.
struct CauseSearch {
  private let objects: [ClusterObject]
  private let settings: ControlPlaneSettings
  private let old: KumaRelease
  private let new: KumaRelease
  /// The rows that hold in one of the releases only and may matter to the mapping.
  private let rows: [ReleaseChange]

  init(objects: [ClusterObject], old: KumaRelease, new: KumaRelease, settings: ControlPlaneSettings) {
    self.objects = objects
    self.settings = settings
    self.old = old
    self.new = new
    rows = ReleaseHistory.changes(between: old, and: new).filter { !$0.edits.isEmpty }
  }

  /// All changes, by Pod.
  func changes() -> [ReleaseComparison.Change] {
    let before = fleet(under: ReleaseHistory.rules(of: old))
    let after = fleet(under: ReleaseHistory.rules(of: new))
    let differences = FleetDifferences(from: before, to: after).byPod
    guard !differences.isEmpty else { return [] }
    // Each row is taken away once, for all Pods together.
    let pods = Set(differences.keys)
    let single = rows.map { row in (id: row.id, left: remaining(in: pods, before, without: [row.id])) }
    return differences.keys.sorted().flatMap { pod in
      (differences[pod] ?? []).map { difference in
        let alone = single.filter { !Self.has(difference, of: pod, in: $0.left) }.map(\.id)
        let causes = alone.isEmpty ? smallestSet(causing: difference, of: pod, before) : alone
        return ReleaseComparison.Change(pod: pod, difference: difference, causes: causes)
      }
    }
  }

  /// The differences that are left, without their reasons, where some rows are as they were in the old release.
  private func remaining(
    in pods: Set<ObjectName>,
    _ before: Fleet,
    without reverted: Set<String>
  ) -> [ObjectName: Set<PodDifference>] {
    FleetDifferences(from: before, to: fleet(under: rules(without: reverted)), only: pods).byPod
      .mapValues { Set($0.map(\.identity)) }
  }

  private static func has(_ difference: PodDifference, of pod: ObjectName, in left: [ObjectName: Set<PodDifference>]) -> Bool
  {
    left[pod]?.contains(difference.identity) ?? false
  }

  /// A smallest set of rows whose reversal together undoes a difference that no single row makes.
  private func smallestSet(causing difference: PodDifference, of pod: ObjectName, _ before: Fleet) -> [String] {
    var causes = rows.map(\.id)
    for row in rows.map(\.id) {
      let fewer = causes.filter { $0 != row }
      let left = remaining(in: [pod], before, without: Set(fewer))
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
    Fleet(objects, under: ControlPlane(rules: rules, settings: settings))
  }
}
