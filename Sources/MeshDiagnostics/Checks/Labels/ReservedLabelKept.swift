import KubernetesObjects
import MeshMapping

/// A label of the Pod is kept on its Dataplane in the place of one that Kuma would write.
enum ReservedLabelKept: PodCheck {
  static let kind = FindingKind.reservedLabelKept

  static func findings(on pod: PodSubject) -> [Finding] {
    let rules = pod.controlPlane.rules.labels
    guard rules.computed == .present, rules.reserved == .kept, keys.contains(where: { pod.pod.metadata.labels[$0] != nil }),
      let dataplane = pod.dataplane
    else { return [] }
    return keys.compactMap { key in
      guard let value = pod.pod.metadata.labels[key], let own = kumasValue(of: key, on: pod), !own.hasSameBytes(as: value),
        dataplane.metadata.labels[key]?.hasSameBytes(as: value) ?? false
      else { return nil }
      let message =
        "Label \(key)=\(value.quotedSafely) of the Pod is a label of its Dataplane too, where Kuma would write \(own.quotedSafely); remove it."
      let remedy = Remedy("remove the label", [pod.removing(.labels, key)])
      return Finding(kind, at: pod.label(key), message, remedies: [remedy])
    }
  }

  private static let keys = [
    KumaKey.origin, KumaKey.environment, KumaKey.zoneTag, KumaKey.kubernetesNamespace,
  ]

  /// What Kuma writes where the Pod says nothing; nil where it writes nothing.
  private static func kumasValue(of key: String, on pod: PodSubject) -> String? {
    switch key {
    case KumaKey.origin: "zone"
    case KumaKey.environment: "kubernetes"
    case KumaKey.zoneTag: pod.controlPlane.zone.isEmpty ? nil : pod.controlPlane.zone
    default: pod.report.name.namespace
    }
  }
}

extension FindingKind {
  /// A label of the Pod is kept on its Dataplane in the place of one that Kuma would write.
  public static let reservedLabelKept = FindingKind(
    "reserved-label-kept", .warning, .reservedDataplaneLabels,
    summary: "A label of the Pod that is reserved to Kuma is kept on its Dataplane, in the place of Kuma's own.",
    reason:
      "From 2.10 Dataplanes have the labels of their Pods, and what Kuma knows of zone, origin and namespace is written only where nothing is: whoever may label a Pod makes its proxy pass for another, and policies select by it.",
    remedy: "Take the label away."
  )
}
