import KubernetesObjects

extension WorkloadReference {
  /// The workload in words, e.g. `Deployment web`, safe to print.
  public var phrase: String { "\(kind.printedSafely) \(name.printedSafely)" }

  /// The command that recreates the Pods of the workload; nil where there is none.
  ///
  /// It is safe to print, and to run in a POSIX shell.
  public var restartCommand: String? {
    guard canBeRestarted else { return nil }
    let workload = "\(kind.lowercased())/\(name)".quotedForShell
    return "kubectl rollout restart \(workload) -n \(namespace.quotedForShell)"
  }
}
