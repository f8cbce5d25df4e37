import KubernetesObjects
package import MeshMapping

/// How many Pods each workload of a cluster has.
package struct WorkloadSizes: Sendable {
  private let numbers: [WorkloadReference: Int]

  package init(in cluster: Cluster) {
    let sizes = cluster.workloadGroups.compactMap { group in group.count.number.map { (group.workload, $0) } }
    numbers = Dictionary(sizes) { $0 + $1 }
  }

  /// The number of Pods of a workload; nil where it is unknown.
  package func number(of workload: WorkloadReference?) -> Int? {
    workload.flatMap { numbers[$0] }
  }
}
