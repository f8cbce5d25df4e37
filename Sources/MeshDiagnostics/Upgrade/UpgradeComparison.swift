import KubernetesObjects
public import MeshMapping

/// What two releases do differently with a cluster, once for all workloads that the same is done to.
public struct UpgradeComparison: Sendable, Hashable {
  /// What needs attention, and the verdict.
  public let step: UpgradeStep
  /// What changes besides.
  public let harmless: [HarmlessChange]
  /// How many workloads are looked at; a Pod that nothing makes is one.
  public let workloads: Int
  /// How many Pods there are.
  public let pods: Int
}

/// A change that needs no attention, with how many workloads it is of.
public struct HarmlessChange: Sendable, Hashable {
  /// What changes, in the same words for all of them.
  public let summary: String
  /// The rows of the release history that do it.
  public let causes: [ReleaseChange]
  /// What else has a part in it.
  public let otherCauses: Set<ReleaseComparison.OtherCause>
  /// How many workloads it is of.
  public let workloads: Int
}

extension UpgradeComparison {
  /// Compares what two releases do with the objects of a cluster.
  ///
  /// Pods that are alike are looked at once (``Representatives``). O(*w* · *r*) for *w* workloads and *r* rows of the release history
  /// between the two, and O(*n*) for *n* Pods.
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
    edited: Cluster? = nil
  ) {
    let representatives = Representatives(
      of: cluster, edited: edited, settings: [settings, newSettings].compactMap(\.self))
    let comparison = ReleaseComparison(
      of: representatives.cluster, from: old, to: new, settings: settings, newSettings: newSettings,
      edited: representatives.edited)
    let workloads = WorkloadsOfPods(representatives)
    let step = UpgradeWalk.Step(comparison)
    self.step = UpgradeStep(step, of: workloads)
    harmless = Self.harmless(comparison.changes.filter { !$0.needsAttention }, of: workloads)
    self.workloads = workloads.count
    pods = workloads.pods
  }

  private static func harmless(
    _ changes: [ReleaseComparison.Change], of workloads: WorkloadsOfPods
  ) -> [HarmlessChange] {
    struct Key: Hashable {
      let summary: String
      let causes: [ReleaseChange]
      let otherCauses: Set<ReleaseComparison.OtherCause>
    }
    var found: [Key: Set<UpgradeSubject>] = [:]
    var order: [Key] = []
    for change in changes {
      let key = Key(summary: change.difference.summary, causes: change.causes, otherCauses: change.otherCauses)
      if found[key] == nil { order.append(key) }
      found[key, default: []].formUnion(workloads.subjects(of: change.pod))
    }
    return order.map { key in
      HarmlessChange(
        summary: key.summary, causes: key.causes, otherCauses: key.otherCauses, workloads: found[key]?.count ?? 0)
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
