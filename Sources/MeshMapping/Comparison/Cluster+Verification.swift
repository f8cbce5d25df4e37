import KubernetesObjects

extension Cluster {
  /// Compares the Dataplanes that exist with what the rules give, by namespace and name (VER-1 … VER-4).
  ///
  /// Labels and annotations that the rules do not give are not looked at: others may add them.
  public func verification() -> Verification {
    let completeness = completeness
    let knowsPods = completeness.known.contains(.pods)
    let knowsDataplanes = completeness.known.contains(.dataplanes)
    let zoneProxies = existingZoneProxies
    let known = Set(zoneProxies.map { ExactString($0.kind) })
    let names = Set(podNames).union(existingDataplanes.map(\.objectName)).union(zoneProxies.map(\.objectName)).sorted()
    var problems: [VerificationProblem] = []
    var unchecked: [Verification.Unchecked] = []
    for (name, outcomes) in zip(names, observedOutcomes(of: names, isTotal: completeness.isTotal)) {
      let existing = existingResource(name)
      let kind = outcomes?.base.resource?.kind ?? Dataplane.kind
      if let broken = objectUnread(existing, name) {
        unchecked.append(.init(name: name, reason: .unreadable(broken)))
        continue
      }
      if existing == nil, kind == Dataplane.kind, !knowsDataplanes {
        unchecked.append(.init(name: name, reason: .needs([.dataplanes])))
        continue
      }
      // Zone proxies are compared where the input has any; most inputs hold Dataplanes only.
      if existing == nil, kind != Dataplane.kind, !known.contains(ExactString(kind)) { continue }
      if let existing, knowsPods, isOrphan(existing) {
        problems.append(VerificationProblem(name: name, kind: .orphaned))
        continue
      }
      guard let outcomes else {
        if let existing { Self.judge(existing, withoutPodAmong: knowsPods, &problems, &unchecked) }
        continue
      }
      let (found, needs) = outcomes.problems(of: existing)
      problems += found.map { VerificationProblem(name: name, kind: $0) }
      if !needs.isEmpty {
        unchecked.append(.init(name: name, reason: .needs(needs)))
      } else if existing != nil, case .fail(let failure) = outcomes.base.verdict {
        unchecked.append(.init(name: name, reason: .stays(failure)))
      }
    }
    return Verification(problems: problems, unchecked: unchecked)
  }

  /// A Dataplane that no Pod of the input has: that a Pod owns it is a problem where the input has Pods.
  private static func judge(
    _ existing: ProxyResource,
    withoutPodAmong knowsPods: Bool,
    _ problems: inout [VerificationProblem],
    _ unchecked: inout [Verification.Unchecked]
  ) {
    let name = existing.objectName
    if existing.metadata.podOwners.isEmpty {
      unchecked.append(.init(name: name, reason: .notOwnedByPod))
    } else if knowsPods {
      problems.append(VerificationProblem(name: name, kind: .withoutPod))
    } else {
      unchecked.append(.init(name: name, reason: .needs([.pods])))
    }
  }

  /// What cannot be compared since it is there and could not be read: the Dataplane, or the Pod that has it.
  private func objectUnread(_ existing: ProxyResource?, _ name: ObjectName) -> ObjectReference? {
    guard !unreadable.isEmpty else { return nil }
    func unread(_ kind: ClusterObject.Kind, _ name: String, in namespace: String) -> ObjectReference? {
      let object = ObjectReference(kind, namespace: namespace, name: name)
      return unreadable.contains(object) ? object : nil
    }
    guard let existing else { return unread(.dataplane, name.name, in: name.namespace) }
    return existing.metadata.podOwners.lazy.compactMap { unread(.pod, $0.name, in: existing.metadata.namespace) }.first
  }

  /// Whether a resource is left for garbage collection: none of the Pods that own it is there.
  private func isOrphan(_ existing: ProxyResource) -> Bool {
    GarbageCollection.isOrphan(existing.metadata) { owner in
      pod(ObjectName(namespace: existing.metadata.namespace, name: owner))?.metadata.uid
    }
  }

  /// The resource of a name that exists: of the kind that the Pod of the name has, or of any where there is no such Pod.
  private func existingResource(_ name: ObjectName) -> ProxyResource? {
    namespaces[ExactString(name.namespace)]?.existingResource(name.name, of: pod(name).map(controlPlane.proxyKind))
  }

  /// What one pass of the controller does with some Pods as they stand, by what might be around them; nil where no Pod has the name.
  ///
  /// - Parameters:
  ///   - names: The names.
  ///   - isTotal: Whether what is not in the input does not exist.
  private func observedOutcomes(of names: [ObjectName], isTotal: Bool) -> [ObservedOutcomes?] {
    let virtualIPs = controlPlane.rules.outbounds.virtualIPs
    return answersUnderVariations(names) { variations, pod, previous in
      let (base, others) = variations.observedOutcomes(of: pod, previous: previous)
      return ObservedOutcomes(
        virtualIPs: virtualIPs, isTotal: isTotal, base: variations.told(base),
        others: others.map { ($0.kind, variations.told($0.outcome)) })
    }
  }
}

/// What one pass of the controller does with a Pod as it stands, under what is taken for granted of objects that the input lacks, and
/// under what else might be.
private struct ObservedOutcomes {
  /// Whether the release writes outbounds of virtual IPs, which nothing here knows.
  let virtualIPs: Presence
  /// Whether what is not in the input does not exist.
  let isTotal: Bool
  let base: DataplaneOutcome
  let others: [(kind: Completeness.Kind, outcome: DataplaneOutcome)]

  /// What is wrong with a Dataplane whatever the input lacks, and what the input would have to hold for one to know the rest.
  func problems(of existing: ProxyResource?) -> (certain: [VerificationProblem.Kind], needs: [Completeness.Kind]) {
    let taken = problems(of: existing, given: base)
    var certain = taken
    var needs = Set(base.verdict.needs + [base.verdict.missingKind].compactMap { isTotal ? nil : $0 })
    if base.needsServices { needs.insert(.services) }
    for other in others {
      let varied = Set(problems(of: existing, given: other.outcome))
      certain.removeAll { !varied.contains($0) }
      // Where the control plane gives up, whatever is there stays, and nothing is wrong with it.
      let isKeptOtherwise = (other.outcome.verdict.action == .fail) != (base.verdict.action == .fail)
      if varied != Set(taken) || isKeptOtherwise { needs.insert(other.kind) }
    }
    return (certain, Completeness.Kind.inOrder(needs))
  }

  private func problems(of existing: ProxyResource?, given outcome: DataplaneOutcome) -> [VerificationProblem.Kind] {
    guard let existing else { return outcome.verdict == .apply ? [.missing] : [] }
    switch outcome.verdict {
    case .delete(let reason): return [.superfluous(reason)]
    // What the control plane leaves alone or gives up on stays as it is, but what was never injected has no Dataplane.
    case .leave(.notInjected): return [.unexpected(outcome.verdict)]
    case .leave, .fail, .pending, .unknown: return []
    case .apply:
      guard let given = outcome.resource else { return [] }
      let isOwnerPrinted = existing.metadata.ownership == .written
      return existing.differences(to: given)
        .filter { !isNotGiven($0) && (isOwnerPrinted || $0.path != .owner) }
        .map { .differs($0) }
    }
  }

  /// Whether a difference is something beside what the rules give: labels and annotations of others, outbounds of virtual IPs, and inbounds
  /// of a Service that could not be read.
  private func isNotGiven(_ difference: FieldDifference) -> Bool {
    switch difference.path {
    case .inbound: difference.new == nil && base.needsServices
    case .label, .annotation: difference.new == nil
    case .outbound, .outbounds: difference.new == nil && virtualIPs == .present
    default: false
    }
  }
}
