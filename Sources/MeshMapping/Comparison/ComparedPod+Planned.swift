import KubernetesObjects

extension NamespaceMapper {
  /// What becomes of Pods that a workload will make, under one control plane.
  func comparedPod(of entry: PlannedEntry, knowing completeness: Completeness) -> ComparedPod {
    switch entry {
    case .withoutTemplate:
      let unknown = DataplaneOutcome.unknown(needs: [.templates])
      return ComparedPod(base: .init(decision: .unknown(needs: [.templates]), outcome: unknown), variants: [:])
    case .pods(let pods):
      if controlPlane.exceptionsDepend(on: pods) {
        let unknown = DataplaneOutcome.unknown(needs: [.pods])
        return ComparedPod(base: .init(decision: .unknown(needs: [.pods]), outcome: unknown), variants: [:])
      }
      return comparedPod(of: pods, knowing: completeness)
    }
  }

  private func comparedPod(of pods: WorkloadPods, knowing completeness: Completeness) -> ComparedPod {
    func compared(_ labels: StringMap) -> ComparedPod {
      let standIns = [StandIn.first, .second].map { standIn in
        let planned = planned(pods, with: standIn, labels: labels)
        return Variations(of: pods.workload.namespace, planned.mapper, knowing: completeness)
          .comparedPod(planned.pod, previous: nil)
      }
      return standIns[0].blended(with: standIns[1])
    }
    let base = compared([:])
    var variants = base.variants
    for labels in controlPlane.labelsThatDecide(about: pods, among: objects) {
      variants[.init(kind: .pods, labels: labels)] = compared(labels).base
    }
    if controlPlane.writesOutbounds {
      variants[.init(kind: .pods, labels: nil)] = base.base.reachingMore
    }
    return ComparedPod(base: base.base, variants: variants)
  }
}

extension ComparedPod.Fate {
  /// The same where the Pods reach one that is yet to be made.
  fileprivate var reachingMore: ComparedPod.Fate {
    guard var dataplane = outcome.dataplane else { return self }
    dataplane.networking.outbound.append(Dataplane.Outbound(address: "", port: 0, tags: [:]))
    let outcome = outcome.replacing(resource: .dataplane(dataplane), unknownValues: [])
    return ComparedPod.Fate(decision: decision, outcome: outcome)
  }
}

extension ComparedPod {
  /// What becomes of both with what differs as patterns.
  fileprivate func blended(with other: ComparedPod) -> ComparedPod {
    var variants: [Variation: Fate] = [:]
    for variation in Set(self.variants.keys).union(other.variants.keys) {
      variants[variation] = fate(variation).blended(with: other.fate(variation))
    }
    return ComparedPod(base: base.blended(with: other.base), variants: variants)
  }
}

extension ComparedPod.Fate {
  fileprivate func blended(with other: ComparedPod.Fate) -> ComparedPod.Fate {
    ComparedPod.Fate(
      decision: decision.blended(with: other.decision) ?? .unknown(needs: [.pods]),
      outcome: outcome.blended(with: other.outcome),
      standIns: [outcome, other.outcome]
    )
  }
}

extension DataplaneOutcome {
  fileprivate func blended(with other: DataplaneOutcome) -> DataplaneOutcome {
    guard verdict.action == other.verdict.action else { return .unknown(needs: [.pods]) }
    if case .fail(let failure) = verdict {
      return Self.blended(failure, [other]).map { .fail($0) } ?? .unknown(needs: [.pods])
    }
    guard let resource, let counterpart = other.resource else { return self }
    guard let blend = resource.blended(with: counterpart) else { return .unknown(needs: [.pods]) }
    return replacing(resource: blend, unknownValues: unknownValues)
  }
}
