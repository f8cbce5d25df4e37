import KubernetesObjects

extension WorkloadReference {
  /// The workload in words, e.g. `Deployment web`, safe to print.
  public var phrase: String { "\(kind.printedSafely) \(name.printedSafely)" }

  /// The command that makes the Pods of the workload anew; nil where there is none.
  public var restartCommand: String? {
    guard canBeRestarted else { return nil }
    return "kubectl rollout restart \(kind.lowercased())/\(name.printedSafely) -n \(namespace.printedSafely)"
  }
}
