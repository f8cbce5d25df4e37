import KubernetesObjects

/// Finds what changes between two releases and which rows of the history cause it.
struct CauseSearch {
  /// What becomes of the Pods under the old release; other rules are tried on its indexes.
  let before: ComparedCluster
  /// The objects that the new release finds; those of the old one where they are the same.
  private let edited: Cluster?
  /// Who selects what under the old release.
  private let policies: PolicySelections
  private let old: KumaRelease
  private let outbounds: WalkedOutbounds
  private let oldSettings: ControlPlaneSettings

  /// What is compared with the old release.
  struct Target {
    /// The release.
    let release: KumaRelease
    /// The settings of its control plane.
    let settings: ControlPlaneSettings
  }

  /// What changes, and of which Pods the input does not let one know that.
  typealias Changes = (told: [ReleaseComparison.Change], undecided: [ReleaseComparison.Undecided])

  /// A search from an old release.
  ///
  /// - Parameters:
  ///   - cluster: The objects.
  ///   - old: The release.
  ///   - settings: The settings of its control plane.
  ///   - edited: The objects that new releases find; nil where they are the same.
  init(in cluster: Cluster, old: KumaRelease, settings: ControlPlaneSettings, edited: Cluster? = nil) {
    let controlPlane = ControlPlane(rules: ReleaseHistory.rules(of: old), settings: settings)
    let before = Cluster(cluster, under: controlPlane).preparedForPreviews()
    self.init(from: ComparedCluster(before), old: old, edited: edited, policies: before.policySelections)
  }

  /// A search from what becomes of Pods under an old release.
  init(
    from before: ComparedCluster,
    old: KumaRelease,
    edited: Cluster? = nil,
    policies: PolicySelections,
    outbounds: WalkedOutbounds = .asWritten
  ) {
    self.before = before
    self.outbounds = outbounds
    self.policies = policies
    self.old = old
    self.edited = edited
    oldSettings = before.cluster.controlPlane.settings
  }

  /// The Pods that have a Dataplane under the old release.
  var podsWithDataplane: Set<ObjectName> {
    Set(before.pods.filter { $0.value.contains { $0.base.outcome.resource != nil } }.keys)
  }

  /// All changes by Pod, and the Pods of which the input does not let one know whether there are more.
  func changes(to new: Target) -> Changes {
    // Where nothing is otherwise, nothing changes, whatever the input lacks.
    guard !suspects(of: new).isEmpty else { return ([], []) }
    let found = differences(to: ComparedCluster(cluster(without: [], as: new)))
    let changes = found.pods.flatMap { pod in found.differences(of: pod).map { change(of: pod, $0) } }
    return (explained(changes, in: new, as: found), found.undecided)
  }

  /// A difference of a Pod as a change, what causes it not being known yet.
  func change(of pod: ObjectName, _ difference: PodDifference) -> ReleaseComparison.Change {
    let mesh = before.pods[pod]?.first?.base.outcome.dataplane?.mesh
    let selectedBy = policies.policies(selectingBy: difference, in: mesh)
    return .init(pod: pod, difference: difference, causes: [], selectedBy: selectedBy)
  }

  /// Some of the changes that were found with what causes them.
  func explained(
    _ changes: [ReleaseComparison.Change],
    in new: Target,
    as found: ClusterDifferences
  ) -> [ReleaseComparison.Change] {
    guard !changes.isEmpty else { return [] }
    var changes = changes
    let suspects = suspects(of: new)
    findSingleCauses(of: &changes, among: suspects, in: new, as: found)
    findSets(of: &changes, among: suspects, in: new, as: found)
    return changes
  }

  /// What may cause a difference: the rows that hold in one of the releases only and may matter to the mapping, and what else is not the
  /// same.
  private func suspects(of new: Target) -> [ChangeCause] {
    var suspects = ReleaseHistory.changes(between: old, and: new.release).filter { !$0.edits.isEmpty }.map(ChangeCause.row)
    if oldSettings != new.settings { suspects.append(.settings) }
    if edited != nil { suspects.append(.objects) }
    return suspects
  }

  /// Finds the causes that a change needs: each is taken away once, for all Pods together, and forgotten before the next one is.
  private func findSingleCauses(
    of changes: inout [ReleaseComparison.Change],
    among suspects: [ChangeCause],
    in new: Target,
    as found: ClusterDifferences
  ) {
    let rules = ReleaseHistory.rules(of: new.release)
    let pods = Self.pods(of: changes.indices, in: changes)
    for suspect in suspects {
      // A row that later ones lie over changes nothing.
      if case .row = suspect, self.rules(without: [suspect], as: new) == rules { continue }
      let left = remaining(in: pods, without: [suspect], in: new, as: found)
      for index in changes.indices where !left.contains(changes[index]) { changes[index].add(suspect) }
    }
  }

  /// Finds, for changes that nothing alone undoes, a set of causes that undo each where they are taken back together, and from which
  /// none can be left out: those of which each would be enough to make it.
  ///
  /// One by one it is tried whether the others are enough, for all changes together that the same ones are left of.
  private func findSets(
    of changes: inout [ReleaseComparison.Change],
    among suspects: [ChangeCause],
    in new: Target,
    as found: ClusterDifferences
  ) {
    let unexplained = changes.indices.filter { changes[$0].isUnexplained }
    guard !unexplained.isEmpty else { return }
    var sets = Dictionary(uniqueKeysWithValues: unexplained.map { ($0, suspects) })
    for suspect in suspects {
      let trials = Dictionary(grouping: unexplained) { index in
        Trial(
          causes: (sets[index] ?? []).filter { $0 != suspect }, isOfAllPods: changes[index].difference.isOfAllPods)
      }
      for (trial, members) in trials {
        let left = remaining(in: Self.pods(of: members, in: changes), without: Set(trial.causes), in: new, as: found)
        for index in members where !left.contains(changes[index]) { sets[index] = trial.causes }
      }
    }
    for index in unexplained {
      for cause in sets[index] ?? [] { changes[index].add(cause) }
    }
  }

  /// Causes that are taken back together to see what is left, of the Pods concerned or of all.
  private struct Trial: Hashable {
    let causes: [ChangeCause]
    let isOfAllPods: Bool
  }

  /// The Pods of some changes; nil where one of them depends on all Pods.
  private static func pods(
    of indices: some Sequence<Int>, in changes: [ReleaseComparison.Change]
  ) -> Set<ObjectName>? {
    var pods: Set<ObjectName> = []
    for index in indices {
      if changes[index].difference.isOfAllPods { return nil }
      pods.insert(changes[index].pod)
    }
    return pods
  }
}

extension CauseSearch {
  /// What is left of differences, without the reasons given for it.
  private struct Remainder {
    let differences: ClusterDifferences
    private let identities: [ObjectName: Set<PodDifference.Identity>]

    /// What is left in some Pods; of the others nothing is.
    init(_ differences: ClusterDifferences) {
      self.differences = differences
      identities = differences.own.filter { !differences.unchanged.contains($0.key) && !$0.value.told.isEmpty }
        .mapValues { Set($0.told.map(\.identity)) }
    }

    /// Whether a change is left.
    func contains(_ change: ReleaseComparison.Change) -> Bool {
      if change.difference.isOfAllPods { return differences.access[change.pod]?.contains(change.difference) ?? false }
      return differences.unchanged.contains(change.pod)
        || identities[change.pod]?.contains(change.difference.identity) ?? false
    }
  }

  /// The differences that are left where some causes are taken back.
  private func remaining(
    in pods: Set<ObjectName>?,
    without reverted: Set<ChangeCause>,
    in new: Target,
    as found: ClusterDifferences
  ) -> Remainder {
    let after = ComparedCluster(cluster(without: reverted, as: new), of: pods?.sorted() ?? before.names)
    // Where the objects are others, the same that becomes of a Pod may be told in other words.
    let isOfSameObjects = !reverted.contains(.objects)
    return Remainder(
      ClusterDifferences(
        from: before, to: after, policies: policies, identified: .asIn(found),
        knowing: isOfSameObjects ? found : nil))
  }

  /// What differs from the old release.
  ///
  /// - Parameters:
  ///   - after: What becomes of the Pods under another one.
  ///   - known: What differs from the old release under yet another one.
  func differences(to after: ComparedCluster, knowing known: ClusterDifferences? = nil) -> ClusterDifferences {
    ClusterDifferences(from: before, to: after, policies: policies, knowing: known)
  }

  /// The cluster as the new release finds it, with some causes taken back.
  func cluster(without reverted: Set<ChangeCause>, as new: Target) -> Cluster {
    let objects = reverted.contains(.objects) ? before.cluster : edited ?? before.cluster
    return Cluster(objects, under: controlPlane(without: reverted, as: new)).preparedForPreviews()
  }

  /// The control plane of the new release, with some causes taken back.
  func controlPlane(without reverted: Set<ChangeCause>, as new: Target) -> ControlPlane {
    let settings = reverted.contains(.settings) ? oldSettings : new.settings
    return outbounds.controlPlane(ControlPlane(rules: rules(without: reverted, as: new), settings: settings))
  }

  /// The rules of the new release with some rows as they were in the old one.
  private func rules(without reverted: Set<ChangeCause>, as new: Target) -> MappingRules {
    ReleaseHistory.rules(
      ReleaseHistory.changes.filter { $0.holds(in: reverted.contains(.row($0)) ? old : new.release) }
    )
  }
}

extension PodDifference {
  /// Whether the difference depends on other Pods: only what is told of a Pod's direct access does.
  var isOfAllPods: Bool {
    if case .directAccess = self { true } else { false }
  }
}
