/// Which status of a Pod the lifecycle is worked out for.
enum StatusBasis {
  /// The status that the Pod has: what is missing is missing.
  case observed
  /// The status that it will have once it runs: the cluster has yet to give it an address and statuses.
  case onceRunning
}
