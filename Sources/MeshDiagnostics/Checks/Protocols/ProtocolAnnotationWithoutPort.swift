import KubernetesObjects
import MeshMapping

/// An annotation names the protocol of a port that the Service does not have.
enum ProtocolAnnotationWithoutPort: ServiceCheck {
  static let kind = FindingKind.protocolAnnotationWithoutPort

  static func findings(on service: ServiceSubject) -> [Finding] {
    if service.service.metadata.annotations.isEmpty { return [] }
    let keys = Set(service.service.ports.map { ExactString(KumaKey.protocolAnnotation(ofPort: $0.port)) })
    return service.service.metadata.annotations.entries.compactMap { annotation in
      guard annotation.key.hasSuffix(ending), !keys.contains(ExactString(annotation.key)) else { return nil }
      return finding(annotation, on: service)
    }
  }

  /// What the keys of such annotations end with.
  private static let ending = ".service.kuma.io/protocol"

  private static func finding(_ annotation: StringMap.Entry, on service: ServiceSubject) -> Finding {
    let named = String(annotation.key.dropLast(ending.count))
    let ports = service.service.ports
    let meant = ports.firstIndex { port in
      port.name.hasSameBytes(as: named) || port.targetPort == .name(named)
        || Int(named).map { port.targetPort == .number($0) } ?? false
    }
    let numbers = ports.map(\.port).listed
    let has =
      ports.isEmpty ? "which has no ports" : ports.count == 1 ? "whose port is \(numbers)" : "whose ports are \(numbers)"
    let state =
      "Annotation \(annotation.key.printedSafely)=\(annotation.value.printedSafely) is of no port of Service \(service.printedName), \(has)"
    let field = service.annotation(annotation.key)
    guard let meant else {
      let remedy = Remedy("remove annotation \(annotation.key.printedSafely)", [Edit(field, .removed)])
      return Finding(kind, at: field, "\(state): Kuma does not read it.", remedies: [remedy])
    }
    let key = KumaKey.protocolAnnotation(ofPort: ports[meant].port)
    return Finding(
      kind, at: field, "\(state); port \(ports[meant].port) leads there: write \(key), or better appProtocol on the port.",
      related: [RelatedField(service.field(ofPort: meant, "port"), "the port that leads there")],
      remedies: remedies(for: annotation, at: field, port: meant, on: service)
    )
  }

  private static func remedies(
    for annotation: StringMap.Entry, at field: ObjectField, port index: Int, on service: ServiceSubject
  ) -> [Remedy] {
    let port = service.service.ports[index]
    let removal = Edit(field, .removed)
    guard port.appProtocol == nil,
      AppProtocol.isKnown(annotation.value, among: service.controlPlane.rules.inbounds.knownProtocols)
    else {
      return [Remedy("remove annotation \(annotation.key.printedSafely)", [removal])]
    }
    let value = Edit.Change.string(ExactString(annotation.value))
    let message =
      "set appProtocol: \(annotation.value.printedSafely) on port \(port.port) of Service \(service.printedName), and remove the annotation"
    return [Remedy(message, [Edit(service.field(ofPort: index, "appProtocol"), value), removal])]
  }
}

extension FindingKind {
  /// An annotation names the protocol of a port that the Service does not have.
  public static let protocolAnnotationWithoutPort = FindingKind(
    "protocol-annotation-without-port", .warning, .protocolTag,
    summary: "An annotation names the protocol of a port that the Service does not have.",
    reason:
      "The key begins with the number of the Service's port, not of the container's; of any other number it is not read.",
    remedy: "Set appProtocol on the port, or begin the key with the port of the Service."
  )
}
