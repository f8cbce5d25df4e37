import KubernetesObjects
import MeshMapping

/// A Service of type ExternalName selects the Pod.
enum ExternalNameService: PodCheck {
  static let kind = FindingKind.externalNameService

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.controlPlane.rules.inbounds.externalName == .nothing else { return [] }
    return pod.report.matches.map(\.service.service).filter(\.isExternalName).map { service in
      let message =
        "Service \(service.metadata.name.printedSafely) is of type ExternalName and gives no inbounds; remove its selector."
      return Finding(kind, at: ServiceSubject.field(of: service, ["spec", "selector"]), message)
    }
  }
}

extension FindingKind {
  /// A Service of type ExternalName selects Pods.
  public static let externalNameService = FindingKind(
    "external-name-service", .info, .externalName,
    summary: "A Service of type ExternalName has a selector, and gives no inbounds.",
    reason: "It is an alias of a name outside the cluster; its selector leads nowhere.",
    remedy: "Take the selector away, or the type."
  )
}
