import KubernetesObjects

/// What becomes of the Pods of a cluster, worked out once for all that is compared with it.
struct ComparedCluster {
  /// The cluster.
  let cluster: Cluster
  /// The names of the Pods, in order.
  let names: [ObjectName]
  /// What becomes of the Pods, by name.
  let pods: [ObjectName: [ComparedPod]]

  /// What becomes of some Pods of a cluster, given in order; of all where none are given.
  init(_ cluster: Cluster, of names: [ObjectName]? = nil) {
    self.cluster = cluster
    self.names = names ?? cluster.previewNames
    pods = Dictionary(zip(self.names, cluster.comparedPods(of: self.names))) { $1 }
  }

  /// The Dataplanes of the Pods of a name.
  func dataplanes(of pod: ObjectName) -> [Dataplane] { (pods[pod] ?? []).compactMap(\.base.outcome.dataplane) }
}
