package import KubernetesObjects

/// The Pods that workloads of a cluster make, worked out once for each namespace that is asked for.
package struct MadePods {
  private var namespaces: [ExactString: [WorkloadReference: [ObjectName]]] = [:]

  /// Nothing yet.
  package init() {}

  /// The names of the Pods that a workload makes, in order. O(*n* log *n*) for *n* Pods of a namespace that was not asked for yet.
  ///
  /// - Parameters:
  ///   - workload: The workload.
  ///   - cluster: The cluster: always the same, but for objects that were noted.
  package mutating func names(madeBy workload: WorkloadReference, in cluster: Cluster) -> [ObjectName] {
    let namespace = ExactString(workload.namespace)
    if let known = namespaces[namespace] { return known[workload] ?? [] }
    let found = cluster.podsByWorkload(in: workload.namespace)
    namespaces[namespace] = found
    return found[workload] ?? []
  }

  /// Takes note that a Pod takes the place of another one of its name.
  package mutating func note(_ pod: Pod, insteadOf old: Pod) {
    // Owners are no field that is edited; the label that tells of one whose ReplicaSet is not there is.
    if OwnersOfPods.isOwnedAlike(old, pod) { return }
    namespaces[ExactString(pod.metadata.effectiveNamespace)] = nil
  }
}
