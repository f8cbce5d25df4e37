import KubernetesObjects
import MeshMapping

/// A Service of zone proxies gives no listeners, since the mesh does not use MeshServices exclusively.
enum ZoneProxyListenersSkipped: SharedPodCheck {
  static let kind = FindingKind.zoneProxyListenersSkipped

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.controlPlane.rules.inbounds.zoneProxyServices == .listeners, let mesh = pod.dataplane?.mesh,
      let service = pod.report.matches.lazy.map(\.service.service).first(where: \.isOfZoneProxies),
      pod.controlPlane.meshServicesMode(of: mesh, in: pod.cluster.meshes) != .exclusive
    else { return [] }
    let message =
      "Service \(service.metadata.name.printedSafely) of zone proxies gives no listeners, since mesh \(mesh.printedSafely) does not use MeshServices exclusively; set spec.meshServices.mode: Exclusive on the Mesh."
    let field = ServiceSubject.field(of: service, ["metadata", "labels", .key(ExactString(KumaKey.zoneProxyType))])
    return [Finding(kind, at: field, message)]
  }
}

extension FindingKind {
  /// A Service of zone proxies gives no listeners, since the mesh does not use MeshServices exclusively.
  public static let zoneProxyListenersSkipped = FindingKind(
    "zone-proxy-listeners-skipped", .warning, .zoneProxyServices,
    summary:
      "A Service is labelled as one of zone proxies, and gives no listeners, since its mesh does not use MeshServices exclusively.",
    reason: "The Pods behind it are no zone proxies; the control plane reports it with the event ZoneProxyListenersSkipped.",
    remedy: "Set spec.meshServices.mode: Exclusive on the Mesh."
  )
}
