import KubernetesObjects
import MeshMapping

/// A Service has no ports: the API server refuses it, or, where it is headless, its Pods have nothing of it.
enum ServiceWithoutPorts: ServiceCheck, SharedPodCheck {
  static let kind = FindingKind.serviceWithoutPorts

  static func findings(on service: ServiceSubject) -> [Finding] {
    guard service.service.ports.isEmpty, !service.service.isHeadless, !service.service.isExternalName else { return [] }
    let message =
      "Service \(service.printedName) has no ports, which only headless Services may lack: the API server refuses it. Write its ports."
    return [Finding(kind, at: service.field(["spec", "ports"]), message)]
  }

  static func findings(on pod: PodSubject) -> [Finding] {
    let services = pod.inboundMatches.map(\.service)
    guard !services.isEmpty, services.allSatisfy(\.ports.isEmpty) else { return [] }
    let isFailure = pod.controlPlane.rules.inbounds.withoutInbound == .failure
    return services.filter(\.isHeadless).map { service in
      let result =
        isFailure
        ? "the control plane gives up on the Pod"
        : "the Pod has no inbound but the reserved one, and is named after what owns it"
      let message =
        "Service \(service.metadata.name.printedSafely) has no ports and no other Service with ports selects the Pod, so that \(result); write the ports that it listens on."
      return Finding(
        kind, severity: isFailure ? .warning : .info, at: ServiceSubject.field(of: service, ["spec", "ports"]), message)
    }
  }
}

extension FindingKind {
  /// A Service has no ports.
  public static let serviceWithoutPorts = FindingKind(
    "service-without-ports", .error, .noPortFound,
    summary: "A Service has no ports.",
    reason:
      "Only headless Services may have none, and those give no inbounds; up to 2.7 a Pod with nothing but such Services has no Dataplane.",
    remedy: "Write the ports of the Service."
  )
}
