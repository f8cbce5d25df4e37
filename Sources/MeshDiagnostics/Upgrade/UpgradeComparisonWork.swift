public import KubernetesObjects
public import MeshMapping

/// The work on an ``UpgradeComparison``, in pieces that may be done at the same time: the search for what causes the changes of some Pods.
///
/// ```swift
/// let work = UpgradeComparisonWork(of: cluster, from: old, to: new)
/// let results = await withTaskGroup(of: (Int, UpgradeComparisonWork.Result).self) { group in
///   for (place, piece) in work.pieces(2).enumerated() { group.addTask { (place, piece.result()) } }
///   return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }.sorted { $0.key < $1.key }.map(\.value)
/// }
/// print(work.comparison(of: results).step.verdict)
/// ```
public struct UpgradeComparisonWork: Sendable {
  private let cluster: Cluster
  private let representatives: Representatives
  private let workloads: WorkloadsOfPods
  /// How many workloads want no Pods.
  private let idle: Int
  private let work: ReleaseComparisonWork
  private let before: ControlPlane
  private let after: ControlPlane
  private let added: [PodReport]

  /// The changes of some Pods.
  public struct Piece: Sendable {
    fileprivate let piece: ReleaseComparisonWork.Piece

    /// Does the work.
    ///
    /// - Complexity: O(*w* · *r*) for *w* workloads of the piece and *r* rows of the release history between the two releases.
    public func result() -> Result { Result(changes: piece.result()) }
  }

  /// What was found out about the changes of some Pods.
  public struct Result: Sendable {
    fileprivate let changes: [ReleaseComparison.Change]
  }
}

extension UpgradeComparisonWork {
  /// The work on a comparison, of which nothing is done but to find what changes. O(*n*) for *n* Pods.
  ///
  /// - Parameters:
  ///   - cluster: The cluster; under which control plane it is does not matter.
  ///   - old: The release before.
  ///   - new: The release after.
  ///   - settings: The settings of both control planes; what they leave open is each release's default.
  ///   - newSettings: The settings of the control plane after, where they are others.
  ///   - edited: The cluster after, where its objects are others.
  ///   - isChosen: Whether a Pod is of interest, by its namespace and name.
  public init(
    of cluster: Cluster,
    from old: KumaRelease,
    to new: KumaRelease,
    settings: ControlPlaneSettings = ControlPlaneSettings(),
    newSettings: ControlPlaneSettings? = nil,
    edited: Cluster? = nil,
    where isChosen: (ObjectName) -> Bool = { _ in true }
  ) {
    self.cluster = cluster
    before = ControlPlane(rules: ReleaseHistory.rules(of: old), settings: settings)
    after = ControlPlane(rules: ReleaseHistory.rules(of: new), settings: newSettings ?? settings)
    representatives = Representatives(of: cluster, edited: edited, settings: [settings, newSettings].compactMap(\.self))
    workloads = WorkloadsOfPods(representatives, where: isChosen)
    idle = cluster.idleWorkloads(where: isChosen)
    work = ReleaseComparisonWork(
      of: representatives.cluster, from: old, to: new, settings: settings, newSettings: newSettings,
      edited: representatives.edited)
    added = edited.map { [after] in Self.added(to: cluster, in: Cluster($0, under: after), where: isChosen) } ?? []
  }

  /// The pieces, in order; none where nothing changes.
  ///
  /// - Parameter count: How many there are at most; no more than there are cores, since some work is done in each.
  public func pieces(_ count: Int) -> [Piece] { work.pieces(count).map(Piece.init) }

  /// The comparison, which is the same however many pieces there were.
  ///
  /// - Parameter results: The results of all pieces, in their order.
  /// - Complexity: O(*n*) for *n* changes, and for Pods where fixes are tried.
  public func comparison(of results: [Result]) -> UpgradeComparison {
    let comparison = work.comparison(results.map(\.changes))
    let isEdited = representatives.edited != nil
    var notes = FoundNotes()
    if comparison.old < comparison.new {
      let around = Cluster(representatives.cluster, under: before)
      let pods = NotedPods(of: around, counting: representatives.count(like:))
      notes = around.notes(from: comparison.old, to: comparison.new, on: pods)
    }
    var step = UpgradeStep(UpgradeWalk.Step(comparison), of: workloads, noting: notes)
    // Edits are tried on the objects as they are on both sides.
    lazy var ground = UpgradeGround(in: representatives.cluster, from: before, to: after)
    if !isEdited {
      step = step.withFixes(in: representatives.cluster, from: before, to: after, on: ground)
      step.addNoteFixes(in: representatives.cluster, from: before, to: after, on: ground)
    }
    step.addUnread(of: cluster)
    let failing = workloads.failing(
      in: representatives.cluster, under: before, and: after, without: comparison.podsWithDataplane)
    return UpgradeComparison(
      comparison, step: step, undecided: comparison.undecided.joined(with: notes.undecided), added: added, of: workloads,
      in: cluster, failing: failing, idle: idle)
  }

  /// What becomes of the Pods that only one of two clusters has, one for each workload.
  private static func added(
    to cluster: Cluster, in edited: Cluster, where isChosen: (ObjectName) -> Bool
  ) -> [PodReport] {
    let known = Set(cluster.previewNames)
    var seen: Set<WorkloadReference> = []
    return edited.previews(of: edited.previewNames.filter { !known.contains($0) && isChosen($0) }).filter { report in
      report.workload.map { seen.insert($0).inserted } ?? true
    }
  }
}

extension UpgradeWalk.Step {
  /// A comparison as a step that is made at once.
  fileprivate init(_ comparison: ReleaseComparison) {
    self.init(old: comparison.old, new: comparison.new)
    for change in comparison.changes {
      if change.needsAttention {
        events.append(.init(change: change, first: comparison.new))
      } else {
        podsWithHarmlessChanges.insert(change.pod)
      }
    }
    undecided = comparison.undecided
  }
}
