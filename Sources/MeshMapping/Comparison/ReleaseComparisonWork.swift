import KubernetesObjects

/// The work on a ``ReleaseComparison``, in pieces that may be done at the same time: the search for what causes the changes of some Pods.
package struct ReleaseComparisonWork: Sendable {
  private let old: KumaRelease
  private let target: CauseSearch.Target
  private let search: CauseSearch
  /// What differs; nil where nothing is otherwise.
  private let found: ClusterDifferences?
  /// What changes, by Pod, without causes.
  private let changes: [ReleaseComparison.Change]

  /// The changes of some Pods.
  package struct Piece: Sendable {
    fileprivate let target: CauseSearch.Target
    fileprivate let search: CauseSearch
    fileprivate let found: ClusterDifferences
    fileprivate let changes: [ReleaseComparison.Change]

    /// The changes with what causes them.
    package func result() -> [ReleaseComparison.Change] { search.explained(changes, in: target, as: found) }
  }

  /// The work on a comparison, of which nothing is done but to find what changes.
  ///
  /// - Parameters:
  ///   - cluster: The cluster; under which control plane it is does not matter.
  ///   - old: The release before.
  ///   - new: The release after.
  ///   - settings: The settings of both control planes.
  ///   - newSettings: The settings of the control plane after, where they are others.
  ///   - edited: The cluster after, where its objects are others.
  ///   - extent: How much is looked at again and again.
  package init(
    of cluster: Cluster,
    from old: KumaRelease,
    to new: KumaRelease,
    settings: ControlPlaneSettings = ControlPlaneSettings(),
    newSettings: ControlPlaneSettings? = nil,
    edited: Cluster? = nil,
    looking extent: ComparisonExtent = .whatMayDiffer
  ) {
    self.old = old
    target = CauseSearch.Target(release: new, settings: newSettings ?? settings)
    search = CauseSearch(in: cluster, old: old, settings: settings, edited: edited, looking: extent)
    let differences = search.unexplainedChanges(to: target)
    found = differences?.found
    changes = differences?.changes ?? []
  }

  /// The pieces, in order, each the changes of some Pods; none where nothing changes.
  ///
  /// - Parameter count: How many there are at most. Each maps what others' changes may depend on, so that there should be no more of them
  ///   than there are cores.
  package func pieces(_ count: Int) -> [Piece] {
    guard let found, !changes.isEmpty else { return [] }
    let share = (changes.count + count - 1) / max(1, count)
    var pieces: [Piece] = []
    var first = 0
    while first < changes.count {
      var end = min(first + max(1, share), changes.count)
      while end < changes.count, changes[end].pod == changes[end - 1].pod { end += 1 }
      pieces.append(Piece(target: target, search: search, found: found, changes: Array(changes[first..<end])))
      first = end
    }
    return pieces
  }

  /// The comparison.
  ///
  /// - Parameter results: The results of all pieces, in their order.
  package func comparison(_ results: [[ReleaseComparison.Change]]) -> ReleaseComparison {
    ReleaseComparison(
      from: old, to: target.release, changes: results.flatMap(\.self), undecided: found?.undecided ?? [],
      podsWithDataplane: search.podsWithDataplane)
  }
}
