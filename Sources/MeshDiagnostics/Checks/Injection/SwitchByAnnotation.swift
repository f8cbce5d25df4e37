import KubernetesObjects
import MeshMapping

/// The switch of the injection stands in an annotation.
enum SwitchByAnnotation: SharedPodCheck {
  static let kind = FindingKind.switchByAnnotation

  static func findings(on pod: PodSubject) -> [Finding] {
    guard let evidence = pod.report.admission.decision.evidence, evidence.key == KumaKey.sidecarInjection,
      [.podAnnotation, .namespaceAnnotation].contains(evidence.place),
      pod.controlPlane.rules.injection.switchPlaces.contains(.podLabel)
    else { return [] }
    let message =
      "\(evidence.key) is an annotation here; make it a label, the only way to guarantee that applications start with a sidecar only."
    return [Finding(kind, at: pod.field(of: evidence), message, remedies: [pod.remedyMakingLabel(of: evidence)])]
  }
}

extension PodSubject {
  /// What makes a label of an annotation, in its place.
  func remedyMakingLabel(of evidence: Evidence, saying word: String? = nil) -> Remedy {
    let key = DocumentPath.Step.key(ExactString(evidence.key))
    let isOfPod = evidence.place == .podAnnotation
    func place(_ map: DocumentPath.Step) -> ObjectField {
      isOfPod ? template.editable(["metadata", map, key]) : namespaceField(["metadata", map, key])
    }
    let edits = [
      Edit(place("labels"), .string(ExactString(word ?? evidence.value))), Edit(place("annotations"), .removed),
    ]
    let value = word.map { " that says \($0)" } ?? ""
    return Remedy("make the annotation \(evidence.key.printedSafely) a label\(value)", edits)
  }
}

extension FindingKind {
  /// The switch of the injection stands in an annotation, where a label is read as well.
  public static let switchByAnnotation = FindingKind(
    "switch-by-annotation", .warning, .switchByAnnotation,
    summary: "The injection is switched by an annotation, where a label does the same.",
    reason:
      "The API server asks the injector about labels only, so that an annotation may be missed; from 2.2.0 it is not read at all.",
    remedy: "Write the label kuma.io/sidecar-injection with the same value, and remove the annotation."
  )
}
