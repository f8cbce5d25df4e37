import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// The text that people read: a line for each Pod, and under it what its Dataplane holds and what there is to say.
struct ReportText {
  private let style: Style

  init(style: Style) {
    self.style = style
  }

  /// The head of the table.
  ///
  /// - Parameter width: How wide the column of names is.
  func head(width: Int) -> String {
    style.strong("\(padded("POD", width))  \(padded("SIDECAR", 8))  \(padded("DATAPLANE", 9))  WHY")
  }

  /// The lines of a Pod.
  func lines(of report: PodReport, findings: [Finding], sizes: WorkloadSizes, width: Int) -> [String] {
    let decision = report.admission.decision
    let sidecar = coloured(padded(word(for: decision), 8), as: decision)
    let action = coloured(padded(report.outcome.verdict.action.rawValue, 9), as: report.outcome.verdict)
    let why = why(report)
    let (said, others) = Self.split(findings, by: why)
    let codes = said.isEmpty ? "" : " [\(said)]"
    let line = "\(padded(Self.name(of: report.name), width))  \(sidecar)  \(action)  \(why)\(codes)"
    let workload = report.planned == nil ? [] : [report.workloadPhrase(sizes)].compactMap(\.self)
    return [line] + workload.map { "    \($0)" } + dataplaneLines(report.outcome)
      + others.map { "    \(self.line(of: $0))" }
  }

  /// The foot of the table: how many Pods there are by what happens to them, and what was not read.
  func foot(
    _ actions: [DataplaneVerdict.Action: Int],
    workloads: Int,
    rules: String,
    unsupported: [ObjectType: Int]
  ) -> [String] {
    let pods = actions.values.reduce(0, +) - workloads
    let subjects =
      (pods > 0 || workloads == 0 ? [Self.count(pods, "pod")] : [])
      + (workloads > 0 ? ["\(Self.count(workloads, "workload")) without pods"] : [])
    let total = "\(subjects.joined(separator: " and ")) under \(Self.phrase(for: rules))"
    let known: [DataplaneVerdict.Action] = [.apply, .pending, .delete, .leave, .fail, .unknown]
    let counts = known.compactMap { action in actions[action].map { "\($0) \(action.rawValue)" } }
    return [style.faint(counts.isEmpty ? total : "\(total): \(counts.joined(separator: ", "))")]
      + UnreadObjects(unsupported).lines.map(style.faint)
  }

  /// The rules as people name them.
  static func phrase(for rules: String) -> String {
    rules == "documented" ? "the documented rules" : "the rules of Kuma \(rules)"
  }

  /// The name of a Pod as the table shows it.
  static func name(of pod: ObjectName) -> String {
    "\(pod.namespace.printedSafely)/\(pod.name.printedSafely)"
  }

  /// How many there are of something, e.g. `1 pod` or `2 pods`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// The findings that a text says already, by their codes and statements, and the others. What is refused is told where it is
  /// told that there is no Dataplane, and not a second time.
  static func split(_ findings: [Finding], by text: String) -> (said: String, others: [Finding]) {
    let isSaid = { (finding: Finding) in
      switch finding.kind {
      case .podRefused, .dataplaneFails, .dataplaneRefused: text.contains(finding.message)
      // The text says the problems of a Dataplane one after the other.
      case .invalidDataplane:
        text.contains(finding.message.dropFirst("Kuma refuses the Dataplane: ".count).dropLast())
      default: false
      }
    }
    var codes: [String] = []
    for code in findings.filter(isSaid).flatMap({ [$0.code, $0.statement.rawValue] }) where !codes.contains(code) {
      codes.append(code)
    }
    return (codes.joined(separator: ", "), findings.filter { !isSaid($0) })
  }

  /// What a Dataplane holds, a line for each inbound and one for its tags.
  func dataplaneLines(_ outcome: DataplaneOutcome) -> [String] {
    guard let dataplane = outcome.dataplane else { return outcome.resource.map(zoneProxyLines) ?? [] }
    let networking = dataplane.networking
    var lines: [String] = []
    if let gateway = networking.gateway {
      lines.append("    \(gatewayLine(gateway))")
      if gateway.tags.contains(where: { $0.key != KumaKey.serviceTag }) { lines.append("      \(tags(gateway.tags))") }
    }
    for (index, inbound) in networking.inbound.enumerated() {
      lines.append("    \(inboundLine(inbound))")
      let unknown = outcome.unknownTags(ofInbound: index).filter { $0.key != KumaKey.serviceTag }
        .map { "\($0.key.printedSafely)=?" }
      let told = ([inbound.tags.isEmpty ? "" : tags(inbound.tags)] + unknown).filter { !$0.isEmpty }
      if !told.isEmpty { lines.append("      \(told.joined(separator: " "))") }
    }
    if let unknown = outcome.unknownInboundsPhrase { lines.append("    \(unknown)") }
    for listener in networking.listeners {
      lines.append("    listener \(listener.port)  \(listener.type.rawValue)  \(listener.state.rawValue)")
    }
    let direct = networking.transparentProxying?.directAccessServices ?? []
    if !direct.isEmpty { lines.append("    direct access  \(direct.map(\.quotedSafely).joined(separator: ", "))") }
    if !networking.outbound.isEmpty { lines.append("    \(Self.count(networking.outbound.count, "outbound"))") }
    if let metrics = dataplane.metrics { lines.append("    metrics  \(Self.phrase(for: metrics))") }
    let probes = dataplane.probes?.endpoints ?? []
    if !probes.isEmpty { lines.append("    probes  \(probes.map(Self.phrase).joined(separator: ", "))") }
    return lines
  }

  /// The line of a gateway: its service.
  func gatewayLine(_ gateway: Dataplane.Gateway) -> String {
    let service = gateway.tags[KumaKey.serviceTag] ?? gateway.tags[KumaKey.gatewayServiceName]
    return "gateway \(style.strong(service?.printedSafely ?? "no service"))"
  }

  /// What the proxy of a zone holds.
  func zoneProxyLines(_ resource: ProxyResource) -> [String] {
    switch resource {
    case .zoneIngress(let ingress):
      let place = "\(ingress.advertisedAddress.printedSafely):\(ingress.advertisedPort)"
      let isKnown = !ingress.advertisedAddress.isEmpty || ingress.advertisedPort != 0
      return ["    zone ingress \(ingress.port)\(isKnown ? "  advertised as \(place)" : "")"]
    case .zoneEgress(let egress):
      return ["    zone egress \(egress.port)\(egress.zone.isEmpty ? "" : "  of zone \(egress.zone.printedSafely)")"]
    default: return []
    }
  }

  /// What is said of metrics: the port and path of the Pod, and the applications.
  static func phrase(for metrics: Dataplane.Metrics) -> String {
    let own = (metrics.port == 0 ? "" : ":\(metrics.port)") + metrics.path.printedSafely
    let applications = metrics.aggregate.map { application in
      let place = "\(application.address.printedSafely):\(application.port)\(application.path.printedSafely)"
      return "\(application.name.printedSafely) \(application.isEnabled ?? true ? place : "off")"
    }
    return ((own.isEmpty ? [] : [own]) + applications).joined(separator: ", ")
  }

  /// What the proxy asks the application for in the place of a probe.
  static func phrase(for endpoint: Dataplane.Probes.Endpoint) -> String {
    ":\(endpoint.inboundPort)\(endpoint.inboundPath.printedSafely)"
  }

  /// The line of an inbound: its port, its service and whether it is ready. Where inbounds have no tags, its protocol tells most.
  func inboundLine(_ inbound: Dataplane.Inbound) -> String {
    let other = inbound.tags.isEmpty ? "no service" : "service unknown"
    let protocolField = inbound.appProtocol.isEmpty ? other : inbound.appProtocol.printedSafely
    let name = inbound.tags[KumaKey.serviceTag]?.printedSafely ?? protocolField
    return "inbound \(inbound.port)  \(style.strong(name))  \(readiness(inbound))"
  }

  private func tags(_ tags: Tags) -> String {
    tags.filter { $0.key != KumaKey.serviceTag }.map { "\($0.key.printedSafely)=\($0.value.printedSafely)" }.joined(
      separator: " ")
  }

  private func readiness(_ inbound: Dataplane.Inbound) -> String {
    switch (inbound.state, inbound.health?.isReady) {
    case (.ignored, _): style.notable("ignored")
    case (.notReady, _), (.ready, false): style.notable("not ready")
    case (.ready, true): style.good("ready")
    case (.ready, nil): style.faint("readiness unknown")
    }
  }

  private func why(_ report: PodReport) -> String {
    let decision = report.injectionMessage
    if report.standpoint == .reconciliation, let message = report.outcome.verdict.message { return message }
    let saysNothingNew = report.outcome.verdict == .leave(.willNotBeInjected) || report.mesh == nil
    guard let message = report.outcomeMessage, !saysNothingNew, report.outcome.verdict.needs.isEmpty else { return decision }
    return "\(decision) \(message)"
  }

  private func word(for decision: InjectionDecision) -> String {
    switch decision {
    case .inject: "inject"
    case .skip(.alreadyInjected): "present"
    case .skip: "none"
    case .reject(.namespaceNotFound), .unknown: "unknown"
    case .reject: "rejected"
    }
  }

  private func coloured(_ text: String, as decision: InjectionDecision) -> String {
    switch decision {
    case .inject, .skip(.alreadyInjected): style.good(text)
    case .skip: style.faint(text)
    case .reject: style.bad(text)
    case .unknown: style.notable(text)
    }
  }

  private func coloured(_ text: String, as verdict: DataplaneVerdict) -> String {
    switch verdict {
    case .apply: style.good(text)
    case .pending, .delete, .unknown: style.notable(text)
    case .leave: style.faint(text)
    case .fail: style.bad(text)
    }
  }

  /// The line of a finding.
  func line(of finding: Finding) -> String {
    "\(label(finding.severity)): \(finding.message) [\(finding.code), \(finding.statement.rawValue)]"
  }

  private func label(_ severity: Severity) -> String {
    switch severity {
    case .info: style.faint("info")
    case .warning: style.notable("warning")
    case .error: style.bad("error")
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
