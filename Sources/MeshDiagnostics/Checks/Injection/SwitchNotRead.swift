import KubernetesObjects
import MeshMapping

/// The switch of the injection stands in an annotation, where the release does not read it.
enum SwitchNotRead: SharedPodCheck {
  static let kind = FindingKind.switchNotRead

  static func findings(on pod: PodSubject) -> [Finding] {
    guard let namespace = pod.namespace else { return [] }
    let places = pod.controlPlane.rules.injection.switchPlaces
    return [MetadataPlace.podAnnotation, .namespaceAnnotation].filter { !places.contains($0) }.compactMap { place in
      place.evidence(of: KumaKey.sidecarInjection, pod: pod.pod, namespace: namespace).map { evidence in
        Finding(
          kind, at: pod.field(of: evidence), "\(evidence.phrase) is not read by this release; make it a label.",
          remedies: [pod.remedyMakingLabel(of: evidence)])
      }
    }
  }
}

extension FindingKind {
  /// The switch of the injection stands in an annotation that the release does not read.
  public static let switchNotRead = FindingKind(
    "switch-not-read", .warning, .switchPlaces,
    summary: "The switch of the injection is an annotation, which the release does not read.",
    reason: "Whoever wrote it wanted a sidecar, or none, and the control plane does not know.",
    remedy: "Write the label kuma.io/sidecar-injection with the same value, and remove the annotation."
  )
}
