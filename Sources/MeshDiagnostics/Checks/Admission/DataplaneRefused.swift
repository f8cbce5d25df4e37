import KubernetesObjects
import MeshMapping

/// The Dataplane is refused for another reason than what its fields hold.
enum DataplaneRefused: SharedPodCheck {
  static let kind = FindingKind.dataplaneRefused

  static func findings(on pod: PodSubject) -> [Finding] {
    guard case .fail(.dataplaneRefused(let refusal)) = pod.report.outcome.verdict else { return [] }
    if case .invalid = refusal { return [] }
    return [Finding(kind, statement: refusal.statement, at: pod.whole, refusal.message)]
  }
}

extension FindingKind {
  /// The Dataplane is refused for another reason than what its fields hold.
  public static let dataplaneRefused = FindingKind(
    "dataplane-refused", .error, .meshConstraints,
    summary: "The API server refuses the Dataplane: the constraints of its mesh, or a label that Kubernetes does not allow.",
    reason: "The sidecar does not get ready without a Dataplane, or keeps the configuration of the one that there was.",
    remedy: "Fix what the message names: the Pod's labels, or the constraints of the Mesh."
  )
}
