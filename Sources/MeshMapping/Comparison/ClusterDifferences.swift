import KubernetesObjects

/// What differs between two clusters of the same objects under different control planes.
struct ClusterDifferences {
  /// What differs in each Pod, but for what other Pods have a part in.
  let own: [ObjectName: PodDifferences]
  /// The entries of each Pod's direct access that name a service of another Pod which is renamed.
  let access: [ObjectName: [PodDifference]]
  /// The Pods of which the same differs, in themselves, as in what was known before.
  let unchanged: Set<ObjectName>
  /// What becomes of the Pods under the first control plane.
  let before: ComparedCluster
  /// What becomes of the Pods under the second control plane.
  let after: ComparedCluster
  /// How what differs is told.
  let telling: DifferenceTelling

  /// Compares what becomes of Pods in two clusters.
  ///
  /// - Parameters:
  ///   - old: What becomes of them under the first control plane.
  ///   - new: What becomes of them under the second; what is told of direct access needs all Pods.
  ///   - policies: Who selects what.
  ///   - identified: What tells the inbounds of Pods apart, where that is not for the two Dataplanes to say.
  ///   - known: What differs between the first cluster and another one of the same objects, of which that is taken over for the Pods
  ///     that the same becomes of.
  ///   - others: The Pods that something else becomes of in the first cluster than it did there.
  init(
    from old: ComparedCluster,
    to new: ComparedCluster,
    policies: PolicySelections,
    identified: InboundIdentifications = .byDataplanes,
    knowing known: ClusterDifferences? = nil,
    butOf others: Set<ObjectName> = []
  ) {
    let telling = DifferenceTelling(from: old.cluster, to: new.cluster, policies: policies)
    let known = known.flatMap { $0.telling.isSame(as: telling) ? $0 : nil }
    var own: [ObjectName: PodDifferences] = [:]
    var unchanged: Set<ObjectName> = []
    for name in new.names {
      guard let before = old.pods[name], let after = new.pods[name] else { continue }
      if let same = known?.own[name], known?.after.pods[name] == after, !others.contains(name) {
        own[name] = same
        unchanged.insert(name)
      } else {
        own[name] = telling.differences(from: before, to: after, identified: identified[name])
      }
    }
    self.own = own
    // Renamed services matter to other Pods, so every Pod is looked at before the lists of direct access are.
    access = RenamedDirectAccess(of: own, in: new).broken()
    self.unchanged = unchanged
    before = old
    after = new
    self.telling = telling
  }
}

extension ClusterDifferences {
  /// All that differs in a Pod.
  func differences(of pod: ObjectName) -> [PodDifference] { (own[pod]?.told ?? []) + (access[pod] ?? []) }

  /// What becomes of the Pods of a name under both control planes.
  func pair(of pod: ObjectName) -> ComparedPair { ComparedPair(from: before.pods[pod] ?? [], to: after.pods[pod] ?? []) }

  /// Whether a trial refuses a Pod or gives up on it, which is done neither before nor after: that hides what changes, and undoes nothing.
  func isHidden(_ pod: ObjectName, in trial: ComparedCluster) -> Bool {
    func isRefused(_ cluster: ComparedCluster) -> Bool { cluster.pods[pod]?.contains(where: \.isRefused) ?? false }
    return isRefused(trial) && !isRefused(before) && !isRefused(after)
  }

  /// The Pods in which something differs, in order.
  var pods: [ObjectName] {
    Set(own.filter { !$0.value.told.isEmpty }.keys).union(access.keys).sorted()
  }

  /// The Pods of which the input does not let one know whether more differs, in order.
  var undecided: [ReleaseComparison.Undecided] {
    own.filter { !$0.value.gap.needs.isEmpty }.sorted { $0.key < $1.key }.map { pod, differences in
      let gap = differences.gap
      // What is harmless either way need not be there for a verdict.
      let needs = gap.mayNeedAttention ? gap.decisive : gap.needs
      return .init(
        pod: pod, needs: Completeness.Kind.inOrder(needs), mayNeedAttention: gap.mayNeedAttention,
        missing: gap.missing.sorted())
    }
  }
}

extension ComparedPod {
  /// Whether the Pod is refused, or the control plane gives up on its Dataplane, under what is taken for granted.
  fileprivate var isRefused: Bool { base.decision.verdict == .reject || base.outcome.verdict.action == .fail }
}
