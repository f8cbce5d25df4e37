import KubernetesObjects

/// What differs between two clusters of the same objects under different control planes.
struct ClusterDifferences {
  /// The differences of each Pod that has any.
  let byPod: [ObjectName: [PodDifference]]
  /// What tells the inbounds of each Pod that has differences apart.
  let identifications: [ObjectName: Dataplane.InboundIdentification]
  /// The Pods of which the input does not let one know whether more differs.
  let undecided: [ReleaseComparison.Undecided]

  /// Compares what becomes of Pods in two clusters.
  ///
  /// - Parameters:
  ///   - old: What becomes of them under the first control plane.
  ///   - new: What becomes of them under the second; what is told of direct access needs all Pods.
  ///   - given: What tells the inbounds of Pods apart, where that is not for the two Dataplanes to say, so that what is found is
  ///     told as it was before.
  ///   - policies: Who selects what.
  init(
    from old: ComparedCluster,
    to new: ComparedCluster,
    identifiedAs given: [ObjectName: Dataplane.InboundIdentification] = [:],
    policies: PolicySelections
  ) {
    var identifications: [ObjectName: Dataplane.InboundIdentification] = [:]
    var byPod: [ObjectName: [PodDifference]] = [:]
    var undecided: [ReleaseComparison.Undecided] = []
    // Renamed services matter to other Pods, so every Pod is mapped before the lists of direct access are looked at.
    var access = RenamedDirectAccess()
    let (oldRules, newRules) = (old.cluster.controlPlane.rules, new.cluster.controlPlane.rules)
    let matching = oldRules.transparentProxying.nameMatching
    let isMeshDropped = oldRules.mesh.annotations == .read && newRules.mesh.annotations == .notRead
    let completeness = new.cluster.completeness
    let (isTotal, lacksPolicies) = (completeness.isTotal, completeness.lacksPolicies)
    for name in new.pods.keys.sorted() {
      guard let before = old.pods[name], let after = new.pods[name] else { continue }
      var gap = Gap()
      for (before, after) in zip(before, after) {
        let identification = given[name] ?? before.base.identification(with: after.base)
        let telling = Telling(
          cluster: new.cluster, isTotal: isTotal, matchedBefore: matching, identification: identification,
          policies: policies,
          isMeshOfNamespaceDropped: isMeshDropped)
        let differences = Self.differences(from: before, to: after, telling, &gap)
        // Two workloads may make Pods of one name.
        let told = Set(byPod[name] ?? [])
        let others = differences.filter { !told.contains($0) }
        if !others.isEmpty {
          byPod[name, default: []] += others
          identifications[name] = identification
        }
        access.add(name, differences, after.base.outcome.dataplane)
        if lacksPolicies, differences.contains(where: \.isSelectable) { gap.add(deciding: [.policies]) }
      }
      guard !gap.needs.isEmpty else { continue }
      // What is harmless either way need not be there for a verdict.
      let needs = gap.deciding.isEmpty ? gap.needs : gap.deciding
      undecided.append(
        .init(pod: name, needs: Completeness.Kind.inOrder(needs), mayNeedAttention: !gap.deciding.isEmpty))
    }
    for (name, broken) in access.broken() { byPod[name, default: []] += broken }
    self.byPod = byPod
    self.undecided = undecided
    self.identifications = identifications
  }

  /// How what differs in a Pod is told.
  private struct Telling {
    /// The cluster under the second control plane.
    let cluster: Cluster
    /// Whether what is not in the input does not exist.
    let isTotal: Bool
    /// What names in the direct access match under the first.
    let matchedBefore: DirectAccess.NameMatching
    /// What tells the inbounds apart.
    let identification: Dataplane.InboundIdentification
    /// Who selects what.
    let policies: PolicySelections
    /// Whether the second control plane does not read the annotation by which a Namespace names a mesh, and the first does.
    let isMeshOfNamespaceDropped: Bool

    /// Whether somebody would have to look at a difference.
    func needsAttention(_ difference: PodDifference) -> Bool {
      difference.needsAttention(after: cluster.controlPlane)
        || !policies.policies(selectingBy: difference, in: nil).isEmpty
    }
  }

  /// What the input does not let one know.
  private struct Gap {
    var needs: Set<Completeness.Kind> = []
    /// Those of them on which something rests that may need attention.
    var deciding: Set<Completeness.Kind> = []

    mutating func add(deciding kinds: some Sequence<Completeness.Kind>) {
      needs.formUnion(kinds)
      deciding.formUnion(kinds)
    }

    mutating func add(
      _ kinds: some Sequence<Completeness.Kind>,
      _ differences: some Sequence<PodDifference>,
      _ telling: Telling
    ) {
      needs.formUnion(kinds)
      if differences.contains(where: telling.needsAttention) { deciding.formUnion(kinds) }
    }
  }

  /// What differs whatever the input lacks; what else might is added by what the input would have to hold.
  private static func differences(
    from before: ComparedPod,
    to after: ComparedPod,
    _ telling: Telling,
    _ gap: inout Gap
  ) -> [PodDifference] {
    let missing = telling.isTotal ? [] : before.base.missingKinds + after.base.missingKinds
    guard missing.isEmpty else {
      gap.add(deciding: missing)
      return []
    }
    // Nobody knows whether a Namespace that is not there names a mesh in a way that no longer counts.
    if telling.isMeshOfNamespaceDropped, before.meshSource == .namespaceOrNothing,
      before.variants.keys.contains(where: { $0.kind == .namespaces })
    {
      gap.add(deciding: [.namespaces])
    }
    let taken = differences(before.base, after.base, telling, &gap)
    var certain = taken
    // In no order, which nothing depends on: what is certain only shrinks, and what is needed is a set.
    for variation in Set(before.variants.keys).union(after.variants.keys) {
      let varied = Set(differences(before.fate(variation), after.fate(variation), telling, &gap))
      let doubtful = varied.symmetricDifference(taken)
      guard !doubtful.isEmpty else { continue }
      certain.removeAll { !varied.contains($0) }
      gap.add([variation.kind], doubtful, telling)
    }
    return certain
  }

  /// What differs under one assumption.
  private static func differences(
    _ before: ComparedPod.Fate,
    _ after: ComparedPod.Fate,
    _ telling: Telling,
    _ gap: inout Gap
  ) -> [PodDifference] {
    let needs =
      [before.decision, after.decision].flatMap(\.needs) + [before.outcome, after.outcome].flatMap(\.verdict.needs)
    if !needs.isEmpty {
      gap.add(deciding: needs)
      return []
    }
    // A Service that could not be read may give inbounds, of which anything may change.
    if [before, after].contains(where: { $0.outcome.needsServices }) {
      gap.add(deciding: [.services])
    }
    let told = dataplane(before.outcome, after.outcome, telling)
    return sidecar(before.decision, after.decision) + certain(told, before, after, telling, &gap)
      + unmatchedNames(before.outcome, after.outcome, telling)
  }

  /// Of what differs in the Dataplane of Pods that are not there yet, what does so whatever only running Pods have.
  private static func certain(
    _ told: [PodDifference],
    _ before: ComparedPod.Fate,
    _ after: ComparedPod.Fate,
    _ telling: Telling,
    _ gap: inout Gap
  ) -> [PodDifference] {
    var certain = told
    for (before, after) in zip(before.standIns, after.standIns) {
      let found = dataplane(before, after, telling)
      let places = (told: Set(told.map(\.place)), found: Set(found.map(\.place)))
      guard places.told != places.found else { continue }
      let doubtful = places.told.symmetricDifference(places.found)
      gap.add([.pods], (told + found).filter { doubtful.contains($0.place) }, telling)
      certain.removeAll { !places.found.contains($0.place) }
    }
    return certain
  }

  /// What differs in the injection of a Pod that is created anew.
  private static func sidecar(_ before: InjectionDecision, _ after: InjectionDecision) -> [PodDifference] {
    switch (before, after) {
    case (.inject, .inject), (.skip, .skip): return []
    case (.inject, _): return [.losesSidecar(after)]
    case (_, .inject): return [.gainsSidecar(after)]
    case (.reject, .reject) where before.code == after.code: return []
    default: return [.injection(old: before, new: after)]
    }
  }

  private static func dataplane(
    _ old: DataplaneOutcome,
    _ new: DataplaneOutcome,
    _ telling: Telling
  ) -> [PodDifference] {
    let cluster = telling.cluster
    let isInjectionTold = [old.verdict, new.verdict].contains(.leave(.willNotBeInjected))
    if isInjectionTold { return [] }
    if let before = old.resource, let after = new.resource, old.dataplane == nil || new.dataplane == nil {
      return before.differences(to: after).map { .field($0) }
    }
    guard let before = old.dataplane, let after = new.dataplane else {
      return old.verdict.isToldLike(new.verdict) ? [] : [.outcome(old: old.verdict, new: new.verdict)]
    }
    let differences = before.differences(to: after, inbounds: telling.identification)
    guard !differences.isEmpty else { return [] }
    // What the new rules leave of the old inbounds tells those that are merged from those that are gone for another reason.
    let mode = cluster.controlPlane.meshServicesMode(of: after.mesh, in: cluster.meshes)
    let kept = cluster.controlPlane.deduplicated(before.networking.inbound, in: mode)
    return differences.map { told($0, kept: kept) }
  }

  /// The names in a Pod's direct access that match in another way than before, unless it reaches every service anyway (DA-6).
  private static func unmatchedNames(
    _ before: DataplaneOutcome,
    _ after: DataplaneOutcome,
    _ telling: Telling
  ) -> [PodDifference] {
    let matching = telling.cluster.controlPlane.rules.transparentProxying.nameMatching
    guard matching != telling.matchedBefore else { return [] }
    let old = before.dataplane?.networking.transparentProxying?.directAccessServices ?? []
    let new = after.dataplane?.networking.transparentProxying?.directAccessServices ?? []
    let kept = Set(new.map { ExactString($0) })
    guard !kept.contains(ExactString(DirectAccess.wildcard)) else { return [] }
    var seen: Set<ExactString> = []
    // What has whitespace around it matched nothing before either.
    return old.map { ExactString($0) }.filter { kept.contains($0) && !$0.isPadded && seen.insert($0).inserted }
      .map { .directAccessName(entry: $0, matches: matching) }
  }

  private static let serviceTag = ExactString(KumaKey.serviceTag)

  /// A difference of a field in the words that say most about it.
  private static func told(_ difference: FieldDifference, kept: [Dataplane.Inbound]) -> PodDifference {
    switch (difference.path, difference.old, difference.new) {
    case (.inboundTag(let key, Self.serviceTag), let old?, let new?) where key.service.isEmpty:
      return .serviceRenamed(old: ExactString(old), new: ExactString(new))
    case (.gatewayTag(Self.serviceTag), let old?, let new?):
      return .serviceRenamed(old: ExactString(old), new: ExactString(new))
    case (.inbound(let key), let old?, nil):
      let others = kept.filter { $0.port == key.port && $0.port != Dataplane.reservedPort }
      let same = others.count { ($0.tags[KumaKey.serviceTag] ?? "").hasSameBytes(as: key.service) }
      guard let other = others.first, same <= key.occurrence else { return .field(difference) }
      let merged = other.tags[KumaKey.serviceTag].map { ExactString($0) } ?? "port \(other.port)"
      return .inboundMerged(service: ExactString(old), port: key.port, into: merged)
    default: return .field(difference)
    }
  }
}

extension ExactString {
  /// Whether whitespace stands around it.
  fileprivate var isPadded: Bool {
    string.unicodeScalars.first?.properties.isWhitespace ?? false || string.unicodeScalars.last?.properties.isWhitespace ?? false
  }
}
