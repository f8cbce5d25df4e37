import KubernetesObjects
import MeshMapping

/// A named target port of a Service is not on the Pod.
enum UnresolvedTargetPort: SharedPodCheck {
  static let kind = FindingKind.unresolvedTargetPort

  static func findings(on pod: PodSubject) -> [Finding] {
    pod.servedPorts.compactMap { port in
      // A number in quotes has a finding of its own.
      guard case .unresolved(let name) = port.target, port.port.quotedTargetPort == nil else { return nil }
      let state = "P\(port.phrase.dropFirst()) has target port \(name.quotedSafely)"
      let field = port.field("targetPort")
      if let place = initContainerPort(named: name, on: pod.pod) {
        let container = pod.pod.spec.initContainers[place.container]
        let message =
          "\(state), which only init container \(container.name.printedSafely) has; Kuma looks at the other containers only, so that there is no inbound for it."
        let path: [DocumentPath.Step] = [
          "spec", "initContainers", .index(place.container), "ports", .index(place.port), "name",
        ]
        let number = container.ports[place.port].containerPort
        return Finding(
          kind, at: field, message,
          related: [RelatedField(pod.template.field(path), "the port of that name")],
          remedies: [Remedy("write targetPort: \(number) on \(port.phrase)", [Edit(field, .number(number))])])
      }
      let message = "\(state), which no container port of the Pod is named; there is no inbound for it."
      return Finding(kind, at: field, message, remedies: remedies(for: name.string, port, on: pod.pod))
    }
  }

  private static func initContainerPort(named name: ExactString, on pod: Pod) -> (container: Int, port: Int)? {
    for (index, container) in pod.spec.initContainers.enumerated() {
      let port = container.ports.firstIndex { $0.transportProtocol == .tcp && $0.name.hasSameBytes(as: name.string) }
      if let port { return (index, port) }
    }
    return nil
  }

  /// The port of the nearest name; the only port that there is.
  private static func remedies(for name: String, _ port: ServedPort, on pod: Pod) -> [Remedy] {
    let ports = pod.spec.containers.filter { !$0.isSidecar }.flatMap(\.ports).filter { $0.transportProtocol == .tcp }
    let field = port.field("targetPort")
    if let near = NearestName.of(name, among: ports.map(\.name).filter { !$0.isEmpty }) {
      let message = "write targetPort: \(near.printedSafely) on \(port.phrase)"
      return [Remedy(message, [Edit(field, .string(ExactString(near)))])]
    }
    guard ports.count == 1, let only = ports.first else { return [] }
    let message = "write targetPort: \(only.containerPort) on \(port.phrase)"
    return [Remedy(message, [Edit(field, .number(only.containerPort))])]
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
