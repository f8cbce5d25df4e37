import KubernetesObjects
import MeshMapping

/// Several Services select a gateway, of which the first names it.
enum GatewayService: SharedPodCheck {
  static let kind = FindingKind.gatewayService

  static func findings(on pod: PodSubject) -> [Finding] {
    guard let gateway = pod.dataplane?.networking.gateway, gateway.type == .delegated,
      let name = gateway.tags[KumaKey.serviceTag], gateway.tags.origin(of: KumaKey.serviceTag) == .service
    else { return [] }
    var services: [Service] = []
    for port in pod.servedPorts where port.target.number != nil && services.last != port.service {
      services.append(port.service)
    }
    guard let first = services.first, services.count > 1 else { return [] }
    return [finding(first, others: services.dropFirst(), named: name, on: pod)]
  }

  private static func finding(
    _ first: Service, others: ArraySlice<Service>, named name: String, on pod: PodSubject
  ) -> Finding {
    let (winner, losers) = (first.metadata.name.printedSafely, others.map { $0.metadata.name.printedSafely })
    let outside = others.first(where: \.isReachedFromOutside)
    let isOdd = !first.isReachedFromOutside && outside != nil
    let verb = losers.count == 1 ? "does" : "do"
    let state =
      "The gateway is service \(name.printedSafely), after the first of its Services; \(losers.joined(separator: ", ")) \(verb) not count"
    let field = ServiceSubject.field(of: first, ["metadata", "annotations", .key(ExactString(KumaKey.ignore))])
    guard pod.controlPlane.rules.services.ignoreAnnotation == .read else {
      return Finding(kind, severity: .info, at: ServiceSubject.field(of: first, ["metadata", "name"]), "\(state).")
    }
    let advice = "Annotate Service \(winner) \(KumaKey.ignore): \"true\" if it is not to name the gateway"
    // Only where another Service is plainly meant.
    let remedies =
      isOdd ? [Remedy("annotate Service \(winner) \(KumaKey.ignore): \"true\"", [Edit(field, .string("true"))])] : []
    return Finding(
      kind, severity: isOdd ? nil : .info, at: field, "\(state). \(advice).",
      related: others.map {
        RelatedField(ServiceSubject.field(of: $0, ["metadata", "name"]), "a Service that does not count")
      },
      remedies: remedies)
  }
}

extension Service {
  /// Whether clients reach the Service from outside the cluster.
  fileprivate var isReachedFromOutside: Bool { type == "LoadBalancer" || type == "NodePort" }
}

extension FindingKind {
  /// Several Services select a gateway, of which the first names it.
  public static let gatewayService = FindingKind(
    "gateway-service", .warning, .gatewayTags,
    summary: "Several Services select a gateway, and the first of them names it.",
    reason: "Policies and routes name the gateway by one service: that of the first port of the first Service by name.",
    remedy: "Annotate the Services that are not to name it kuma.io/ignore: \"true\"."
  )
}
