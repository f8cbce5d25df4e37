import KubernetesObjects
import MeshMapping

/// A label of the Pod is empty and so no tag.
enum EmptyLabel: SharedPodCheck {
  static let kind = FindingKind.emptyLabel

  static func findings(on pod: PodSubject) -> [Finding] {
    pod.droppedLabels.filter { label in label.reason == .empty }.map { label in
      let message =
        "Label \(label.key.printedSafely) is empty and so no tag; give it a value if it should be one."
      return Finding(kind, at: pod.label(label.key), message)
    }
  }
}

extension FindingKind {
  /// A label of the Pod is empty and so no tag.
  public static let emptyLabel = FindingKind(
    "empty-label", .info, .emptyLabels,
    summary: "A label of the Pod has no value, and is no tag.",
    reason: "Tags have values; a policy that selects by this one selects nothing.",
    remedy: "Give the label a value, where it is to be a tag."
  )
}
