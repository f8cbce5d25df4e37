import KubernetesObjects
import MeshMapping

/// An inbound is ready although a container of the Pod is not, since no container declares its port.
enum InboundReadyRegardless: PodCheck {
  static let kind = FindingKind.inboundReadyRegardless

  static func findings(on pod: PodSubject) -> [Finding] {
    guard let status = pod.pod.status.containerStatuses.first(where: { !$0.isReady && !$0.isSidecar && !$0.isDone }),
      let networking = pod.dataplane?.networking, networking.gateway == nil
    else { return [] }
    let ready = Set(networking.inbound.filter { $0.isReady }.map(\.port))
    let ports = pod.undeclaredPorts.filter { ready.contains($0.number) }
    guard let first = ports.first else { return [] }
    let numbers = ports.map { "\($0.number)" }.joined(separator: ", ")
    let (inbounds, them) =
      ports.count == 1 ? ("Inbound \(numbers) is", "port \(numbers)") : ("Inbounds \(numbers) are", "them")
    let container = pod.pod.spec.containers.firstIndex { $0.name.hasSameBytes(as: status.name) }
    let message =
      "\(inbounds) ready although container \(status.name.printedSafely) is not: no container declares \(them), so that Kuma does not know whose readiness counts. Declare \(ports.count == 1 ? "it" : "each") as a containerPort."
    let field = container.map { pod.portsField(ofContainer: $0) } ?? pod.whole
    let remedy = container.flatMap { ports.count == 1 ? pod.declaration(of: [first.number], in: $0) : nil }
    return [
      Finding(
        kind, at: field, message, related: [RelatedField(first.port.field("targetPort"), "the port of the Service")],
        remedies: [remedy].compactMap(\.self))
    ]
  }
}

extension Dataplane.Inbound {
  /// Whether the proxy takes the application for ready.
  var isReady: Bool { state == .ready && health?.isReady ?? true }
}

extension FindingKind {
  /// An inbound is ready although a container of the Pod is not, since no container declares its port.
  public static let inboundReadyRegardless = FindingKind(
    "inbound-ready-regardless", .warning, .inboundHealth,
    summary: "An inbound is ready although a container of the Pod is not, since no container declares its port.",
    reason:
      "Requests go to a Pod that is not ready: Kuma finds the container whose readiness counts by the port that it declares.",
    remedy: "Declare the port in the container that listens on it."
  )
}
