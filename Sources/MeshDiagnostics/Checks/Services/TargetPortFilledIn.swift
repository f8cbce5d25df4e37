import KubernetesObjects
import MeshMapping

/// A port of a Service has no target port, so that the API server takes its own number, and the containers declare other ones.
enum TargetPortFilledIn: SharedPodCheck {
  static let kind = FindingKind.targetPortFilledIn

  static func findings(on pod: PodSubject) -> [Finding] {
    pod.inboundMatches.flatMap { service in
      service.ports.enumerated().compactMap { index, prepared in
        guard prepared.port.transportProtocol == .tcp, prepared.targetPortSource == .filledIn else { return nil }
        let declared = pod.declaredPorts
        // Most Services lead to a port of the same number, and nobody has to write that down.
        guard !declared.sortedNumbers.isEmpty, declared.port(numbered: prepared.port.port) == nil else { return nil }
        return finding(prepared.port.port, at: index, of: service.service, declared: declared.sortedNumbers)
      }
    }
  }

  private static func finding(_ port: Int, at index: Int, of service: Service, declared: [Int]) -> Finding {
    let name = service.metadata.name.printedSafely
    let message =
      "Port \(port) of Service \(name) has no target port, so that the API server takes \(port), which no container declares; they declare \(declared.listed). Write down the one that is meant."
    let target = ServiceSubject.field(of: service, ["spec", "ports", .index(index), "targetPort"])
    let remedies =
      declared.count == 1
      ? declared.map { meant in
        Remedy("write targetPort: \(meant) on port \(port) of Service \(name)", [Edit(target, .number(meant))])
      } : []
    return Finding(
      kind, at: ServiceSubject.field(of: service, ["spec", "ports", .index(index)]), message, remedies: remedies)
  }
}

extension FindingKind {
  /// A port of a Service has no target port, and the containers declare other ones than the API server fills in.
  public static let targetPortFilledIn = FindingKind(
    "target-port-filled-in", .warning, .filledInTargetPort,
    summary:
      "A port of the Service has no target port, so that the API server takes the number of the port itself, and the containers declare others.",
    reason: "The inbound leads to a port where probably nobody listens.",
    remedy: "Write the target port down."
  )
}
