import KubernetesObjects
import MeshMapping

/// A label of the Pod is overridden by a tag that is added.
enum OverriddenLabel: SharedPodCheck {
  static let kind = FindingKind.overriddenLabel

  static func findings(on pod: PodSubject) -> [Finding] {
    pod.droppedLabels.compactMap { label in
      guard case .overridden(let origin) = label.reason else { return nil }
      let message =
        "Label \(label.key.printedSafely)=\(label.value.printedSafely) is overridden by the tag of \(origin.phrase)."
      return Finding(kind, at: pod.label(label.key), message)
    }
  }
}

extension FindingKind {
  /// A label of the Pod is overridden by a tag that is added.
  public static let overriddenLabel = FindingKind(
    "overridden-label", .info, .addedTagsWin,
    summary: "A label of the Pod has the key of a tag that the control plane adds, and loses against it.",
    reason: "The tag has another value than the label says.",
    remedy: "Choose another key, or remove the label."
  )
}
