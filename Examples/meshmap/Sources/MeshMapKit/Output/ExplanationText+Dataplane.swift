import KubernetesObjects
import MeshMapping

extension ExplanationText {
  /// What a Dataplane holds, or the resource of a zone proxy, a line for each value.
  func dataplaneLines(_ outcome: DataplaneOutcome) -> [String] {
    guard let resource = outcome.resource else { return [] }
    var lines = resource.metadata.labels.entries.map { "label \(line(of: $0))" }
    lines += resource.metadata.annotations.entries.map { "annotation \(line(of: $0))" }
    switch resource {
    case .dataplane(let dataplane): return lines + dataplaneLines(dataplane, outcome)
    case .zoneIngress(let ingress):
      lines.append("address \(ingress.address.printedSafely), port \(ingress.port)")
      lines += report.advertised(by: ingress).map { ["advertised as \($0)"] } ?? []
      return lines + adminLines(ingress.adminPort)
    case .zoneEgress(let egress):
      if !egress.zone.isEmpty { lines.append("zone \(egress.zone.printedSafely)") }
      lines.append("address \(egress.address.printedSafely), port \(egress.port)")
      return lines + adminLines(egress.adminPort)
    @unknown default: return lines
    }
  }

  private func adminLines(_ port: Int?) -> [String] { port.map { ["admin port \($0)"] } ?? [] }

  private func dataplaneLines(_ dataplane: Dataplane, _ outcome: DataplaneOutcome) -> [String] {
    let networking = dataplane.networking
    var lines: [String] = []
    if !networking.address.isEmpty { lines.append("address \(networking.address.printedSafely)") }
    if let gateway = networking.gateway { lines += [report.gatewayLine(gateway)] + tagLines(gateway.tags) }
    for (index, inbound) in networking.inbound.enumerated() {
      lines.append(report.inboundLine(inbound))
      if !inbound.name.isEmpty { lines.append("  name \(inbound.name.printedSafely)") }
      if !inbound.appProtocol.isEmpty { lines.append("  protocol \(inbound.appProtocol.printedSafely)") }
      lines += tagLines(inbound.tags)
      lines += outcome.unknownTags(ofInbound: index).map { "  \($0.key.printedSafely)  \(style.faint($0.phrase))" }
    }
    if let unknown = outcome.unknownInboundsPhrase { lines.append(unknown) }
    for listener in networking.listeners {
      lines.append(
        "listener \(listener.port) \(listener.type.rawValue) \(listener.name.printedSafely) \(listener.state.rawValue)")
    }
    lines += networking.transparentProxying.map(proxyingLines) ?? []
    lines += adminLines(networking.adminPort)
    for outbound in networking.outbound {
      let tags = outbound.tags.entries.map(line).joined(separator: " ")
      lines.append("outbound \(outbound.address.printedSafely):\(outbound.port) \(tags)")
    }
    if let metrics = dataplane.metrics { lines.append("metrics \(ReportText.phrase(for: metrics))") }
    if let probes = dataplane.probes {
      lines.append("probes on port \(probes.port)")
      lines += probes.endpoints.map { "  \($0.path.printedSafely) asks \(ReportText.phrase(for: $0))" }
    }
    return lines
  }

  private func proxyingLines(_ section: Dataplane.TransparentProxying) -> [String] {
    var lines: [String] = []
    let ports = [
      ("in", section.redirectPortInbound), ("in by IPv6", section.redirectPortInboundV6),
      ("out", section.redirectPortOutbound),
    ]
    let redirected = ports.filter { $0.1 != 0 }.map { "\($0.1) (\($0.0))" }
    if !redirected.isEmpty { lines.append("redirect ports \(redirected.joined(separator: ", "))") }
    if section.ipFamilyMode != .unspecified { lines.append("IP family mode \(section.ipFamilyMode.rawValue)") }
    let direct = section.directAccessServices
    if !direct.isEmpty { lines.append("direct access \(direct.map(\.quotedSafely).joined(separator: ", "))") }
    let services = section.reachableServices
    if !services.isEmpty { lines.append("reachable services \(services.map(\.quotedSafely).joined(separator: ", "))") }
    if let backends = section.reachableBackends {
      lines += backends.isEmpty ? ["reachable backends none"] : backends.map { "reachable backend \(phrase(for: $0))" }
    }
    return lines
  }

  /// A backend by what it is named by.
  private func phrase(for backend: ReachableBackend) -> String {
    let named = [("name", backend.name), ("namespace", backend.namespace), ("port", backend.port.map { "\($0)" } ?? "")]
    let parts =
      named.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.printedSafely)" }
      + backend.labels.entries.map { "label \(line(of: $0))" }
    return "\(backend.kind.printedSafely) \(parts.joined(separator: ", "))"
  }

  private func line(of entry: StringMap.Entry) -> String {
    "\(entry.key.printedSafely)=\(entry.value.printedSafely)"
  }

  private func tagLines(_ tags: Tags) -> [String] {
    tags.map { "  \($0.key.printedSafely)=\($0.value.printedSafely)  \(style.faint("from \($0.origin.phrase)"))" }
  }
}
