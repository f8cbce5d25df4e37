import KubernetesObjects
import MeshMapping

/// A named target port of a Service is not on the Pod.
enum UnresolvedTargetPort: PodCheck {
  static let kind = FindingKind.unresolvedTargetPort

  static func findings(on pod: PodSubject) -> [Finding] {
    pod.inboundMatches.flatMap { service in
      service.ports.enumerated().compactMap { index, prepared in
        let port = prepared.port
        guard port.transportProtocol == .tcp, case .unresolved(let name) = PortResolution(of: port, on: pod.pod) else {
          return nil
        }
        let message =
          "Port \(port.port) of Service \(service.service.metadata.name.printedSafely) has target port \(name.quotedSafely), which no container port of the Pod is named; there is no inbound for it."
        let field = ServiceSubject.field(of: service.service, ["spec", "ports", .index(index), "targetPort"])
        return Finding(kind, at: field, message, remedies: remedies(for: name.string, of: port, at: field, pod))
      }
    }
  }

  /// The port that was meant: of a name that is near, of the number of the Service's port, or the only one that there is.
  private static func remedies(
    for name: String,
    of port: ServicePort,
    at field: ObjectField,
    _ subject: PodSubject
  ) -> [Remedy] {
    let declared = subject.pod.spec.containers.filter { $0.name != KumaContainer.sidecar }.flatMap(\.ports)
      .filter { $0.transportProtocol == port.transportProtocol }
    let nearest = NearestName.of(name, among: declared.map(\.name).filter { !$0.isEmpty })
    let meant = [
      nearest.flatMap { name in declared.first { $0.name.hasSameBytes(as: name) } },
      declared.first { $0.containerPort == port.port }, declared.count == 1 ? declared.first : nil,
    ]
    var remedies: [Remedy] = []
    for case let port? in meant {
      let change: Edit.Change = port.name.isEmpty ? .number(port.containerPort) : .string(ExactString(port.name))
      let value = port.name.isEmpty ? "\(port.containerPort)" : port.name.printedSafely
      let remedy = Remedy("write \(value), which the container declares", [Edit(field, change)])
      if !remedies.contains(remedy) { remedies.append(remedy) }
    }
    return remedies
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
