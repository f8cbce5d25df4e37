import KubernetesObjects
import MeshMapping

/// A port of a Service is `tcp` only because nothing is said of its protocol, and its name says another one.
enum ProtocolByPortName: ServiceCheck {
  static let kind = FindingKind.protocolByPortName

  static func findings(on service: ServiceSubject) -> [Finding] {
    let hints = service.service.ports.enumerated().compactMap { index, port in
      meant(by: port, of: service).map { (index: index, port: port, meant: $0) }
    }
    guard !hints.isEmpty, service.givesInbounds else { return [] }
    return hints.map { hint in
      let port = "port \(hint.port.port) of Service \(service.printedName)"
      let field = service.field(ofPort: hint.index, "appProtocol")
      return Finding(
        kind, at: field,
        "P\(port.dropFirst()) is tcp, though its name is \(hint.port.name.printedSafely): Kuma does not read the names of ports. Set appProtocol: \(hint.meant).",
        related: [RelatedField(service.field(ofPort: hint.index, "name"), "the name, which Kuma does not read")],
        remedies: [Remedy("set appProtocol: \(hint.meant) on \(port)", [Edit(field, .string(ExactString(hint.meant)))])]
      )
    }
  }

  private static func meant(by port: ServicePort, of service: ServiceSubject) -> String? {
    guard port.transportProtocol == .tcp, !port.name.isEmpty, (port.appProtocol ?? "").isEmpty,
      service.controlPlane.appProtocol(of: service.service, port: port).origin == .defaultValue,
      let meant = PortName.appProtocol(of: port.name),
      AppProtocol.isKnown(meant, among: service.controlPlane.rules.inbounds.knownProtocols)
    else { return nil }
    return meant
  }
}

/// Names of ports that say which protocol they speak, as other meshes read them: the protocol, alone or before a `-`.
private enum PortName {
  /// The protocol that a name says; nil where it says none that matters to a mesh.
  static func appProtocol(of name: String) -> String? {
    let name = name.lowercased()
    // This one is HTTP, and no gRPC.
    if name.hasPrefix("grpc-web") { return "http" }
    return ["http2", "http", "grpc", "kafka"].first { name.hasSameBytes(as: $0) || name.hasPrefix("\($0)-") }
  }
}

extension FindingKind {
  /// A port of a Service is `tcp`, and its name says another protocol.
  public static let protocolByPortName = FindingKind(
    "protocol-by-port-name", .warning, .protocolTag,
    summary: "A port of a Service is tcp for want of an appProtocol, and its name says that it speaks another protocol.",
    reason:
      "Kuma does not read the names of ports, as other meshes do. What is tcp has no routes, retries and metrics of HTTP, and one connection is balanced as a whole.",
    remedy: "Set appProtocol on the port of the Service."
  )
}
