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
        remedies: [Remedy("set appProtocol: \(hint.meant) on \(port)", [Edit(field, .string(ExactString(hint.meant)))])]
          + [beside.isEmpty ? nil : service.portsCoupled(to: hint.index).map { joint(writing: hint.meant, on: $0) }]
          .compactMap(\.self)
      )
    }
  }

  /// What says the protocol on all ports that are coupled: alike for each of them, so that it is tried once.
  private static func joint(writing value: String, on ports: [ServedPort]) -> Remedy {
    let phrases = ports.map(\.phrase).listed
    return Remedy(
      "set appProtocol: \(value) on \(phrases)",
      ports.map { Edit($0.field("appProtocol"), .string(ExactString(value))) })
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

extension ServiceSubject {
  /// How many ports are given a protocol together at most, and how many different Pods of a Service are looked at.
  private static let mostCoupled = 32

  /// A port of a Service and those that lead where it does, on any Pod of the Service, with those that lead where these do, and so on; by
  /// Service and position; nil where there are too many. Pods that have the same labels are alike.
  fileprivate func portsCoupled(to index: Int) -> [ServedPort]? {
    guard let beside = portsOfFirstPod, beside.count <= Self.mostCoupled else { return nil }
    struct Node: Hashable {
      let service: ObjectName
      let index: Int

      init(of port: ServedPort) { (service, index) = (ObjectName(of: port.service.metadata), port.index) }
    }
    var ports: [ObjectName: [[ServedPort]]] = [:]
    func served(by service: Service) -> [[ServedPort]] {
      let name = ObjectName(of: service.metadata)
      if let known = ports[name] { return known }
      let found = unlikePods(of: service).map { PodSubject($0, in: diagnostics).servedPorts }
      ports[name] = found
      return found
    }
    let first = served(by: service).joined().first { $0.index == index && ObjectName(of: $0.service.metadata) == name }
    var waiting = [first].compactMap(\.self)
    var found = Dictionary(waiting.map { (Node(of: $0), $0) }) { $1 }
    while let port = waiting.popLast() {
      for pod in served(by: port.service) {
        guard let target = pod.first(where: { Node(of: $0) == Node(of: port) })?.target.number else { continue }
        for other in pod where other.target.number == target && found.updateValue(other, forKey: Node(of: other)) == nil {
          waiting.append(other)
        }
      }
      guard found.count <= Self.mostCoupled else { return nil }
    }
    return found.values.map { (node: Node(of: $0), port: $0) }
      .sorted { ($0.node.service, $0.node.index) < ($1.node.service, $1.node.index) }.map(\.port)
  }

  /// What happens to Pods of a Service that it gives inbounds, one for each set of labels.
  private func unlikePods(of service: Service) -> [PodReport] {
    var seen: Set<StringMap> = []
    let names = cluster.previewNames(touchedBy: [.kubernetes(.service(service))]).filter { name in
      guard var labels = cluster.pod(name)?.metadata.labels else { return true }
      labels["pod-template-hash"] = nil
      return seen.insert(labels).inserted
    }
    return cluster.previews(of: Array(names.prefix(Self.mostCoupled))).filter(\.getsInbounds)
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
