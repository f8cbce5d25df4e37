import KubernetesObjects

/// What becomes of the Pods of a cluster, worked out once for all that is compared with it.
struct ComparedCluster {
  /// The cluster.
  let cluster: Cluster
  /// What becomes of the Pods, by name.
  let pods: [ObjectName: [ComparedPod]]

  /// What becomes of some Pods of a cluster; of all where none are given.
  init(_ cluster: Cluster, only: Set<ObjectName>? = nil) {
    self.cluster = cluster
    let names = only.map { $0.sorted() } ?? cluster.previewNames
    var pods: [ObjectName: [ComparedPod]] = [:]
    for (name, compared) in zip(names, cluster.comparedPods(of: names)) { pods[name] = compared }
    self.pods = pods
  }
}
