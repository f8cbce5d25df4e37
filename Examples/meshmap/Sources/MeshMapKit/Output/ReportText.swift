package import KubernetesObjects
package import MeshMapping

/// The text that people read: a line for each Pod, and under it what its Dataplane holds and what there is to say.
package struct ReportText {
  private let style: Style

  package init(style: Style) {
    self.style = style
  }

  /// The table of some Pods.
  ///
  /// - Parameters:
  ///   - pods: The Pods in order, each with its findings.
  ///   - rules: The name of the rules.
  ///   - unsupported: The objects of kinds that nothing reads, counted.
  package func table(
    _ pods: [(report: PodReport, findings: [Finding])],
    rules: String,
    unsupported: [ObjectType: Int] = [:]
  ) -> String {
    let names = pods.map { "\($0.report.name.namespace.printedSafely)/\($0.report.name.name.printedSafely)" }
    let width = (names.map(\.count) + [3]).max() ?? 3
    var lines = [style.strong("\(padded("POD", width))  \(padded("SIDECAR", 8))  \(padded("DATAPLANE", 9))  WHY")]
    for (name, pod) in zip(names, pods) {
      let decision = pod.report.admission.decision
      let sidecar = coloured(padded(word(for: decision), 8), as: decision)
      let action = coloured(padded(pod.report.outcome.action, 9), as: pod.report.outcome)
      lines.append("\(padded(name, width))  \(sidecar)  \(action)  \(why(pod.report))")
      lines += dataplaneLines(pod.report.outcome)
      lines += pod.findings.map { "    \(label($0.severity)): \($0.message) [\($0.code), \($0.statement.rawValue)]" }
    }
    lines.append(style.faint(summary(pods.map(\.report), rules: rules)))
    let unread = unsupported.map { "\($0.value) \($0.key.kind.printedSafely)" }.sorted()
    if !unread.isEmpty { lines.append(style.faint("not read: \(unread.joined(separator: ", "))")) }
    return lines.joined(separator: "\n")
  }

  /// What a Dataplane holds, a line for each inbound and one for its tags.
  func dataplaneLines(_ outcome: DataplaneOutcome) -> [String] {
    guard let dataplane = outcome.dataplane else { return [] }
    let networking = dataplane.networking
    var lines: [String] = []
    if let gateway = networking.gateway { lines += ["    gateway", "      \(tags(gateway.tags))"] }
    for inbound in networking.inbound {
      let service = inbound.tags[KumaKey.serviceTag]?.printedSafely ?? "no service"
      lines.append("    inbound \(inbound.port)  \(style.strong(service))  \(readiness(inbound))")
      if !inbound.tags.isEmpty { lines.append("      \(tags(inbound.tags))") }
    }
    for listener in networking.listeners {
      lines.append("    listener \(listener.port)  \(listener.type.rawValue)  \(listener.state.rawValue)")
    }
    let direct = networking.transparentProxying?.directAccessServices ?? []
    if !direct.isEmpty { lines.append("    direct access  \(direct.map(\.quotedSafely).joined(separator: ", "))") }
    return lines
  }

  private func tags(_ tags: Tags) -> String {
    tags.sorted.filter { $0.key != KumaKey.serviceTag }.map { "\($0.key.printedSafely)=\($0.value.printedSafely)" }.joined(
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
    let decision = report.admission.decision.message
    let saysNothingNew = report.outcome == .none(.willNotBeInjected) || report.mesh == nil
    guard let message = report.outcome.message, !saysNothingNew else { return decision }
    return "\(decision) \(message)"
  }

  private func word(for decision: InjectionDecision) -> String {
    switch decision {
    case .inject: "inject"
    case .skip(.alreadyInjected): "present"
    case .skip: "none"
    case .reject: "rejected"
    }
  }

  private func coloured(_ text: String, as decision: InjectionDecision) -> String {
    switch decision {
    case .inject, .skip(.alreadyInjected): style.good(text)
    case .skip: style.faint(text)
    case .reject: style.bad(text)
    }
  }

  private func coloured(_ text: String, as outcome: DataplaneOutcome) -> String {
    switch outcome {
    case .apply: style.good(text)
    case .pending, .delete: style.notable(text)
    case .none: style.faint(text)
    case .fail: style.bad(text)
    }
  }

  func label(_ severity: Severity) -> String {
    switch severity {
    case .info: style.faint("info")
    case .warning: style.notable("warning")
    case .error: style.bad("error")
    }
  }

  private func summary(_ reports: [PodReport], rules: String) -> String {
    let counts = ["apply", "pending", "delete", "none", "fail"].compactMap { action -> String? in
      let count = reports.count { $0.outcome.action == action }
      return count == 0 ? nil : "\(count) \(action)"
    }
    let total = "\(reports.count) pod\(reports.count == 1 ? "" : "s") under the rules \(rules)"
    return counts.isEmpty ? total : "\(total): \(counts.joined(separator: ", "))"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
