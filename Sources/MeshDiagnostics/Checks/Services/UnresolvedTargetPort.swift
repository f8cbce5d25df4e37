import KubernetesObjects
import MeshMapping

/// A named target port of a Service is not on the Pod.
enum UnresolvedTargetPort: PodCheck {
  static let kind = FindingKind.unresolvedTargetPort

  static func findings(on pod: PodSubject) -> [Finding] {
    var search = PortSearch()
    return pod.inboundMatches.flatMap { service in
      service.ports.enumerated().compactMap { index, prepared in
        let port = prepared.port
        guard port.transportProtocol == .tcp, case .unresolved(let name) = search.resolution(of: port, on: pod.pod) else {
          return nil
        }
        let message =
          "Port \(port.port) of Service \(service.service.metadata.name.printedSafely) has target port \(name.quotedSafely), which no container port of the Pod is named; there is no inbound for it."
        return Finding(
          kind, at: ServiceSubject.field(of: service.service, ["spec", "ports", .index(index), "targetPort"]), message)
      }
    }
  }
}

extension FindingKind {
  /// A named target port of a Service is not on the Pod.
  public static let unresolvedTargetPort = FindingKind(
    "unresolved-target-port", .warning, .namedTargetPort,
    summary: "The target port of a Service is a name that no container port of the Pod has.",
    reason: "The Pod gets no inbound for the port, and where none is left, up to 2.7 no Dataplane.",
    remedy: "Name the container port so, or write the number of the port that the container listens on."
  )
}
