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
    return others.isEmpty ? report : report.agreeing(with: others)
  }

  /// What one pass of the controller does with a Pod as it stands (LIFE-1 … LIFE-7), and how its injection is decided on as far as
  /// the input lets one know. What the controller does not find does not exist for it.
  ///
  /// - Parameters:
  ///   - prepared: The Pod.
  ///   - previous: The Dataplane as it stands; nil where there is none.
  func reconciliation(of prepared: PreparedPod, previous: Dataplane?) -> PodReport {
    let report = asFound.mapper.reconciliation(of: prepared, through: asFound.gate, previous: previous)
    guard isNamespaceUnknown else { return report }
    let decided = base.mapper.admission(of: prepared.pod, through: base.gate)
    let isOtherwise = concerning(prepared.pod, in: nil).contains { variation in
      let namespace = variation.namespace
      let admission = namespace.mapper.admission(of: prepared.pod, through: namespace.gate)
      return admission.decision.verdict != decided.decision.verdict
    }
    let admission =
      isOtherwise ? Admission(webhook: decided.webhook, decision: .unknown(needs: [.namespaces])) : decided
    return PodReport(report, admission: admission, outcome: report.outcome, mesh: report.mesh, alternatives: [])
  }

  /// The variations that matter to a Pod of which a report is given: without a sidecar only the Namespace does.
  private func variations(of pod: Pod, for report: PodReport) -> [Variation] {
    let hasProxy = report.outcome.resource != nil || report.admission.decision.verdict == .inject
    return concerning(pod, in: report.mesh?.name).filter { hasProxy || $0.kind == .namespaces }
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
    let isMeshKnown = others.allSatisfy { $0.report.mesh?.name.hasSameBytes(as: mesh?.name ?? "") ?? (mesh == nil) }
    return PodReport(
      self,
      admission: deciding.isEmpty
        ? admission : Admission(webhook: admission.webhook, decision: .unknown(needs: deciding)),
      outcome: outcome(agreeingWith: others),
      mesh: isMeshKnown ? mesh : nil,
      alternatives: deciding.isEmpty ? [] : alternatives(among: others)
    )
  }

  /// What happens to the Dataplane in all of some reports.
  private func outcome(agreeingWith others: [Variant]) -> DataplaneOutcome {
    let action = outcome.verdict.action
    let deciding = Completeness.Kind.inOrder(others.filter { $0.report.outcome.verdict.action != action }.map(\.kind))
    guard deciding.isEmpty else { return .unknown(needs: deciding) }
    guard let resource = outcome.resource else { return outcome }
    var common = resource
    var unknown = outcome.unknownValues
    var paths = Set(unknown.map { ExactString($0.path) })
    for other in others {
      guard let counterpart = other.report.outcome.resource else { continue }
      guard let agreement = resource.agreement(with: counterpart), !agreement.differing.isEmpty else { continue }
      common = common.agreement(with: agreement.common)?.common ?? common
      for path in agreement.differing where paths.insert(ExactString(path)).inserted {
        unknown.append(Unknown(path: path, needs: other.kind))
      }
    }
    return unknown.isEmpty ? outcome : outcome.replacing(resource: common, unknownValues: unknown)
  }

  /// What happens to the Pod if what decides is one way or the other: the Namespace's labels first, then its mesh.
  private func alternatives(among others: [Variant]) -> [Alternative] {
    if let plain = others.first(where: { $0.variation.namespaceLabels?.isEmpty ?? false }) {
      return [
        Alternative(.namespaceLabels(AssumedNamespaces.injected), self), Alternative(.namespaceLabels([:]), plain.report),
      ]
    }
    guard let mesh, let without = others.first(where: { $0.kind == .meshes }) else { return [] }
    let name = ExactString(mesh.name)
    return [Alternative(.meshExists(name), self), Alternative(.meshMissing(name), without.report)]
  }
}
