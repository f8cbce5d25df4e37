import KubernetesObjects
package import MeshDiagnostics
package import MeshMapping

/// The full story of a Pod as text, a section for each step.
package struct ExplanationText {
  let style: Style
  let report: ReportText

  package init(style: Style) {
    self.style = style
    report = ReportText(style: style)
  }

  /// The story of a Pod.
  package func story(
    _ explanation: PodExplanation,
    findings: [Finding],
    rules: String,
    announcement: String? = nil,
    sizes: WorkloadSizes
  ) -> String {
    let name = ReportText.name(of: explanation.report.name)
    var lines = ["\(style.strong(name)) under \(ReportText.phrase(for: rules))"]
    lines += [explanation.report.workloadPhrase(sizes)].compactMap(\.self)
    if let announcement { lines.append(style.notable(announcement)) }
    lines += section("Is the injector asked?", [explanation.report.admission.webhook.phrase])
    // What is refused is told once, where it is refused.
    let decision = explanation.report.injectionMessage
    let verdict = explanation.report.outcomeMessage ?? "It is created or brought to this:"
    let (refused, rest) = ReportText.split(findings, by: decision)
    let (failed, others) = ReportText.split(rest, by: verdict)
    lines += section(
      "Is it injected?",
      explanation.switches.map { line(of: $0, key: KumaKey.sidecarInjection) } + [decision + codes(refused)]
        + explanation.report.alternatives.map { "\($0.condition.phrase): \($0.decision.message)" }
    )
    lines += section("Which mesh?", meshLines(explanation))
    lines += section("Which Services?", explanation.services.flatMap(serviceLines))
    lines += section("Which Dataplane?", [verdict + codes(failed)] + dataplaneLines(explanation.report.outcome))
    lines += section(
      "Which labels are no tags?",
      explanation.droppedLabels.map { "\($0.key.printedSafely)=\($0.value.printedSafely): \($0.reason.phrase)" }
    )
    lines += section("What else?", others.map(report.line))
    return lines.joined(separator: "\n")
  }

  private func codes(_ said: String) -> String { said.isEmpty ? "" : " [\(said)]" }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", style.strong(title)] + lines.map { "  \($0)" }
  }

  private func line(of lookup: PodExplanation.Lookup, key: String) -> String {
    let nothing = lookup.needs == nil ? "absent" : "unknown"
    return "\(lookup.place.phrase) \(key): \(lookup.evidence.map { $0.value.quotedSafely } ?? nothing)"
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
}
