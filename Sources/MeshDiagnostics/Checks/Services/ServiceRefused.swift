import KubernetesObjects
import MeshMapping

/// The Service is refused when it is written, since an annotation names a protocol that is not known.
enum ServiceRefused: ServiceCheck {
  static let kind = FindingKind.serviceRefused

  static func findings(on service: ServiceSubject) -> [Finding] {
    service.controlPlane.refusedProtocols(of: service.service).map { evidence in
      let field = service.annotation(evidence.key)
      let message =
        "Kuma refuses Service \(service.printedName) when it is written, since \(evidence.phrase) is no protocol that it knows; write another."
      let known = service.controlPlane.rules.inbounds.knownProtocols
      var remedies = [Remedy("remove annotation \(evidence.key.printedSafely)", [Edit(field, .removed)])]
      if let meant = ForeignProtocol.meaning(of: evidence.value, among: known) {
        let remedy = "write \(meant) in annotation \(evidence.key.printedSafely)"
        remedies.insert(Remedy(remedy, [Edit(field, .string(ExactString(meant)))]), at: 0)
      }
      return Finding(kind, at: field, message, remedies: remedies)
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
    remedy: "Write a protocol that the release knows, or remove the annotation."
  )
}
