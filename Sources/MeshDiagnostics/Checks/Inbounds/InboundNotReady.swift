import KubernetesObjects
import MeshMapping

/// Inbounds of the Pod are not ready, and why.
enum InboundNotReady: PodCheck {
  static let kind = FindingKind.inboundNotReady

  static func findings(on pod: PodSubject) -> [Finding] {
    guard let inbounds = pod.dataplane?.networking.inbound, inbounds.contains(where: { !$0.isReady }) else { return [] }
    let waiting = inbounds.filter { !$0.isReady && $0.state != .ignored }.map(\.port)
    let ignored = inbounds.filter { $0.state == .ignored }.map(\.port)
    return (waiting.isEmpty ? [] : causes(of: waiting, on: pod)) + (ignored.isEmpty ? [] : [unselected(ignored, on: pod)])
  }

  private static func causes(of ports: [Int], on pod: PodSubject) -> [Finding] {
    let isPlaceholder = ports.first == Dataplane.reservedPort
    let isDeletion = pod.controlPlane.rules.inbounds.deletion == .notReady && pod.pod.metadata.deletionTimestamp != nil
    if isDeletion, !isPlaceholder {
      let field = ObjectField(pod.reference, DocumentPath(["metadata", "deletionTimestamp"]))
      let message = "\(phrase(for: ports)) not ready, since the Pod is being deleted."
      return [Finding(kind, severity: .info, statement: .inboundDeletion, at: field, message)]
    }
    if pod.controlPlane.sidecarReadiness(of: pod.pod) == false {
      let message = "\(phrase(for: ports)) not ready, since the sidecar, container \(KumaContainer.sidecar), is not."
      return [Finding(kind, at: ObjectField(pod.reference, DocumentPath(["status"])), message)]
    }
    return pod.pod.status.containerStatuses.enumerated().compactMap { index, status in
      guard !status.isReady, !status.isSidecar, !status.isDone else { return nil }
      let concerned = isPlaceholder ? ports : ports.filter { isDeclared($0, by: status.name, on: pod) }
      guard !concerned.isEmpty else { return nil }
      let field = ObjectField(pod.reference, DocumentPath(["status", "containerStatuses", .index(index), "ready"]))
      let which = isPlaceholder ? "" : ", which declares the port\(concerned.count == 1 ? "" : "s"),"
      let message = "\(phrase(for: concerned)) not ready, since container \(status.name.printedSafely)\(which) is not."
      return Finding(kind, statement: isPlaceholder ? .placeholderHealth : nil, at: field, message)
    }
  }

  /// Whether a container is the one whose readiness counts for a port.
  private static func isDeclared(_ port: Int, by container: String, on pod: PodSubject) -> Bool {
    pod.servedPorts.contains { served in
      guard case .declared(port, _, let declaring) = served.target else { return false }
      return declaring.string.hasSameBytes(as: container)
    }
  }

  private static func unselected(_ ports: [Int], on pod: PodSubject) -> Finding {
    let service = pod.report.matches.first { $0.relation == .selectorWithoutIgnoredLabels }?.service.service
    let named = service.map { "Service \($0.metadata.name.printedSafely)" } ?? "a Service"
    let message =
      "\(phrase(for: ports)) ignored, since \(named) selects the Pod only without the labels that the control plane is set to leave out of selectors."
    let field = service.map { ServiceSubject.field(of: $0, ["spec", "selector"]) } ?? pod.whole
    return Finding(kind, severity: .info, statement: .ignoredSelectorLabels, at: field, message)
  }

  private static func phrase(for ports: [Int]) -> String {
    let numbers = Set(ports).sorted().map { "\($0)" }
    return numbers.count == 1 ? "Inbound \(numbers[0]) is" : "Inbounds \(numbers.joined(separator: ", ")) are"
  }
}

extension ContainerStatus {
  /// Whether the container has done its work, as that of a Job: nobody waits for it to get ready.
  var isDone: Bool { isTerminated && exitCode == 0 }
}

extension FindingKind {
  /// Inbounds of the Pod are not ready.
  public static let inboundNotReady = FindingKind(
    "inbound-not-ready", .warning, .inboundHealth,
    summary: "An inbound is not ready: its container or the sidecar is not, or the Pod is being deleted.",
    reason: "No requests are sent to the Pod through the inbound.",
    remedy: "Look at the container that the message names; kubectl describe shows what its probe answers."
  )
}
