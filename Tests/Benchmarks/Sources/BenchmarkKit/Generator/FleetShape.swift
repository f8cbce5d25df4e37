/// How large a cluster is. The same shape gives the same cluster on every run and platform.
package struct ClusterShape: Sendable, Hashable {
  /// How many Pods there are.
  package var pods: Int
  /// How many Services there are.
  package var services: Int
  /// How many namespaces they are spread over.
  package var namespaces: Int
  /// What the random choices start from.
  package var seed: UInt64

  /// A shape of the given numbers, none of which may be less than one.
  package init(pods: Int, services: Int, namespaces: Int, seed: UInt64 = 1) {
    self.pods = max(pods, 1)
    self.services = max(services, 1)
    self.namespaces = max(namespaces, 1)
    self.seed = seed
  }

  /// How many workloads there are: each has a Service, and half of them have a second, headless one.
  var workloads: Int { (services * 2 + 2) / 3 }
  /// How many Nodes there are, of fifty Pods each.
  var nodes: Int { (pods + 49) / 50 }

  /// The Pods of a workload: every so many belong to the same one.
  func pods(ofWorkload workload: Int) -> [Int] {
    Array(stride(from: workload, to: pods, by: workloads))
  }

  /// Whether a workload has a second, headless Service.
  func hasHeadlessService(workload: Int) -> Bool {
    workload < services - workloads
  }
}
