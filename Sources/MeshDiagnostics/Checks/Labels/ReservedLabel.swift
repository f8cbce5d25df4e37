import KubernetesObjects
import MeshMapping

/// A label of the Pod is reserved and so no tag.
enum ReservedLabel: SharedPodCheck {
  static let kind = FindingKind.reservedLabel

  static func findings(on pod: PodSubject) -> [Finding] {
    pod.droppedLabels.filter { label in
      // A key that is Kuma's elsewhere, or near one, is reported as that.
      label.reason == .reserved && !KumaKey.meantForKuma.contains(label.key)
        && !pod.keyFaults.contains { $0.place.map == .labels && $0.entry.key.hasSameBytes(as: label.key) }
    }.map { label in
      let message =
        "Label \(label.key.printedSafely)=\(label.value.printedSafely) is no tag, since keys that contain kuma.io/ are reserved to Kuma; choose another key."
      return Finding(kind, at: pod.label(label.key), message)
    }
  }
}

extension KumaKey {
  /// Reserved labels that are meant for Kuma, so that nobody expects them to be tags.
  static let meantForKuma = [KumaKey.sidecarInjection, KumaKey.mesh, KumaKey.zoneProxyType]
}

extension FindingKind {
  /// A label of the Pod is reserved and so no tag.
  public static let reservedLabel = FindingKind(
    "reserved-label", .info, .reservedLabels,
    summary: "A label of the Pod contains kuma.io/ in its key, and is no tag.",
    reason: "Keys that contain kuma.io/ are Kuma's own; a policy that selects by such a tag selects nothing.",
    remedy: "Choose another key, where the label is to be a tag."
  )
}
