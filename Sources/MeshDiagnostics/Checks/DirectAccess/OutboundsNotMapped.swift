import KubernetesObjects
import MeshMapping

/// The release writes outbounds of virtual IPs into the Dataplane, which are not mapped here.
enum OutboundsNotMapped: SharedPodCheck {
  static let kind = FindingKind.outboundsNotMapped

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.dataplane != nil, pod.controlPlane.rules.outbounds.virtualIPs == .present else { return [] }
    let message =
      "This release also writes an outbound for each virtual IP into the Dataplane; which there are, only the control plane knows, so they are left out here."
    return [Finding(kind, at: pod.whole, message)]
  }
}

extension FindingKind {
  /// The release writes outbounds of virtual IPs into the Dataplane, which are not mapped here.
  public static let outboundsNotMapped = FindingKind(
    "outbounds-not-mapped", .info, .virtualOutbounds,
    summary: "The release writes an outbound for each virtual IP into the Dataplane, and they are not shown.",
    reason: "Which virtual IPs there are, only the control plane knows.",
    remedy: "Nothing; the Dataplane of the cluster has more outbounds than the one that is shown."
  )
}
