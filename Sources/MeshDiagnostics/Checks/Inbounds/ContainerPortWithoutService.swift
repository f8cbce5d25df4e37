import KubernetesObjects
import MeshMapping

/// A container declares a port that no Service leads to, and the sidecar refuses connections to it.
enum ContainerPortWithoutService: SharedPodCheck {
  static let kind = FindingKind.containerPortWithoutService

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.controlPlane.rules.inbounds.undeclaredPorts == .refused, let networking = pod.dataplane?.networking,
      networking.gateway == nil, networking.listeners.isEmpty, networking.transparentProxying != nil
    else { return [] }
    let served = Set(networking.inbound.map(\.port))
    return pod.pod.spec.containers.enumerated().filter { !$1.isSidecar }.flatMap { index, container -> [Finding] in
      let left = container.ports.enumerated().filter { _, port in
        port.transportProtocol == .tcp && !served.contains(port.containerPort)
          && !isLeftAlone(port.containerPort, on: pod.pod)
      }
      let ports = left.map { position, port in
        (
          port: port,
          field: pod.portsField(ofContainer: index, [.index(position), "containerPort"])
        )
      }
      let scraped = ports.filter { isScraped($0.port.containerPort, on: pod.pod) }
      // Of a Pod that nobody calls by a Service, or whose Services are not in the input, there is nothing to say.
      let others = pod.inboundMatches.isEmpty ? [] : ports.filter { !isScraped($0.port.containerPort, on: pod.pod) }
      return scraped.map { finding($0.port, of: container, at: $0.field, on: pod) }
        + (others.first.map { [finding(others.map(\.port), of: container, at: $0.field)] } ?? [])
    }
  }

  /// The finding of a port that Prometheus is sent to.
  private static func finding(
    _ port: ContainerPort, of container: Container, at field: ObjectField, on pod: PodSubject
  ) -> Finding {
    let message =
      "Container port \(phrase(for: port)) of \(container.name.printedSafely) is in no Service, and the Pod's annotations send Prometheus there: it has no inbound, so that the sidecar refuses connections to it unless mTLS is permissive. Add the port to a Service."
    let key = KumaKey.excludedInboundPorts
    let listed = pod.pod.metadata.annotations[key].map { $0.isEmpty ? "" : "\($0)," } ?? ""
    let edit = Edit(
      pod.template.editable(["metadata", "annotations", .key(ExactString(key))]),
      .string(ExactString("\(listed)\(port.containerPort)")))
    return Finding(
      kind, severity: .warning, at: field, message,
      remedies: [Remedy("leave port \(port.containerPort) to the application, past the sidecar", [edit])])
  }

  /// The finding of all other ports of a container.
  private static func finding(_ ports: [ContainerPort], of container: Container, at field: ObjectField) -> Finding {
    let (name, named) = (container.name.printedSafely, ports.map(phrase).joined(separator: ", "))
    let message =
      ports.count == 1
      ? "Container port \(named) of \(name) is in no Service: it has no inbound, so that the sidecar refuses connections to it unless mTLS is permissive. Add the port to a Service."
      : "Container ports \(named) of \(name) are in no Service: they have no inbounds, so that the sidecar refuses connections to them unless mTLS is permissive. Add those that are needed to a Service."
    return Finding(kind, at: field, message)
  }

  private static func phrase(for port: ContainerPort) -> String {
    "\(port.containerPort)\(port.name.isEmpty ? "" : " (\(port.name.printedSafely))")"
  }

  /// Whether requests to a port do not go through the sidecar, or come from it.
  private static func isLeftAlone(_ port: Int, on pod: Pod) -> Bool {
    let excluded = pod.metadata.annotations[KumaKey.excludedInboundPorts] ?? ""
    if excluded.split(separator: ",").contains(where: { $0 == "\(port)" }) { return true }
    return pod.metadata.annotations.entries.contains { annotation in
      annotation.key.hasPrefix("prometheus.metrics.kuma.io/aggregate-") && annotation.value == "\(port)"
    }
  }

  private static func isScraped(_ port: Int, on pod: Pod) -> Bool {
    pod.metadata.annotations["prometheus.io/port"] == "\(port)" && pod.metadata.annotations["prometheus.io/scrape"] == "true"
  }
}

extension FindingKind {
  /// A container declares a port that no Service leads to, and the sidecar refuses connections to it.
  public static let containerPortWithoutService = FindingKind(
    "container-port-without-service", .info, .undeclaredPorts,
    summary: "A container declares a port that no Service leads to.",
    reason:
      "There is no inbound for it: from 2.13.0 on the sidecar refuses connections to it, where before it passed them on without mTLS.",
    remedy:
      "Add the port to a Service; or leave it to the application with the annotation traffic.kuma.io/exclude-inbound-ports."
  )
}
