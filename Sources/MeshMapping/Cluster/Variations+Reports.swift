import KubernetesObjects

extension Variations {
  /// What would happen to a Pod, as far as the input lets one know (INJ-1 …, WRITE-1 …, LIFE-3, KNOW-1 …).
  ///
  /// - Parameters:
  ///   - prepared: The Pod.
  ///   - previous: The Dataplane as it stands; nil where there is none.
  func preview(of prepared: PreparedPod, previous: Dataplane?) -> PodReport {
    let report = base.mapper.preview(of: prepared, through: base.gate, previous: previous)
    let others = variations(of: prepared.pod, for: report).map { variation in
      let namespace = variation.namespace
      let subject = namespace.subject(prepared)
      return PodReport.Variant(
        variation, namespace.mapper.preview(of: subject, through: namespace.gate, previous: previous))
    }
    var known = others.isEmpty ? report : report.agreeing(with: others)
    if lacksServices { known = PodReport(known, outcome: told(known.outcome)) }
    known.isNamespaceUnreadable = isNamespaceUnreadable
    return known
  }

  /// A report on what the controller does with a Pod as it stands, as far as what could not be read lets one know, where these are what
  /// might be as the controller sees it (KNOW-6, KNOW-7).
  ///
  /// - Parameters:
  ///   - report: The report on the Pod as everything is found.
  ///   - prepared: The Pod.
  ///   - previous: The Dataplane as it stands; nil where there is none.
  fileprivate func limited(_ report: PodReport, on prepared: PreparedPod, previous: Dataplane?) -> PodReport {
    var known = PodReport(
      report,
      admission: isNamespaceUnknown ? admission(of: prepared.pod) : report.admission,
      outcome: outcome(of: prepared, previous: previous),
      mesh: report.mesh,
      alternatives: []
    )
    known.isNamespaceUnreadable = isNamespaceUnreadable
    return known
  }

  /// How a Pod's injection is decided on, as far as the labels of its Namespace are known.
  private func admission(of pod: Pod) -> PodAdmission {
    let decided = base.mapper.admission(of: pod, through: base.gate)
    let isOtherwise = concerning(pod, in: nil).contains { variation in
      let namespace = variation.namespace
      let admission = namespace.mapper.admission(of: pod, through: namespace.gate)
      return admission.decision.verdict != decided.decision.verdict
    }
    return isOtherwise
      ? PodAdmission(webhook: .unknown(needs: [.namespaces]), decision: .unknown(needs: [.namespaces])) : decided
  }

  /// The variations that matter to a Pod of which a report is given: without a sidecar only the Namespace does.
  private func variations(of pod: Pod, for report: PodReport) -> [Variation] {
    let hasProxy = report.outcome.resource != nil || report.admission.decision.verdict == .inject
    return concerning(pod, in: report.mesh?.name).filter { hasProxy || $0.kind == .namespaces }
  }
}

extension NamespaceMapper {
  /// What one pass of the controller does with a Pod as it stands (LIFE-1 … LIFE-7): what it does not find does not exist for it, but for
  /// what could not be read.
  ///
  /// - Parameters:
  ///   - prepared: The Pod.
  ///   - gate: The first gate, as far as the Namespace decides about it.
  ///   - previous: The Dataplane as it stands; nil where there is none.
  ///   - seen: What might be as the controller sees it; nil where everything could be read.
  func reconciliation(
    of prepared: PreparedPod,
    through gate: NamespaceGate?,
    previous: Dataplane?,
    knowing seen: Variations?
  ) -> PodReport {
    let report = reconciliation(of: prepared, through: gate, previous: previous)
    return seen?.limited(report, on: prepared, previous: previous) ?? report
  }
}

extension PodReport {
  /// A report under something that might be otherwise.
  struct Variant {
    let variation: Variations.Variation
    let report: PodReport
    var kind: Completeness.Kind { variation.kind }

    init(_ variation: Variations.Variation, _ report: PodReport) {
      self.variation = variation
      self.report = report
    }
  }

  /// What all of some reports on the Pod have in common, this one being that under what is taken for granted; what differs is unknown.
  func agreeing(with others: [Variant]) -> PodReport {
    let deciding = Completeness.Kind.inOrder(
      others.filter { $0.report.admission.decision.verdict != admission.decision.verdict }.map(\.kind))
    let asking = Completeness.Kind.inOrder(
      others.filter { $0.report.admission.webhook.isMade != admission.webhook.isMade }.map(\.kind))
    let isMeshKnown = others.allSatisfy { $0.report.mesh?.name.hasSameBytes(as: mesh?.name ?? "") ?? (mesh == nil) }
    return PodReport(
      self,
      admission: PodAdmission(
        webhook: asking.isEmpty
          ? admission.webhook.agreeing(with: others.map(\.report.admission.webhook)) : .unknown(needs: asking),
        decision: deciding.isEmpty ? admission.decision : .unknown(needs: deciding)),
      outcome: outcome.agreeing(with: others.map { ($0.kind, $0.report.outcome) }),
      mesh: isMeshKnown ? mesh : nil,
      alternatives: deciding.isEmpty ? [] : alternatives(among: others)
    )
  }

  /// What happens to the Pod if what decides is one way or the other: the Namespace's labels first, then its mesh.
  private func alternatives(among others: [Variant]) -> [Alternative] {
    if let plain = others.first(where: { $0.variation.namespaceLabels?.isEmpty ?? false }) {
      let labelled = agreeing(with: others.filter { $0.kind != .namespaces })
      return [
        Alternative(.namespaceLabels(AssumedNamespaces.injected), labelled),
        Alternative(.namespaceLabels([:]), plain.report),
      ]
    }
    guard let mesh, let without = others.first(where: { $0.kind == .meshes }) else { return [] }
    let name = ExactString(mesh.name)
    let existing = agreeing(with: others.filter { $0.kind != .meshes })
    return [Alternative(.meshExists(name), existing), Alternative(.meshMissing(name), without.report)]
  }
}

extension WebhookCall {
  /// The call, by any of the webhooks that make it in this and in some other cases.
  fileprivate func agreeing(with others: [WebhookCall]) -> WebhookCall {
    guard case .called(let webhook) = self else { return self }
    var names = [webhook]
    for case .called(let other) in others where !names.contains(other) { names.append(other) }
    return names.count == 1 ? self : .called(webhook: ExactString(names.map(\.string).joined(separator: " or ")))
  }

  /// Whether the injector is asked.
  fileprivate var isMade: Bool {
    switch self {
    case .called, .assumed: true
    case .notCalled, .unknown: false
    }
  }
}
