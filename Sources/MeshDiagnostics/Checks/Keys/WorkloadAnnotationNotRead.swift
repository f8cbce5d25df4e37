import KubernetesObjects
import MeshMapping

/// The Pod is annotated with the name of its workload, which nobody reads.
enum WorkloadAnnotationNotRead: SharedPodCheck {
  static let kind = FindingKind.workloadAnnotationNotRead

  static func findings(on pod: PodSubject) -> [Finding] {
    guard let value = pod.pod.metadata.annotations[KumaKey.workload], pod.isInMesh,
      pod.controlPlane.rules.labels.workload == .present
    else { return [] }
    let account = pod.pod.spec.serviceAccountName
    let name =
      pod.dataplane.flatMap { $0.metadata.annotations[KumaKey.workload] ?? $0.metadata.labels[KumaKey.workload] }
      ?? (account.isEmpty ? "default" : account)
    guard !name.hasSameBytes(as: value) else { return [] }
    let message =
      "Annotation \(KumaKey.workload)=\(value.quotedSafely) is not read on Pods; the workload is \(name.quotedSafely), after the service account: give the Pod a service account of its own, or let the control plane take a label (workloadLabels)."
    return [Finding(kind, at: pod.annotation(KumaKey.workload), message)]
  }
}

extension FindingKind {
  /// The Pod is annotated with the name of its workload, which nobody reads.
  public static let workloadAnnotationNotRead = FindingKind(
    "workload-annotation-not-read", .warning, .workloadLabel,
    summary: "A Pod has the annotation kuma.io/workload, which is read on no Pod.",
    reason:
      "Kuma itself writes it, on Dataplanes: the workload is named after the service account, or after a label that the control plane is set to.",
    remedy:
      "Give the Pod a service account of its own, or name a label of it in the setting runtime.kubernetes.workloadLabels."
  )
}
