import KubernetesObjects
import MeshMapping

/// The Pod has its sidecar, and the release does not look for it there.
enum SidecarNotLookedFor: SharedPodCheck {
  static let kind = FindingKind.sidecarNotLookedFor

  static func findings(on pod: PodSubject) -> [Finding] {
    guard let sidecar = pod.pod.sidecarEvidence else { return [] }
    switch pod.report.admission.decision {
    // The release looks for it there, or nothing shows whether it does.
    case .skip, .unknown, .reject(.namespaceNotFound): return []
    case .inject, .reject: break
    }
    let message =
      "The Pod has its sidecar, \(sidecar.phrase); this release does not look for it there, and adds another to a Pod that is created with it."
    return [Finding(kind, at: pod.whole, message)]
  }
}

extension FindingKind {
  /// The Pod has its sidecar where the release does not look for it.
  public static let sidecarNotLookedFor = FindingKind(
    "sidecar-not-looked-for", .info, .existingSidecar,
    summary: "The Pod has a sidecar that the release does not look for.",
    reason: "Created anew as it stands, with the sidecar in its manifest, the Pod would get a second one.",
    remedy: "Nothing, as long as the manifest that the Pod is created from has no sidecar."
  )
}
