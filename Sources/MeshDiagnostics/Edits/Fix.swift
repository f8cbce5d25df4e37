public import KubernetesObjects
public import MeshMapping

/// Some edits that were tried: applied and mapped again, they do what they say, and change nothing but what they name.
public struct Fix: Sendable, Hashable {
  /// What the edits do, as an imperative that is safe to print and has no full stop.
  @ByteExact public private(set) var message: String
  /// The edits, in the order in which they are made.
  public let edits: [Edit]
  /// The Pods that become others, sorted by namespace and name; those that a workload has yet to make by their pattern.
  public let pods: [ObjectName]
  /// The workloads whose Pods have to be made anew for the edits to take effect, sorted; an edit of their own template does that by
  /// itself.
  public let restarts: [WorkloadReference]

  /// A fix of the given values.
  package init(_ message: String, _ edits: [Edit], pods: [ObjectName], restarts: [WorkloadReference]) {
    self.message = message
    self.edits = edits
    self.pods = pods
    self.restarts = restarts
  }
}
