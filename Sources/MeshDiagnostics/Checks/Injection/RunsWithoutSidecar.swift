import KubernetesObjects
import MeshMapping

/// The Pod runs without the sidecar that it would get if it were created now.
enum RunsWithoutSidecar: SharedPodCheck {
  static let kind = FindingKind.runsWithoutSidecar

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.pod.sidecarEvidence == nil, case .inject = pod.report.admission.decision, pod.pod.status.phase == "Running"
    else { return [] }
    let field = pod.report.admission.decision.evidence.map(pod.field(of:)) ?? pod.whole
    return [Finding(kind, at: field, message(pod.workload))]
  }

  private static func message(_ workload: WorkloadReference?) -> String {
    let state = "The Pod runs without a sidecar and would get one now"
    guard let workload else { return "\(state); delete it and create it again." }
    if let command = workload.restartCommand { return "\(state); recreate it with \(command)." }
    return "\(state); delete it, so that \(workload.phrase) recreates it."
  }
}

extension FindingKind {
  /// The Pod runs without the sidecar that it would get if it were created now.
  public static let runsWithoutSidecar = FindingKind(
    "runs-without-sidecar", .warning, .runningPods,
    summary: "The Pod runs without a sidecar, and would get one if it were created now.",
    reason:
      "Sidecars are added when a Pod is created; until then it is in no mesh, and where mTLS is strict nobody in the mesh takes its requests.",
    remedy: "Recreate the Pod, with kubectl rollout restart where a workload makes it."
  )
}
