import KubernetesObjects
import MeshMapping

/// An annotation names another protocol than the `appProtocol` of the port, which holds.
enum ProtocolAnnotationNotRead: ServiceCheck {
  static let kind = FindingKind.protocolAnnotationNotRead

  static func findings(on service: ServiceSubject) -> [Finding] {
    if service.service.metadata.annotations.isEmpty { return [] }
    return service.service.ports.enumerated().compactMap { index, port in
      let key = KumaKey.protocolAnnotation(ofPort: port.port)
      guard let annotated = service.service.metadata.annotations[key], let written = port.appProtocol,
        service.controlPlane.appProtocol(of: service.service, port: port).origin == .appProtocol,
        !annotated.lowercased().hasSameBytes(as: written.lowercased())
      else { return nil }
      let message =
        "Annotation \(key)=\(annotated.printedSafely) is not read, since port \(port.port) of Service \(service.printedName) has appProtocol: \(written.printedSafely), which holds; remove one of the two."
      let field = service.annotation(key)
      let appProtocol = service.field(ofPort: index, "appProtocol")
      return Finding(
        kind, at: field, message,
        related: [RelatedField(appProtocol, "the appProtocol, which holds")],
        remedies: [
          Remedy("remove annotation \(key), which changes nothing", [Edit(field, .removed)])
        ]
      )
    }
  }
}

extension FindingKind {
  /// An annotation names another protocol than the `appProtocol` of the port, which holds.
  public static let protocolAnnotationNotRead = FindingKind(
    "protocol-annotation-not-read", .warning, .knownProtocols,
    summary: "An annotation names another protocol for a port than its appProtocol, which holds.",
    reason: "The annotation is not read where the port has an appProtocol that the release knows.",
    remedy: "Remove the annotation, or change the appProtocol."
  )
}
