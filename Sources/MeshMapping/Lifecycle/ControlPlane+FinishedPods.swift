import KubernetesObjects

extension ControlPlane {
  /// Whether the second controller, which looks at the statuses of containers, deletes a Pod's Dataplane: only the sidecar still runs,
  /// and nothing will be started anew (LIFE-9). It looks at nothing else, neither at the address nor at the marks of the injector.
  func isOnlySidecarLeft(of pod: Pod) -> Bool {
    guard settings.admission == .asInstalled, rules.lifecycle.finishedPods != .left else { return false }
    let statuses = pod.status.containerStatuses
    guard statuses.contains(where: \.isSidecar) else { return false }
    let mustSucceed: Bool
    switch rules.lifecycle.finishedPods {
    case .left: return false
    case .deletedOfJobs:
      guard pod.metadata.ownerReferences.contains(where: { $0.kind == "Job" }) else { return false }
      mustSucceed = true
    case .deletedByRestartPolicy:
      if ["", "Always"].contains(pod.spec.restartPolicy) { return false }
      mustSucceed = pod.spec.restartPolicy != "Never"
    }
    return statuses.allSatisfy { status in
      status.isSidecar ? !status.isTerminated : status.isTerminated && (!mustSucceed || status.exitCode == 0)
    }
  }
}
