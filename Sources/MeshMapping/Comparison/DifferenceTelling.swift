import KubernetesObjects

/// How what differs in the Pods of two clusters is told: all but the Pods that it depends on.
struct DifferenceTelling {
  /// The cluster under the second control plane.
  private let cluster: Cluster
  /// Who selects what.
  private let policies: PolicySelections
  /// What else the words depend on.
  let basis: Basis

  /// Whose matter it is that tags are gone.
  var tagLoss: TagLoss { basis.tagLoss }

  /// What the words depend on beside the cluster and who selects what.
  struct Basis: Hashable {
    /// Whether what is not in the input does not exist.
    let isTotal: Bool
    /// Whether a policy may be there that could not be read or was left out of a list.
    let lacksPolicies: Bool
    /// What names in the direct access match under the first control plane.
    let matchingBefore: DirectAccess.NameMatching
    /// What they match under the second.
    let matching: DirectAccess.NameMatching
    /// Whose matter it is that tags are gone.
    let tagLoss: TagLoss
    /// Which inbounds it merges.
    var merging: MergingRules
    /// Whether a Mesh may be there that is not found.
    let mayLackMeshes: Bool
  }

  /// How what differs is told.
  ///
  /// - Parameters:
  ///   - old: The cluster under the first control plane.
  ///   - new: The cluster under the second.
  ///   - policies: Who selects what.
  init(from old: Cluster, to new: Cluster, policies: PolicySelections) {
    let (before, after) = (old.controlPlane.rules, new.controlPlane.rules)
    cluster = new
    self.policies = policies
    basis = Basis(
      isTotal: new.completeness.isTotal,
      lacksPolicies: new.completeness.lacksPolicies,
      matchingBefore: before.transparentProxying.nameMatching,
      matching: after.transparentProxying.nameMatching,
      tagLoss: TagLoss(from: old.controlPlane, to: new.controlPlane),
      merging: new.controlPlane.mergingRules,
      mayLackMeshes: new.completeness.mayLackMeshes
    )
  }

  /// Whether the same Pods are told of in the same words, the objects around them being the same.
  func isSame(as other: DifferenceTelling) -> Bool { basis == other.basis }

  /// How alike it is told elsewhere, the objects being the same.
  enum Likeness {
    case same
    /// But for inbounds that are gone, which may be merged with others.
    case sameButForMerging
    /// But for what is told of names in direct access, say.
    case other
    /// The objects are not the same.
    case none
  }

  /// How alike something is told where the objects are the same.
  func likeness(to other: DifferenceTelling) -> Likeness {
    if basis == other.basis { return .same }
    var basis = basis
    basis.merging = other.basis.merging
    return basis == other.basis ? .sameButForMerging : .other
  }

  /// Whether somebody would have to look at a difference.
  ///
  /// - Parameters:
  ///   - difference: What differs.
  ///   - pair: What becomes of the Pod under both control planes.
  func needsAttention(_ difference: PodDifference, of pair: @autoclosure () -> ComparedPair) -> Bool {
    difference.needsAttention(where: basis.tagLoss)
      || !policies.policies(selectingBy: difference, in: nil, of: pair()).isEmpty
  }

  /// What differs in a Pod.
  ///
  /// - Parameters:
  ///   - before: What becomes of it in the first cluster.
  ///   - after: What becomes of it in the second.
  ///   - given: What tells its inbounds apart; nil where that is for its Dataplanes to say.
  func differences(
    from before: [ComparedPod], to after: [ComparedPod], identified given: Dataplane.InboundIdentification?
  ) -> PodDifferences {
    var differences = PodDifferences()
    for (before, after) in zip(before, after) {
      let identification = given ?? before.base.identification(with: after.base)
      let pair = PairTelling(cluster: cluster, matchingBefore: basis.matchingBefore, identification: identification)
      let told = told(from: before, to: after, pair, &differences.gap)
      differences.add(told, identifiedBy: identification, of: after)
      if basis.lacksPolicies, told.contains(where: \.isSelectable) { differences.gap.addDeciding([.policies]) }
    }
    return differences
  }

  /// What differs whatever the input lacks; what else might is added by what the input would have to hold.
  private func told(
    from before: ComparedPod, to after: ComparedPod, _ pair: PairTelling, _ gap: inout PodDifferences.Gap
  ) -> [PodDifference] {
    let missing = basis.isTotal ? [] : before.base.missingKinds + after.base.missingKinds
    // Where there are other meshes, the Mesh that is named after and not before does not exist.
    let isMeshGone = !basis.mayLackMeshes && before.base.missingKinds.isEmpty && missing.allSatisfy { $0 == .meshes }
    guard missing.isEmpty || isMeshGone else {
      gap.addMissing(missing, before.base.missingObjects + after.base.missingObjects)
      return []
    }
    let taken = told(before.base, after.base, pair, &gap)
    if before.variants.isEmpty, after.variants.isEmpty { return taken }
    var certain = taken
    // In no order, which nothing depends on: what is certain only shrinks, and what is needed is a set.
    for variation in Set(before.variants.keys).union(after.variants.keys) {
      let varied = Agreement(of: told(before.fate(variation), after.fate(variation), pair, &gap), with: taken)
      guard !varied.doubtful.isEmpty else { continue }
      certain.removeAll { !varied.contains($0) }
      gap.add([variation.kind], varied.doubtful, of: ComparedPair(from: [before], to: [after]), self)
    }
    return certain
  }

  /// What two assumptions make differ alike, whatever reasons are given for it.
  private struct Agreement {
    private let identities: Set<PodDifference.Identity>
    /// What differs under one of them only.
    let doubtful: [PodDifference]

    init(of varied: [PodDifference], with taken: [PodDifference]) {
      identities = Set(varied.map(\.identity))
      let others = Set(taken.map(\.identity))
      doubtful =
        taken.filter { [identities] in !identities.contains($0.identity) } + varied.filter { !others.contains($0.identity) }
    }

    /// Whether something differs under both.
    func contains(_ difference: PodDifference) -> Bool { identities.contains(difference.identity) }
  }

  /// What differs under one assumption.
  private func told(
    _ before: ComparedPod.Fate, _ after: ComparedPod.Fate, _ pair: PairTelling, _ gap: inout PodDifferences.Gap
  ) -> [PodDifference] {
    let needs = before.needs + after.needs
    if !needs.isEmpty {
      gap.addDeciding(needs)
      return []
    }
    // A Service that could not be read may give inbounds, of which anything may change.
    if before.outcome.needsServices || after.outcome.needsServices { gap.addDeciding([.services]) }
    let sidecar = pair.sidecar(before.decision, after.decision)
    let told = pair.dataplane(before.outcome, after.outcome, beside: sidecar)
    return sidecar + certain(told, beside: sidecar, before, after, pair, &gap)
      + pair.unmatchedNames(before.outcome, after.outcome)
  }

  /// Of what differs in the Dataplane of Pods that are not there yet, what does so whatever only running Pods have.
  private func certain(
    _ told: [PodDifference],
    beside sidecar: [PodDifference],
    _ start: ComparedPod.Fate,
    _ end: ComparedPod.Fate,
    _ pair: PairTelling,
    _ gap: inout PodDifferences.Gap
  ) -> [PodDifference] {
    var certain = told
    for (before, after) in zip(start.standIns, end.standIns) {
      let found = pair.dataplane(before, after, beside: sidecar)
      let places = (told: Set(told.map(\.place)), found: Set(found.map(\.place)))
      guard places.told != places.found else { continue }
      let doubtful = places.told.symmetricDifference(places.found)
      let compared = ComparedPair(
        from: [ComparedPod(base: start, variants: [:])], to: [ComparedPod(base: end, variants: [:])])
      gap.add([.pods], (told + found).filter { doubtful.contains($0.place) }, of: compared, self)
      certain.removeAll { !places.found.contains($0.place) }
    }
    return certain
  }
}

extension ComparedPod.Fate {
  /// What the input would have to hold for one to know what becomes of the Pod.
  fileprivate var needs: [Completeness.Kind] { decision.needs + outcome.verdict.needs }
}
