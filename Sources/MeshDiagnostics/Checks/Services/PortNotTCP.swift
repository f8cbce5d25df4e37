import KubernetesObjects
import MeshMapping

/// A port of a Service is not TCP.
enum PortNotTCP: SharedPodCheck {
  static let kind = FindingKind.portNotTCP

  static func findings(on pod: PodSubject) -> [Finding] {
    pod.inboundMatches.flatMap { service in
      service.ports.enumerated().filter { $1.port.transportProtocol != .tcp }.map { index, prepared in
        let port = prepared.port
        let message =
          "Port \(port.port) of Service \(service.service.metadata.name.printedSafely) is \(port.transportProtocol.name.printedSafely); only TCP ports give inbounds."
        return Finding(
          kind, at: ServiceSubject.field(of: service.service, ["spec", "ports", .index(index), "protocol"]), message)
      }
    }
  }
}

extension FindingKind {
  /// A port of a Service is not TCP.
  public static let portNotTCP = FindingKind(
    "port-not-tcp", .info, .onlyTCP,
    summary: "A port of a Service is not TCP and gives no inbound.",
    reason: "Kuma carries TCP; what is sent to the port goes past the sidecar.",
    remedy: "Nothing, where the port is meant so."
  )
}
