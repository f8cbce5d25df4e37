import KubernetesObjects
package import MeshDiagnostics
package import MeshMapping

/// The full story of a Pod as text: the answer first, then a section for each step, and at the end what there is to do.
package struct ExplanationText {
  let style: Style
  let report: ReportText
  private let layout: TextLayout

  package init(style: Style, layout: TextLayout = TextLayout(width: nil)) {
    self.style = style
    self.layout = layout
    report = ReportText(style: style)
  }

  /// The story of a Pod.
  ///
  /// - Parameters:
  ///   - explanation: What is told.
  ///   - findings: The findings on the Pod.
  ///   - fixes: What mends each of them, tried.
  ///   - rules: The rules.
  ///   - sizes: How many Pods each workload has.
  ///   - groups: The Pods of the workload that is told of, those like the Pod first; empty where a Pod alone is.
  package func story(
    _ explanation: PodExplanation,
    findings: [Finding],
    fixes: [[Fix]] = [],
    under rules: RulesInUse,
    sizes: WorkloadSizes,
    groups: [AlikePods] = []
  ) -> String {
    let name = ReportText.name(of: explanation.report.name)
    var lines = ["\(style.strong(name)) under \(rules.phrase)"]
    lines += [explanation.report.workloadPhrase(sizes).map { $0 + likeness(groups) }].compactMap(\.self)
    lines += rules.lines(style)
    lines +=
      [""] + answerLines(explanation, findings, Self.mended(findings, fixes)).flatMap { layout.lines(of: $0, indent: 13) }
    lines += section("Which of its Pods differ?", differenceLines(groups))
    lines += section("Is the injector asked?", [explanation.report.admission.webhook.phrase])
    lines += section("Is it injected?", explanation.switches.map { line(of: $0, key: KumaKey.sidecarInjection) })
    let proxy = Self.zoneProxy(explanation.report.outcome)
    if proxy == nil { lines += section("Which mesh?", explanation.meshes.map { line(of: $0, key: KumaKey.mesh) }) }
    lines += section("Which Services?", explanation.services.flatMap(serviceLines))
    lines += section("Which \(proxy ?? Dataplane.kind)?", dataplaneLines(explanation.report.outcome))
    lines += section(
      "Which labels are no tags?",
      explanation.droppedLabels.map { "\($0.key.printedSafely)=\($0.value.printedSafely): \($0.reason.phrase)" }
    )
    lines += section("What is there to do?", findingLines(explanation, findings, fixes))
    return layout.text(of: lines)
  }

  /// Whether the Pods of the workload are alike, as the end of a line that tells how many there are.
  private func likeness(_ groups: [AlikePods]) -> String {
    guard let told = groups.first else { return "" }
    guard groups.count > 1 else { return told.names.count > 1 ? ", all alike: this one stands for them" : "" }
    return told.names.count == 1
      ? "; this one is not like the others" : "; this one stands for \(told.names.count) of them, and the others differ"
  }

  /// What differs in the Pods that are not like the one that is told of.
  private func differenceLines(_ groups: [AlikePods]) -> [String] {
    guard let told = groups.first else { return [] }
    return groups.dropFirst().flatMap { group in
      [group.phrase] + group.differences(from: told).map { "  \($0)" }
    }
  }

  /// The answer in a few lines: what becomes of the Pod, and how much there is to do.
  private func answerLines(
    _ explanation: PodExplanation, _ findings: [Finding], _ mended: Set<String>
  ) -> [String] {
    let report = explanation.report
    let decision = report.injectionMessage
    let verdict = report.outcomeMessage ?? "It is created, or brought to what is shown below."
    // What is refused is told once, where it is refused.
    let (refused, rest) = ReportText.split(findings, by: decision)
    let (failed, others) = ReportText.split(rest, by: verdict)
    // What a new Pod gets is not what this one has.
    let isWithout = findings.contains { $0.code == FindingKind.runsWithoutSidecar.code }
    let standing = isWithout ? "The Pod runs without one until it is recreated. " : ""
    var lines = [answer("Sidecar", standing + decision + codes(refused))]
    lines += report.alternatives.map { answer("", "\($0.condition.phrase): \($0.decision.message)") }
    if let proxy = Self.zoneProxy(report.outcome) {
      lines.append(answer("Mesh", "none: a \(proxy) belongs to its zone."))
    } else if let mesh = report.meshOfProxy {
      let reason = mesh.evidence.map { "since \($0.phrase) names it" } ?? "since nothing names one"
      lines.append(answer("Mesh", "\(mesh.name.printedSafely), \(reason)."))
    }
    lines += serviceAnswers(report.outcome).enumerated().map { answer($0.offset == 0 ? "Services" : "", $0.element) }
    let title = Self.zoneProxy(report.outcome) == nil ? Dataplane.kind : "Zone proxy"
    lines.append(answer(title, verdict + codes(failed)))
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = others.count { $0.severity == severity }
      return count == 0 || severity == .info ? nil : ReportText.count(count, severity.rawValue)
    }
    let said = (findings.filter { !others.contains($0) }).count { mended.contains($0.code) }
    let fix = said == 0 ? [] : [said == 1 ? "the fix of that" : "\(said) fixes of that"]
    let all = fix + counts
    if !all.isEmpty { lines.append(answer("To do", "\(all.joined(separator: ", ")), shown at the end.")) }
    return lines
  }

  /// The kind of the resource, where it is that of a zone proxy.
  private static func zoneProxy(_ outcome: DataplaneOutcome) -> String? {
    outcome.resource.flatMap { $0.dataplane == nil ? $0.kind : nil }
  }

  private func answer(_ title: String, _ text: String) -> String {
    "  \(style.strong(title))\(String(repeating: " ", count: max(1, 11 - title.count)))\(text)"
  }

  /// The services that the Pod offers, a phrase for each.
  private func serviceAnswers(_ outcome: DataplaneOutcome) -> [String] {
    guard let networking = outcome.dataplane?.networking else { return [] }
    if let gateway = networking.gateway { return [report.gatewayLine(gateway)] }
    return networking.inbound.map { inbound in
      let name = inbound.tags[KumaKey.serviceTag]?.printedSafely ?? "no service name"
      let said = inbound.tags[KumaKey.protocolTag] ?? inbound.appProtocol
      let place =
        inbound.port == Dataplane.reservedPort ? "on no port, for no Service leads to the Pod" : "on port \(inbound.port)"
      return "\(name) \(place)\(said.isEmpty ? "" : ", \(said.printedSafely)"), \(report.readiness(inbound))"
    }
  }

  /// The codes of the findings that have a fix.
  private static func mended(_ findings: [Finding], _ fixes: [[Fix]]) -> Set<String> {
    Set(zip(findings, fixes).filter { !$1.isEmpty }.map(\.0.code))
  }

  /// What mends the findings that the answer tells, and the findings that it does not, what matters more first, each with what mends it.
  private func findingLines(_ explanation: PodExplanation, _ findings: [Finding], _ fixes: [[Fix]]) -> [String] {
    let verdict = explanation.report.outcomeMessage ?? ""
    let rest = ReportText.split(ReportText.split(findings, by: explanation.report.injectionMessage).others, by: verdict)
      .others
    let order = findings.indices.filter { rest.contains(findings[$0]) }
    let said = zip(findings, fixes).filter { !rest.contains($0.0) }.flatMap { finding, fixes in
      fixes.first.map { ["[\(finding.code)]"] + FixText(style: style).lines($0).map { "  \($0)" } } ?? []
    }
    return said
      + order.sorted { left, right in
        let (mine, others) = (findings[left].severity, findings[right].severity)
        return mine == others ? left < right : others < mine
      }
      .flatMap { index -> [String] in
        let fix = index < fixes.count ? fixes[index].first : nil
        return [report.line(of: findings[index])] + (fix.map(FixText(style: style).lines) ?? []).map { "  \($0)" }
      }
  }

  private func codes(_ said: String) -> String { said.isEmpty ? "" : " [\(said)]" }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", style.strong(title)] + lines.map { "  \($0)" }
  }

  private func line(of lookup: PodExplanation.Lookup, key: String) -> String {
    let found = lookup.evidence.map { $0.value.quotedSafely } ?? (lookup.needs == nil ? "absent" : "unknown")
    let line = "\(lookup.place.phrase) \(key): \(found)"
    switch lookup.standing {
    case .decisive: return "\(style.strong("> \(line)")), which decides"
    case .lookedAt: return "  \(line)"
    case .notReached: return "  \(style.faint("\(line), not looked at"))"
    }
  }

  private func serviceLines(_ service: ServiceExplanation) -> [String] {
    var lines = ["\(service.name.printedSafely): \(service.verdict.phrase)"]
    if case .belongs(_, let ports) = service.verdict {
      lines += ports.map { "  port \($0.port.port): \($0.phrase)" }
    } else {
      lines = lines.map(style.faint)
    }
    return lines
  }
}
