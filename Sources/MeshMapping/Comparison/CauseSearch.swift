import KubernetesObjects

/// Finds what changes between two releases and which rows of the history cause it.
struct CauseSearch {
  /// What becomes of the Pods under the old release; other rules are tried on its indexes.
  let before: ComparedCluster
  /// The objects that the new release finds; those of the old one where they are the same.
  let edited: Cluster?
  /// Who selects what under the old release.
  let policies: PolicySelections
  /// How outbounds are looked at.
  let outbounds: WalkedOutbounds
  private let old: KumaRelease
  private let extent: ComparisonExtent
  private let oldSettings: ControlPlaneSettings

  /// What is compared with the old release.
  struct Target {
    /// The release.
    let release: KumaRelease
    /// The settings of its control plane.
    let settings: ControlPlaneSettings
  }

  /// A search from an old release.
  ///
  /// - Parameters:
  ///   - cluster: The objects.
  ///   - old: The release.
  ///   - settings: The settings of its control plane.
  ///   - edited: The objects that new releases find; nil where they are the same.
  ///   - extent: How much is looked at again and again.
  init(
    in cluster: Cluster,
    old: KumaRelease,
    settings: ControlPlaneSettings,
    edited: Cluster? = nil,
    looking extent: ComparisonExtent = .whatMayDiffer
  ) {
    let controlPlane = ControlPlane(rules: ReleaseHistory.rules(of: old), settings: settings)
    let before = Cluster(cluster, under: controlPlane).preparedForPreviews()
    self.init(from: ComparedCluster(before), old: old, edited: edited, policies: before.policySelections, looking: extent)
  }

  /// A search from what becomes of Pods under an old release.
  init(
    from before: ComparedCluster,
    old: KumaRelease,
    edited: Cluster? = nil,
    policies: PolicySelections,
    outbounds: WalkedOutbounds = .asWritten,
    looking extent: ComparisonExtent = .whatMayDiffer
  ) {
    self.before = before
    self.extent = extent
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

  /// What differs, and that as changes by Pod, what causes them not being known yet; nil where nothing is otherwise: then nothing changes,
  /// whatever the input lacks.
  func unexplainedChanges(to new: Target) -> (found: ClusterDifferences, changes: [ReleaseComparison.Change])? {
    guard !suspects(of: new).isEmpty else { return nil }
    let found = differences(to: ComparedCluster(cluster(without: [], as: new)))
    return (found, found.pods.flatMap { pod in found.differences(of: pod).map { change(of: pod, $0, to: found.after) } })
  }

  /// A difference of a Pod as a change, what causes it not being known yet.
  func change(
    of pod: ObjectName, _ difference: PodDifference, to after: ComparedCluster
  ) -> ReleaseComparison.Change {
    let mesh = before.pods[pod]?.first?.base.outcome.dataplane?.mesh
    let selectedBy = policies.policies(
      selectingBy: difference, in: mesh,
      of: ComparedPair(from: before.pods[pod] ?? [], to: after.pods[pod] ?? []))
    return .init(pod: pod, difference: difference, causes: [], selectedBy: selectedBy)
  }

  /// Some of the changes that were found with what causes them.
  func explained(
    _ changes: [ReleaseComparison.Change],
    in new: Target,
    as found: ClusterDifferences
  ) -> [ReleaseComparison.Change] {
    guard !changes.isEmpty else { return [] }
    let suspects = suspects(of: new)
    switch extent {
    case .everything: return plainlyExplained(changes, among: suspects, in: new, as: found)
    case .whatMayDiffer:
      var trials = CauseTrials(of: changes, among: suspects, in: new, as: found, by: self)
      return trials.explained()
    }
  }

  /// What may cause a difference: the rows that hold in one of the releases only and may matter to the mapping, and what else is not the
  /// same.
  private func suspects(of new: Target) -> [ChangeCause] {
    var suspects = ReleaseHistory.changes(between: old, and: new.release).filter { !$0.edits.isEmpty }.map(ChangeCause.row)
    if oldSettings != new.settings { suspects.append(.settings) }
    if edited != nil { suspects.append(.objects) }
    return suspects
  }
}

extension CauseSearch {
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
    cluster(without: reverted, under: controlPlane(without: reverted, as: new))
  }

  /// The objects that are found where some causes are taken back, under a control plane.
  func cluster(without reverted: Set<ChangeCause>, under controlPlane: ControlPlane) -> Cluster {
    let objects = reverted.contains(.objects) ? before.cluster : edited ?? before.cluster
    return Cluster(objects, under: controlPlane).preparedForPreviews()
  }

  /// The control plane of the new release, with some causes taken back.
  func controlPlane(without reverted: Set<ChangeCause>, as new: Target) -> ControlPlane {
    let settings = reverted.contains(.settings) ? oldSettings : new.settings
    return outbounds.controlPlane(ControlPlane(rules: rules(without: reverted, as: new), settings: settings))
  }

  /// The rules of the new release with some rows as they were in the old one.
  func rules(without reverted: Set<ChangeCause>, as new: Target) -> MappingRules {
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
