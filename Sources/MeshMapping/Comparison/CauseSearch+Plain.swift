import KubernetesObjects

/// The plain way to find causes, which compares everything in every trial: ``CauseTrials`` is held against it.
extension CauseSearch {
  /// Some changes with what causes them.
  func plainlyExplained(
    _ changes: [ReleaseComparison.Change],
    among suspects: [ChangeCause],
    in new: Target,
    as found: ClusterDifferences
  ) -> [ReleaseComparison.Change] {
    var changes = changes
    findSingleCauses(of: &changes, among: suspects, in: new, as: found)
    findSets(of: &changes, among: suspects, in: new, as: found)
    return changes
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
    private let found: ClusterDifferences
    private let identities: [ObjectName: Set<PodDifference.Identity>]

    /// What is left in some Pods of what was found; of the others nothing is.
    init(_ differences: ClusterDifferences, of found: ClusterDifferences) {
      self.differences = differences
      self.found = found
      identities = differences.own.filter { !differences.unchanged.contains($0.key) && !$0.value.told.isEmpty }
        .mapValues { Set($0.told.map(\.identity)) }
    }

    /// Whether a change is left.
    func contains(_ change: ReleaseComparison.Change) -> Bool {
      if change.difference.isOfAllPods { return differences.access[change.pod]?.contains(change.difference) ?? false }
      return differences.unchanged.contains(change.pod) || found.isHidden(change.pod, in: differences.after)
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
        knowing: isOfSameObjects ? found : nil),
      of: found)
  }
}
