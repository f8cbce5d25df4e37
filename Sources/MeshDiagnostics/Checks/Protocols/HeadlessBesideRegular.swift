import KubernetesObjects
import MeshMapping

/// A headless Service and another one lead to one port of the Pod.
enum HeadlessBesideRegular: SharedPodCheck {
  static let kind = FindingKind.headlessBesideRegular

  static func findings(on pod: PodSubject) -> [Finding] {
    var told: Set<ObjectName> = []
    return pod.portsWithSeveralInbounds.compactMap { number, spoken in
      guard let headless = spoken.first(where: \.port.service.isHeadless)?.port,
        let regular = spoken.first(where: { !$0.port.service.isHeadless })?.port,
        let value = spoken.first?.protocol.value, spoken.allSatisfy({ $0.protocol.value.hasSameBytes(as: value) }),
        !(pod.tags?.isEmpty ?? true),
        told.insert(ObjectName(of: headless.service.metadata)).inserted
      else { return nil }
      let names = (headless.service.metadata.name.printedSafely, regular.service.metadata.name.printedSafely)
      let message =
        "Service \(names.0), which is headless, and Service \(names.1) both lead to port \(number) of the Pod, which gets an inbound for each: what a policy says of one does not hold for the other."
      return Finding(
        kind, at: ServiceSubject.field(of: headless.service, ["spec", "clusterIP"]), message,
        related: [RelatedField(regular.field("targetPort"), "the port of the other Service")])
    }
  }
}

extension FindingKind {
  /// A headless Service and another one lead to one port of the Pod.
  public static let headlessBesideRegular = FindingKind(
    "headless-beside-regular", .info, .inboundPerPort,
    summary: "A headless Service and another one lead to the same port of the Pod, which gets an inbound for each.",
    reason: "To policies these are two services: what holds for one does not hold for the other.",
    remedy: "Nothing, where clients use both; else annotate one of the Services kuma.io/ignore: \"true\"."
  )
}
