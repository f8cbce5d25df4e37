import KubernetesObjects
import MeshMapping

extension WorkloadsOfPods {
  /// How many workloads have Pods that are refused, or get no Dataplane since something fails, under both of two control planes.
  func failing(in cluster: Cluster, under old: ControlPlane, and new: ControlPlane) -> Int {
    let before = failing(in: Cluster(cluster, under: old))
    guard !before.isEmpty else { return 0 }
    let both = before.intersection(failing(in: Cluster(cluster, under: new)))
    return Set(both.flatMap(subjects)).count
  }

  private func failing(in cluster: Cluster) -> Set<ObjectName> {
    Set(
      cluster.previews().lazy
        .filter { $0.admission.decision.verdict == .reject || $0.outcome.verdict.action == .fail }.map(\.name))
  }
}
