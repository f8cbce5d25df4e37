public import KubernetesObjects
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
  /// How many of them have a Dataplane under the release before, as far as the input lets one know: what the verdict rests on.
  public let dataplanes: Int
  /// Each change of a Pod, of Pods that are alike of one, by namespace and name.
  public let changes: [ReleaseComparison.Change]
  /// The Pods of which something rests on what the input lacks, of Pods that are alike one.
  public let undecided: [ReleaseComparison.Undecided]
  /// What becomes of the Pods that only the objects after have, under the control plane after, one for each workload, by namespace and
  /// name: there is nothing to compare them with.
  public let added: [PodReport]
  /// What is taken for granted.
  public let premises: [Premise]
  /// How many workloads have Pods that are refused, or get no Dataplane, on both sides.
  let failing: Int
  /// How many workloads want no Pods.
  let idle: Int

  /// What the verdict rests on that the input does not hold (UPG-4).
  public var basis: VerdictBasis {
    VerdictBasis(premises: premises, harmlessUnknowns: step.harmlessUnknowns, failing: failing, idle: idle)
  }
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
    edited: Cluster? = nil,
    where isChosen: (ObjectName) -> Bool = { _ in true }
  ) {
    let work = UpgradeComparisonWork(
      of: cluster, from: old, to: new, settings: settings, newSettings: newSettings, edited: edited, where: isChosen)
    self = work.comparison(of: work.pieces(1).map { $0.result() })
  }

  /// What was found out, with what is told of it.
  init(
    _ comparison: ReleaseComparison, step: UpgradeStep, undecided: [ReleaseComparison.Undecided], added: [PodReport],
    of workloads: WorkloadsOfPods, in cluster: Cluster, failing: Int, idle: Int
  ) {
    self.step = step
    changes = comparison.changes.filter { workloads.contains($0.pod) }
    self.undecided = undecided.filter { workloads.contains($0.pod) }
    dataplanes = workloads.count(of: comparison.podsWithDataplane)
    harmless = Self.harmless(changes.filter { !$0.needsAttention }, of: workloads)
    self.workloads = workloads.count
    premises = cluster.premises
    self.failing = failing
    self.idle = idle
    pods = workloads.pods
    self.added = added
  }

  /// The workloads whose Pods have to be made anew before what is compared is so, where manifests were laid over the objects: what is
  /// written on a Namespace counts when a Pod is created; what is written on a template makes its Pods anew.
  ///
  /// - Parameter manifests: The manifests.
  /// - Complexity: O(*n*) for *n* workloads.
  public func restarts(after manifests: [ClusterObject]) -> [WorkloadReference] {
    let edited = Set(
      manifests.map(\.reference).map { WorkloadReference(kind: $0.kind, namespace: $0.namespace, name: $0.name) })
    let atCreation: Set<TroubleEffect> = [.losesSidecar, .gainsSidecar, .otherMesh]
    let subjects = step.troubles.filter { atCreation.contains($0.effect) }.subjects
    return subjects.sorted().compactMap { subject in
      guard case .workload(let workload) = subject, workload.canBeRestarted else { return nil }
      return edited.contains(workload) ? nil : workload
    }
  }

  private static func harmless(
    _ changes: [ReleaseComparison.Change], of workloads: WorkloadsOfPods
  ) -> [HarmlessChange] {
    struct Key: Hashable {
      let summary: ExactString
      let causes: [ReleaseChange]
      let otherCauses: Set<ReleaseComparison.OtherCause>
    }
    var found: [Key: Set<UpgradeSubject>] = [:]
    var order: [Key] = []
    for change in changes {
      let key = Key(summary: ExactString(change.difference.summary), causes: change.causes, otherCauses: change.otherCauses)
      if found[key] == nil { order.append(key) }
      found[key, default: []].formUnion(workloads.subjects(of: change.pod))
    }
    return order.map { key in
      HarmlessChange(
        key.summary.string, causes: key.causes, otherCauses: key.otherCauses, workloads: found[key]?.count ?? 0)
    }
  }
}
