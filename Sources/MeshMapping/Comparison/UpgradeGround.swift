package import KubernetesObjects

/// What a step of a walk is made of: what becomes of the Pods under the releases before and after it, kept so that edits can be tried
/// without mapping those again that they do not touch.
package struct UpgradeGround: Sendable {
  private let before: ComparedCluster
  private let after: ComparedCluster
  private let differences: ClusterDifferences
  private let policies: PolicySelections

  init(before: ComparedCluster, after: ComparedCluster, differences: ClusterDifferences, policies: PolicySelections) {
    self.before = before
    self.after = after
    self.differences = differences
    self.policies = policies
  }

  /// The ground of a step between two control planes.
  package init(in cluster: Cluster, from old: ControlPlane, to new: ControlPlane) {
    let before = ComparedCluster(Cluster(cluster, under: old).preparedForPreviews())
    let after = ComparedCluster(Cluster(cluster, under: new).preparedForPreviews(), of: before.names)
    let policies = cluster.policySelections
    let differences = ClusterDifferences(from: before, to: after, policies: policies)
    self.init(before: before, after: after, differences: differences, policies: policies)
  }

  /// What the step does to the Pods as they are.
  package var trial: UpgradeTrial { UpgradeTrial(differences) }

  /// What the step does to the Pods of the same cluster after edits.
  ///
  /// - Parameters:
  ///   - edited: The cluster after the edits.
  ///   - touched: The Pods that something else may become of by them.
  /// - Complexity: O(*n*) for *n* Pods that are touched, and less for the others.
  package func trial(in edited: Cluster, touching touched: Set<ObjectName>) -> UpgradeTrial {
    func mapped(_ compared: ComparedCluster) -> ComparedCluster {
      let cluster = Cluster(edited, under: compared.cluster.controlPlane).preparedForPreviews()
      return compared.replacing(ComparedCluster(cluster, of: touched.sorted()))
    }
    let (old, new) = (mapped(before), mapped(after))
    let found = ClusterDifferences(from: old, to: new, policies: policies, knowing: differences, butOf: touched)
    return UpgradeTrial(found)
  }

  /// The same ground, with some Pods mapped too that were not looked at.
  package func looking(at pods: Set<ObjectName>) -> UpgradeGround {
    let missing = pods.subtracting(before.names).sorted()
    guard !missing.isEmpty else { return self }
    func mapped(_ compared: ComparedCluster) -> ComparedCluster {
      compared.replacing(ComparedCluster(compared.cluster, of: missing))
    }
    let (old, new) = (mapped(before), mapped(after))
    let found = ClusterDifferences(from: old, to: new, policies: policies, knowing: differences)
    return UpgradeGround(before: old, after: new, differences: found, policies: policies)
  }
}
