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
    return hints.compactMap { hint in
      let beside = service.portsBeside(hint.index)
      // Where another port of the same Pods says what it speaks, that the two differ is told.
      if beside.contains(where: \.isSaid) { return nil }
      let port = "port \(hint.port.port) of Service \(service.printedName)"
      let field = service.field(ofPort: hint.index, "appProtocol")
      return Finding(
        kind, at: field,
        "P\(port.dropFirst()) is tcp, though its name is \(hint.port.name.printedSafely): Kuma does not read the names of ports. Set appProtocol: \(hint.meant).",
        related: [RelatedField(service.field(ofPort: hint.index, "name"), "the name, which Kuma does not read")],
        remedies: remedies(writing: hint.meant, on: port, at: field, beside: beside.map(\.port))
      )
    }
  }

  /// What says the protocol: on the port, or where others lead to the same port of the Pods, on all of them.
  private static func remedies(
    writing value: String, on port: String, at field: ObjectField, beside others: [ServedPort]
  ) -> [Remedy] {
    let change = Edit.Change.string(ExactString(value))
    let alone = Remedy("set appProtocol: \(value) on \(port)", [Edit(field, change)])
    guard !others.isEmpty else { return [alone] }
    let phrases = ([port] + others.map(\.phrase)).joined(separator: " and ")
    let edits = [Edit(field, change)] + others.map { Edit($0.field("appProtocol"), change) }
    return [alone, Remedy("set appProtocol: \(value) on \(phrases)", edits)]
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

extension ServiceSubject {
  /// A port of a Service that leads to the same port of a Pod as another one does.
  fileprivate struct Neighbour {
    let port: ServedPort
    /// Whether somebody says which protocol it speaks.
    let isSaid: Bool
  }

  /// The other ports of Services that lead to the same port of the first Pod of this one. Hardly any port has some.
  fileprivate func portsBeside(_ index: Int) -> [Neighbour] {
    guard let ports = portsOfFirstPod,
      let target = ports.first(where: { $0.index == index && ObjectName(of: $0.service.metadata) == name })?.target.number
    else { return [] }
    return ports.filter { port in
      let isItself = port.index == index && ObjectName(of: port.service.metadata) == name
      return !isItself && port.target.number == target
    }.map { port in
      Neighbour(
        port: port, isSaid: controlPlane.appProtocol(of: port.service, port: port.port).origin != .defaultValue)
    }
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
    summary: "A port of a Service is tcp because it has no appProtocol, and its name says that it speaks another protocol.",
    reason:
      "Kuma does not read the names of ports, as other meshes do. What is tcp has no routes, retries and metrics of HTTP, and one connection is balanced as a whole.",
    remedy: "Set appProtocol on the port of the Service."
  )
}
