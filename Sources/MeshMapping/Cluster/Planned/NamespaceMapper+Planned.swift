import KubernetesObjects

extension NamespaceMapper {
  /// What would happen to Pods that a workload will make, as far as it is known before there are any (WORK-4 … WORK-7).
  ///
  /// They are mapped with what only running Pods have made up in two ways, and once more for each Service that may select them: what
  /// comes out the same is known.
  ///
  /// - Parameters:
  ///   - pods: The Pods.
  ///   - completeness: What the input lets one know of the objects around them.
  func preview(of pods: WorkloadPods, knowing completeness: Completeness) -> PodReport {
    func preview(with standIn: StandIn, labels: StringMap = [:]) -> PodReport {
      let planned = planned(pods, with: standIn, labels: labels)
      return Variations(of: pods.workload.namespace, planned.mapper, knowing: completeness)
        .preview(of: planned.pod, previous: nil)
    }
    let first = preview(with: .first)
    let deciding = controlPlane.labelsThatDecide(about: pods, among: objects)
    let others =
      [preview(with: .second)]
      + deciding.sorted { $0.entries.precede($1.entries) }.map { preview(with: .first, labels: $0) }
    let known = PreparedPod(pods.pod(underKubernetes: controlPlane.minorVersion), under: controlPlane)
    let isUndecided = controlPlane.exceptionsDepend(on: pods)
    let outcome = first.outcome.agreement(with: others.map(\.outcome))
    let admission = others.reduce(first.admission) { $0.blended(with: $1.admission) }
    var report = PodReport(
      .preview,
      of: known,
      isUndecided ? PodAdmission(webhook: admission.webhook, decision: .unknown(needs: [.pods])) : admission,
      isUndecided
        ? .unknown(needs: [.pods]) : controlPlane.writesOutbounds ? outcome.withoutOutbounds(needing: .pods) : outcome,
      mesh: first.mesh,
      services: first.matches,
      workload: WorkloadReference(of: pods),
      alternatives: isUndecided ? [] : others.reduce(first.alternatives) { $0.agreement(with: $1.alternatives) },
      planned: pods
    )
    report.isNamespaceUnreadable = first.isNamespaceUnreadable
    return report
  }

  /// One of the Pods with what only a running one has made up, and the way that it goes.
  ///
  /// - Parameters:
  ///   - pods: The Pods.
  ///   - standIn: What only a running Pod has.
  ///   - labels: Labels that it is given.
  func planned(
    _ pods: WorkloadPods,
    with standIn: StandIn,
    labels: StringMap
  ) -> (pod: PreparedPod, mapper: NamespaceMapper) {
    var pod = pods.pod(with: standIn, underKubernetes: controlPlane.minorVersion)
    for label in labels.entries { pod.metadata.labels[label.key] = label.value }
    let lookup = PlannedLookup(objects, of: pods, with: standIn, given: labels, under: controlPlane)
    let mapper = NamespaceMapper(of: namespace, among: lookup, under: controlPlane)
    return (PreparedPod(pod, under: controlPlane), mapper)
  }
}

extension DataplaneOutcome {
  /// What outcomes for Pods have in common that differ in what only running Pods have.
  fileprivate func agreement(with others: [DataplaneOutcome]) -> DataplaneOutcome {
    guard others.allSatisfy({ $0.verdict.action == verdict.action }) else {
      return .unknown(needs: Completeness.Kind.inOrder([.pods] + ([self] + others).flatMap(\.verdict.needs)))
    }
    if case .fail(let failure) = verdict {
      return Self.blended(failure, others).map { .fail($0) } ?? .unknown(needs: [.pods])
    }
    let common = agreeing(with: others.map { (.pods, $0) })
    guard let dataplane = common.dataplane, dataplane.networking.inbound.isEmpty else { return common }
    // Where no inbound is known, only the list is told, and nothing of what stands in it.
    let unknown = common.unknownValues.filter { !Dataplane.isInInbound($0.path) }
    return common.replacing(resource: .dataplane(dataplane), unknownValues: unknown)
  }
}

extension [PodReport.Alternative] {
  /// What alternatives for Pods have in common that differ in what only running Pods have; nothing where they are not the same ones.
  fileprivate func agreement(with others: [PodReport.Alternative]) -> [PodReport.Alternative] {
    guard map(\.condition) == others.map(\.condition) else { return [] }
    return zip(self, others).map { mine, theirs in
      PodReport.Alternative(
        mine.condition,
        decision: mine.decision.blended(with: theirs.decision) ?? .unknown(needs: [.pods]),
        outcome: mine.outcome.agreement(with: [theirs.outcome]))
    }
  }
}

extension [StringMap.Entry] {
  /// Whether these come before others, key by key and value by value.
  fileprivate func precede(_ others: [StringMap.Entry]) -> Bool {
    lexicographicallyPrecedes(others) { left, right in
      let order = left.key.byteOrder(to: right.key)
      return order == 0 ? left.value.precedesInBytes(right.value) : order < 0
    }
  }
}
