import KubernetesObjects
import MeshMapping

/// A Pod without a Service is named after itself, though something makes it: Kuma does not look through what owns it.
enum NamedAfterPod: SharedPodCheck {
  static let kind = FindingKind.namedAfterPod

  static func findings(on pod: PodSubject) -> [Finding] {
    guard let inbound = pod.dataplane?.networking.inbound.first, inbound.port == Dataplane.reservedPort,
      pod.controlPlane.rules.tags.nameWithoutService == .owner, inbound.origin(of: KumaKey.serviceTag) == .podName,
      let owner = pod.pod.metadata.ownerReferences.first
    else { return [] }
    let behind = pod.workload.map { $0.kind == owner.kind ? "" : " to \($0.phrase)" } ?? ""
    let message =
      "No Service gives the Pod an inbound, and Kuma does not look through its \(owner.kind.printedSafely)\(behind), so that each Pod is a service of its own, named after itself; add a Service that selects the Pods."
    return [Finding(kind, at: pod.whole, message)]
  }
}

extension FindingKind {
  /// A Pod without a Service is named after itself, though something makes it.
  public static let namedAfterPod = FindingKind(
    "named-after-pod", .warning, .nameWithoutService,
    summary: "A Pod without a Service is named after itself, since Kuma does not look through what owns it.",
    reason: "Each replica is a service of its own, of another name after each restart, and policies cannot name them.",
    remedy: "Add a Service that selects the Pods and has a port that they listen on."
  )
}
