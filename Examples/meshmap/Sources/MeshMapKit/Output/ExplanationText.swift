import KubernetesObjects
package import MeshDiagnostics
package import MeshMapping

/// The full story of a Pod as text, a section for each step.
package struct ExplanationText {
  private let style: Style
  private let report: ReportText

  package init(style: Style) {
    self.style = style
    report = ReportText(style: style)
  }

  /// The story of a Pod.
  package func story(
    _ explanation: PodExplanation,
    findings: [Finding],
    rules: String,
    announcement: String? = nil
  ) -> String {
    let name = ReportText.name(of: explanation.report.name)
    var lines = ["\(style.strong(name)) under \(ReportText.phrase(for: rules))"]
    if let announcement { lines.append(style.notable(announcement)) }
    lines += section("Is the injector asked?", [explanation.report.admission.webhook.phrase])
    lines += section(
      "Is it injected?",
      explanation.switches.map { line(of: $0, key: KumaKey.sidecarInjection) } + [
        explanation.report.injectionMessage
      ]
    )
    lines += section("Which mesh?", meshLines(explanation))
    lines += section("Which Services?", explanation.services.flatMap(serviceLines))
    lines += section("Which Dataplane?", dataplaneLines(explanation.report.outcome))
    lines += section(
      "Which labels are no tags?",
      explanation.droppedLabels.map { "\($0.key.printedSafely)=\($0.value.printedSafely): \($0.reason.phrase)" }
    )
    lines += section("What else?", findings.map(report.line))
    return lines.joined(separator: "\n")
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", style.strong(title)] + lines.map { "  \($0)" }
  }

  private func line(of lookup: PodExplanation.Lookup, key: String) -> String {
    "\(lookup.place.phrase) \(key): \(lookup.evidence.map { $0.value.quotedSafely } ?? "absent")"
  }

  private func meshLines(_ explanation: PodExplanation) -> [String] {
    guard let mesh = explanation.report.mesh else { return [] }
    let reason = mesh.evidence.map { "since \($0.phrase) names it" } ?? "since nothing names one"
    return explanation.meshes.map { line(of: $0, key: KumaKey.mesh) } + ["Mesh \(mesh.name.printedSafely), \(reason)."]
  }

  private func serviceLines(_ service: ServiceExplanation) -> [String] {
    var lines = ["\(service.name.printedSafely): \(service.verdict.phrase)"]
    if case .belongs(_, let ports) = service.verdict {
      lines += ports.map { "  port \($0.port.port): \($0.phrase)" }
    }
    return lines
  }

  private func dataplaneLines(_ outcome: DataplaneOutcome) -> [String] {
    var lines = [outcome.verdict.message ?? "It is created or brought to this:"]
    guard let dataplane = outcome.dataplane else {
      return lines + (outcome.resource.map(report.zoneProxyLines) ?? []).map { String($0.drop { $0 == " " }) }
    }
    let networking = dataplane.networking
    if !networking.address.isEmpty { lines.append("address \(networking.address.printedSafely)") }
    if let gateway = networking.gateway { lines += ["gateway"] + tagLines(gateway.tags) }
    for inbound in networking.inbound { lines += [report.inboundLine(inbound)] + tagLines(inbound.tags) }
    for listener in networking.listeners { lines.append("listener \(listener.port) \(listener.type.rawValue)") }
    let direct = networking.transparentProxying?.directAccessServices ?? []
    if !direct.isEmpty { lines.append("direct access \(direct.map(\.quotedSafely).joined(separator: ", "))") }
    for outbound in networking.outbound {
      let tags = outbound.tags.entries.map { "\($0.key.printedSafely)=\($0.value.printedSafely)" }.joined(separator: " ")
      lines.append("outbound \(outbound.address.printedSafely):\(outbound.port) \(tags)")
    }
    if let metrics = dataplane.metrics { lines.append("metrics \(ReportText.phrase(for: metrics))") }
    if let probes = dataplane.probes {
      lines.append("probes on port \(probes.port)")
      lines += probes.endpoints.map { "  \($0.path.printedSafely) asks \(ReportText.phrase(for: $0))" }
    }
    return lines
  }

  private func tagLines(_ tags: Tags) -> [String] {
    tags.map { "  \($0.key.printedSafely)=\($0.value.printedSafely)  \(style.faint("from \($0.origin.phrase)"))" }
  }
}
