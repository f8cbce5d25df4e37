import KubernetesObjects
import MeshMapping

/// The Service is refused when it is written, since an annotation names a protocol that is not known.
enum ServiceRefused: ServiceCheck, PodCheck {
  static let kind = FindingKind.serviceRefused

  static func findings(on service: ServiceSubject) -> [Finding] {
    findings(on: service.service, under: service.controlPlane)
  }

  static func findings(on pod: PodSubject) -> [Finding] {
    pod.report.matches.flatMap { findings(on: $0.service.service, under: pod.controlPlane) }
  }

  private static func findings(on service: Service, under controlPlane: ControlPlane) -> [Finding] {
    controlPlane.refusedProtocols(of: service).map { evidence in
      let field = ServiceSubject.field(of: service, ["metadata", "annotations", .key(ExactString(evidence.key))])
      let message =
        "Kuma refuses Service \(service.metadata.name.printedSafely) when it is written, since \(evidence.phrase) is no protocol that it knows; write another."
      return Finding(kind, at: field, message)
    }
  }
}

extension FindingKind {
  /// A Service is refused when it is written, since an annotation names a protocol that is not known.
  public static let serviceRefused = FindingKind(
    "service-refused", .error, .refusedServices,
    summary:
      "An annotation of the Service names a protocol that Kuma does not know, so that the API server refuses the Service.",
    reason: "The Service is not written: neither it nor what is changed in it reaches the cluster.",
    remedy: "Write a protocol that the release knows, or take the annotation away."
  )
}
