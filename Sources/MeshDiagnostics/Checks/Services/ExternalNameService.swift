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
      let field = ServiceSubject.field(of: service, ["spec", "selector"])
      let remedy = Remedy("take the selector away, which leads nowhere", [Edit(field, .removed)])
      return Finding(kind, at: field, message, remedies: [remedy])
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
