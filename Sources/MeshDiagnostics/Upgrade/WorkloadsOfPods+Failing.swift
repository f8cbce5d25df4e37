import KubernetesObjects
import MeshMapping

extension WorkloadsOfPods {
  /// How many workloads have Pods that are refused, or get no Dataplane since something fails, under both of two control planes.
  ///
  /// - Parameter served: The Pods that have a Dataplane under the first one, which are not asked for.
  func failing(
    in cluster: Cluster, under old: ControlPlane, and new: ControlPlane, without served: Set<ObjectName>
  ) -> Int {
    let names = cluster.previewNames.filter { !served.contains($0) && contains($0) }
    let before = Self.failing(names, in: cluster, under: old)
    let both = before.isEmpty ? [] : Self.failing(before.sorted(), in: cluster, under: new)
    return Set(both.flatMap(subjects)).count
  }

  private static func failing(
    _ names: [ObjectName], in cluster: Cluster, under controlPlane: ControlPlane
  ) -> Set<ObjectName> {
    // Nobody is asked for what the Pods reach.
    let around = Cluster(cluster, under: WalkedOutbounds.ignored.controlPlane(controlPlane))
    return Set(
      around.previews(of: names).lazy
        .filter { $0.admission.decision.verdict == .reject || $0.outcome.verdict.action == .fail }.map(\.name))
  }
}
