import KubernetesObjects
import MeshMapping

/// A reserved label of the Pod becomes a tag, as it does in releases where no Service selects the Pod, and in old ones always.
enum ReservedLabelConverted: SharedPodCheck {
  static let kind = FindingKind.reservedLabelConverted

  static func findings(on pod: PodSubject) -> [Finding] {
    guard let tags = pod.tags else { return [] }
    let isConverted = { (tag: KumaTag) in tag.origin == .podLabel && ReservedKey.isReserved(tag.key) }
    if tags.allLayersSatisfy({ !isConverted($0) }) { return [] }
    return tags.sorted.filter { isConverted($0) && !KumaKey.meantForKuma.contains($0.key) }.map { tag in
      let message =
        "Label \(tag.key.printedSafely)=\(tag.value.printedSafely) is reserved to Kuma and becomes a tag of this Pod all the same; remove it."
      let label = pod.template.editable(["metadata", "labels", .key(ExactString(tag.key))])
      return Finding(
        kind, at: pod.label(tag.key), message, remedies: [Remedy("remove the label", [Edit(label, .removed)])])
    }
  }
}

extension FindingKind {
  /// A reserved label of the Pod becomes a tag.
  public static let reservedLabelConverted = FindingKind(
    "reserved-label-converted", .warning, .reservedLabelsWithoutService,
    summary: "A label of the Pod that is reserved to Kuma becomes a tag all the same.",
    reason: "It may pass for a tag that the control plane gives, a service or a zone, and policies select by it.",
    remedy: "Take the label away."
  )
}
