import KubernetesObjects
import MeshMapping

/// The Dataplane does not pass Kuma's validation.
enum InvalidDataplane: PodDataplaneCheck {
  static let kind = FindingKind.invalidDataplane

  static func mayConcern(_ pod: PodSubject) -> Bool {
    // What is refused is the same of all that are like it, and is told with the verdict.
    pod.namespace.map { pod.controlPlane.dataplaneWebhooks(in: $0) == .notAsked(.leftOut) } ?? false
  }

  static func findings(on pod: PodSubject) -> [Finding] {
    if case .fail(.dataplaneRefused(.invalid(let problems))) = pod.report.outcome.verdict {
      return problems.map { finding($0, on: pod) }
    }
    guard let dataplane = pod.dataplane, let namespace = pod.namespace,
      pod.controlPlane.dataplaneWebhooks(in: namespace) == .notAsked(.leftOut)
    else { return [] }
    return pod.controlPlane.problems(of: dataplane).map { finding($0, on: pod) }
  }

  private static func finding(_ problem: ValidationProblem, on pod: PodSubject) -> Finding {
    Finding(
      kind, statement: problem.statement, at: pod.field(of: problem),
      "Kuma refuses the Dataplane: \(problem.path) \(problem.phrase).", remedies: pod.remedies(for: problem))
  }
}

extension FindingKind {
  /// The Dataplane does not pass Kuma's validation.
  public static let invalidDataplane = FindingKind(
    "invalid-dataplane", .error, .refusedDataplanes,
    summary: "Kuma's validating webhook refuses the Dataplane that the control plane itself writes.",
    reason: "The sidecar does not get ready without a Dataplane, or keeps the configuration of the one that there was.",
    remedy: "Fix the source of the field: a label of the Pod, an annotation, or a port."
  )
}
