import KubernetesObjects
import MeshMapping

/// The target port of a Service is a number in quotes.
enum QuotedTargetPort: ServiceCheck {
  static let kind = FindingKind.quotedTargetPort

  static func findings(on service: ServiceSubject) -> [Finding] {
    service.service.ports.enumerated().compactMap { index, port in
      guard let number = port.quotedTargetPort else { return nil }
      let field = service.field(ofPort: index, "targetPort")
      let message =
        "Port \(port.port) of Service \(service.printedName) has target port \"\(number)\" in quotes, which is a name: the API server refuses it, since the name of a port needs a letter. Write \(number) without quotes."
      let remedy = Remedy("write targetPort: \(number) without quotes", [Edit(field, .number(number))])
      return Finding(kind, at: field, message, remedies: [remedy])
    }
  }
}

extension ServicePort {
  /// The number that stands in quotes as the target port; nil where it is none.
  var quotedTargetPort: Int? {
    guard case .name(let name) = targetPort, let number = UInt16(name.string), number > 0,
      "\(number)".hasSameBytes(as: name.string)
    else { return nil }
    return Int(number)
  }
}

extension FindingKind {
  /// The target port of a Service is a number in quotes.
  public static let quotedTargetPort = FindingKind(
    "quoted-target-port", .error, .namedTargetPort,
    summary: "The target port of a Service is a number in quotes.",
    reason: "What stands in quotes is a name, and the API server takes no name without a letter.",
    remedy: "Write the number without quotes."
  )
}
