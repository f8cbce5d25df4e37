import KubernetesObjects
import MeshMapping

/// The Dataplane is refused for another reason than what its fields hold.
enum DataplaneRefused: SharedPodCheck {
  static let kind = FindingKind.dataplaneRefused

  static func findings(on pod: PodSubject) -> [Finding] {
    guard case .fail(.dataplaneRefused(let refusal)) = pod.report.outcome.verdict else { return [] }
    if case .invalid = refusal { return [] }
    return [
      Finding(
        kind, statement: refusal.statement, at: pod.whole, refusal.message,
        related: [demand(behind: refusal, on: pod)].compactMap(\.self))
    ]
  }

  /// What the Mesh wants of tags, where it stands.
  private static func demand(behind refusal: DataplaneRefusal, on pod: PodSubject) -> RelatedField? {
    let (name, list, verb): (ExactString, DocumentPath.Step, String)
    switch refusal {
    case .unmetRequirements(let mesh, _, _): (name, list, verb) = (mesh, "requirements", "requires")
    case .restricted(let mesh, _, _, _): (name, list, verb) = (mesh, "restrictions", "restricts")
    case .invalid, .invalidLabel: return nil
    }
    guard let constraints = pod.cluster.meshes[name.string]?.constraints else { return nil }
    let demands = (list == "requirements" ? constraints.requirements : constraints.restrictions).map { tags in
      tags.entries.map { "\($0.key.printedSafely)=\($0.value.printedSafely)" }.listed
    }
    let mesh = ObjectReference(apiGroup: "kuma.io", kind: "Mesh", namespace: "", name: name.string)
    return RelatedField(
      ObjectField(mesh, DocumentPath(["spec", "constraints", "dataplaneProxy", list])),
      "Mesh \(name.string.printedSafely) \(verb) \(demands.joined(separator: ", or "))")
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
