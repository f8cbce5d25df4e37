import KubernetesObjects
import MeshMapping

/// The Dataplane does not pass Kuma's validation, and is stored all the same, since nobody asks the validator there.
enum InvalidDataplaneStored: PodDataplaneCheck {
  static let kind = FindingKind.invalidDataplaneStored

  static func mayConcern(_ pod: PodSubject) -> Bool { reason(for: pod) != nil }

  static func findings(on pod: PodSubject) -> [Finding] {
    guard let dataplane = pod.dataplane, let reason = reason(for: pod) else { return [] }
    return pod.controlPlane.problems(of: dataplane).map { problem in
      let message =
        "The Dataplane is stored, though \(problem.path) \(problem.phrase): Kuma does not validate it, \(reason.phrase)."
      return Finding(
        kind, statement: problem.statement, at: pod.field(of: problem), message, remedies: pod.remedies(for: problem))
    }
  }

  /// Why nobody asks the validator; nil where it is asked, or left out by the setting.
  private static func reason(for pod: PodSubject) -> DataplaneWebhooks.Reason? {
    guard let namespace = pod.namespace, case .notAsked(let reason) = pod.controlPlane.dataplaneWebhooks(in: namespace),
      reason != .leftOut
    else { return nil }
    return reason
  }
}

extension FindingKind {
  /// The Dataplane does not pass Kuma's validation, and is stored all the same.
  public static let invalidDataplaneStored = FindingKind(
    "invalid-dataplane-stored", .warning, .dataplaneWebhooks,
    summary: "The Dataplane is not valid, and is stored, since the validating webhook is not asked in its namespace.",
    reason: "What the proxy makes of it is not defined; once the Namespace is labelled, it is refused.",
    remedy: "Fix the source of the field: a label of the Pod, an annotation, or a port."
  )
}
