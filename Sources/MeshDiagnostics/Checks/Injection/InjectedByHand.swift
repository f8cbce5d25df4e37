import KubernetesObjects
import MeshMapping

/// The Pod is annotated as one that has a sidecar, and has none.
enum InjectedByHand: SharedPodCheck {
  static let kind = FindingKind.injectedByHand

  static func findings(on pod: PodSubject) -> [Finding] {
    guard let value = pod.pod.metadata.annotations[KumaKey.sidecarInjected], !pod.isInMesh,
      pod.controlPlane.rules.switchWords.setting(of: value) == .on, case .skip = pod.report.admission.decision,
      pod.pod.metadata.annotations[KumaKey.gateway].map({ !$0.hasSameBytes(as: "builtin") }) ?? true
    else { return [] }
    let key = KumaKey.sidecarInjected
    let message =
      "Annotation \(key)=\(value) is what the injector writes, and this Pod has no sidecar and gets none: it gets a Dataplane that no proxy serves; remove the annotation."
    return [
      Finding(
        kind, at: pod.annotation(key), message,
        remedies: [Remedy("take the annotation \(key) away", [pod.removing(.annotations, key)])])
    ]
  }
}

extension FindingKind {
  /// The Pod is annotated as one that has a sidecar, and has none.
  public static let injectedByHand = FindingKind(
    "injected-by-hand", .warning, .injectedPods,
    summary: "The annotation kuma.io/sidecar-injected is on a Pod that has no sidecar and gets none.",
    reason:
      "The control plane writes a Dataplane for every Pod with the annotation, whoever wrote it; the mesh sends requests to a proxy that is not there.",
    remedy: "Take the annotation away, and label the Pod kuma.io/sidecar-injection: enabled where it is to be in the mesh."
  )
}
