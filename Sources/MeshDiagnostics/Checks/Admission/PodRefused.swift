import KubernetesObjects
import MeshMapping

/// The Pod is refused at its creation.
enum PodRefused: PodCheck {
  static let kind = FindingKind.podRefused

  static func findings(on pod: PodSubject) -> [Finding] {
    switch pod.report.admission.decision {
    // A Namespace that is not in the input is no refusal: nobody knows.
    case .reject(.namespaceNotFound), .inject, .skip, .unknown: return []
    case .reject(let reason):
      let field = reason.evidence.map(pod.field(of:)) ?? pod.whole
      return [Finding(kind, statement: reason.statement, at: field, reason.message(for: pod.workload))]
    }
  }
}

extension FindingKind {
  /// The Pod is refused at its creation.
  public static let podRefused = FindingKind(
    "pod-refused", .error, .refusalOrder,
    summary: "The API server refuses the Pod, since the injector or the validator of the control plane does.",
    reason: "There is no Pod: its ReplicaSet or Job tries again and again, and what it should run does not run.",
    remedy: "Mend what the message names; it is what the control plane answers to the API server."
  )
}
