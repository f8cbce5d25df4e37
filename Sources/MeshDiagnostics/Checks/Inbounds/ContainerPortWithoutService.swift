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
    return pod.pod.spec.containers.enumerated().filter { !$1.isSidecar }.flatMap { index, container in
      container.ports.enumerated().compactMap { position, port in
        guard port.transportProtocol == .tcp, !served.contains(port.containerPort),
          !isLeftAlone(port.containerPort, on: pod.pod)
        else { return nil }
        let field = pod.template.field(["spec", "containers", .index(index), "ports", .index(position), "containerPort"])
        return finding(port, of: container, at: field, on: pod)
      }
    }
  }

  private static func finding(
    _ port: ContainerPort, of container: Container, at field: ObjectField, on pod: PodSubject
  ) -> Finding {
    let named = port.name.isEmpty ? "" : " (\(port.name.printedSafely))"
    let isScraped = isScraped(port.containerPort, on: pod.pod)
    let scraped = isScraped ? ", and the Pod's annotations send Prometheus there" : ""
    let message =
      "Container port \(port.containerPort)\(named) of \(container.name.printedSafely) is in no Service\(scraped): it has no inbound, so that the sidecar refuses connections to it unless mTLS is permissive. Add the port to a Service."
    let key = KumaKey.excludedInboundPorts
    let listed = pod.pod.metadata.annotations[key].map { $0.isEmpty ? "" : "\($0)," } ?? ""
    let edit = Edit(
      pod.template.editable(["metadata", "annotations", .key(ExactString(key))]),
      .string(ExactString("\(listed)\(port.containerPort)")))
    return Finding(
      kind, severity: isScraped ? .warning : nil, at: field, message,
      remedies: isScraped ? [Remedy("leave port \(port.containerPort) to the application, past the sidecar", [edit])] : [])
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
