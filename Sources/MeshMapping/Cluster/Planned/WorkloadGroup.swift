public import KubernetesObjects

/// The Pods of a cluster that one workload makes: those that there are, or those that it will make.
public struct WorkloadGroup: Sendable, Hashable {
  /// The workload.
  public let workload: WorkloadReference
  /// The names of the Pods, in order; of Pods that there are not yet one pattern, such as `web-*`.
  public let names: [ObjectName]
  /// How many Pods there are, or will be at a time.
  public let count: PodCount

  /// A group of the given values.
  public init(workload: WorkloadReference, names: [ObjectName], count: PodCount) {
    self.workload = workload
    self.names = names
    self.count = count
  }
}
