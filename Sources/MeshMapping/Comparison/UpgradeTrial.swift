package import KubernetesObjects

/// A comparison of some Pods without causes: what edits do under one release, and what an upgrade does after them.
package struct UpgradeTrial {
  /// What differs, by Pod.
  package let differences: [ObjectName: [PodDifference]]
  /// What of it needs attention.
  package let attention: [ObjectName: [PodDifference]]
  /// The Pods of which the input does not let one know whether more needs attention.
  package let undecided: Set<ObjectName>

  /// Compares what becomes of Pods in two clusters.
  ///
  /// - Parameters:
  ///   - old: The cluster before.
  ///   - oldControlPlane: Its control plane.
  ///   - new: The cluster after.
  ///   - newControlPlane: Its control plane.
  ///   - pods: The Pods; nil for all, which what is told of direct access needs.
  package init(
    from old: Cluster,
    under oldControlPlane: ControlPlane,
    to new: Cluster,
    under newControlPlane: ControlPlane,
    only pods: Set<ObjectName>? = nil
  ) {
    let names = pods?.sorted()
    let before = ComparedCluster(Cluster(old, under: oldControlPlane).preparedForPreviews(), of: names)
    let after = ComparedCluster(Cluster(new, under: newControlPlane).preparedForPreviews(), of: names)
    let found = ClusterDifferences(from: before, to: after, policies: old.policySelections)
    self.init(found)
  }

  /// What was found.
  init(_ found: ClusterDifferences) {
    differences = Dictionary(uniqueKeysWithValues: found.pods.map { ($0, found.differences(of: $0)) })
    attention = differences.reduce(into: [:]) { attention, entry in
      let told = entry.value.filter { found.telling.needsAttention($0, of: found.pair(of: entry.key)) }
      if !told.isEmpty { attention[entry.key] = told }
    }
    undecided = Set(found.own.filter { $0.value.gap.mayNeedAttention }.keys)
  }
}
