import KubernetesObjects
import MeshMapping

/// A port of a Service has no target port, which the API server would fill in.
enum TargetPortFilledIn: SharedPodCheck {
  static let kind = FindingKind.targetPortFilledIn

  static func findings(on pod: PodSubject) -> [Finding] {
    pod.inboundMatches.flatMap { service in
      service.ports.enumerated().filter { $1.port.transportProtocol == .tcp && $1.targetPortSource == .filledIn }
        .map { index, prepared in
          let port = prepared.port.port
          let message =
            "Port \(port) of Service \(service.service.metadata.name.printedSafely) has no target port; \(port) is taken, as the API server fills it in."
          let target = ServiceSubject.field(of: service.service, ["spec", "ports", .index(index), "targetPort"])
          return Finding(
            kind, at: ServiceSubject.field(of: service.service, ["spec", "ports", .index(index)]), message,
            remedies: [Remedy("write the target port down", [Edit(target, .number(port))])])
        }
    }
  }
}

extension FindingKind {
  /// A port of a Service has no target port, which the API server fills in.
  public static let targetPortFilledIn = FindingKind(
    "target-port-filled-in", .info, .filledInTargetPort,
    summary: "A port of the Service has no target port, so that the API server takes the number of the port itself.",
    reason: "It is what happens in the cluster; it is told since the manifest does not say it.",
    remedy: "Nothing, or write the target port down."
  )
}
