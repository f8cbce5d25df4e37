import KubernetesObjects
import MeshMapping

/// A Service of type ExternalName selects the Pod.
enum ExternalNameService: SharedPodCheck {
  static let kind = FindingKind.externalNameService

  static func findings(on pod: PodSubject) -> [Finding] {
    let isPassedOver = pod.controlPlane.rules.inbounds.externalName == .nothing
    return pod.report.matches.map(\.service.service).filter { $0.isExternalName && !$0.selector.isEmpty }.map { service in
      let state = "Service \(service.metadata.name.printedSafely) is of type ExternalName and gives"
      let field = ServiceSubject.field(of: service, ["spec", "selector"])
      let remedy = Remedy("remove the selector of Service \(service.metadata.name.printedSafely)", [Edit(field, .removed)])
      if isPassedOver {
        return Finding(kind, at: field, "\(state) no inbounds; remove its selector.", remedies: [remedy])
      }
      let message = "\(state) the Pod inbounds all the same, though its name leads elsewhere; remove its selector."
      return Finding(kind, severity: .warning, at: field, message, remedies: [remedy])
    }
  }
}

extension FindingKind {
  /// A Service of type ExternalName selects Pods.
  public static let externalNameService = FindingKind(
    "external-name-service", .info, .externalName,
    summary: "A Service of type ExternalName has a selector.",
    reason:
      "It is an alias of a name outside the cluster; its selector leads nowhere, and releases that read it all the same make inbounds of it.",
    remedy: "Take the selector away, or the type."
  )
}
