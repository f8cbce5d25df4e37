import KubernetesObjects

/// How what differs in one Pod between two control planes is told, under one assumption.
struct PairTelling {
  /// The cluster under the second control plane.
  let cluster: Cluster
  /// What names in the direct access match under the first.
  let matchingBefore: DirectAccess.NameMatching
  /// What tells the inbounds apart.
  let identification: Dataplane.InboundIdentification

  /// What differs in the injection of a Pod that is created anew.
  func sidecar(_ before: InjectionDecision, _ after: InjectionDecision) -> [PodDifference] {
    switch (before, after) {
    case (.inject, .inject), (.skip, .skip): return []
    case (.inject, _): return [.losesSidecar(after)]
    case (_, .inject): return [.gainsSidecar(after)]
    case (.reject, .reject) where before.code == after.code: return []
    default: return [.injection(old: before, new: after)]
    }
  }

  /// What differs in what happens to the Dataplane, and in the Dataplane.
  ///
  /// - Parameters:
  ///   - old: What happens under the first control plane.
  ///   - new: What happens under the second.
  ///   - sidecar: What differs in the injection of the Pod: that there is a Dataplane by it, or none, goes without saying.
  func dataplane(_ old: DataplaneOutcome, _ new: DataplaneOutcome, beside sidecar: [PodDifference]) -> [PodDifference] {
    // A zone proxy or a builtin gateway has a resource without being injected.
    let isByInjection = [old.verdict, new.verdict].contains(.leave(.willNotBeInjected))
    if isByInjection, !sidecar.isEmpty { return [] }
    if let before = old.resource, let after = new.resource, old.dataplane == nil || new.dataplane == nil {
      return before.differences(to: after).map { .field($0) }
    }
    guard let before = old.dataplane, let after = new.dataplane else {
      return old.verdict.isToldLike(new.verdict) ? [] : [.outcome(old: old.verdict, new: new.verdict)]
    }
    let differences = before.differences(to: after, inbounds: identification)
    guard !differences.isEmpty else { return [] }
    // What the new rules leave of the old inbounds tells those that are merged from those that are gone for another reason.
    let mode = cluster.controlPlane.meshServicesMode(of: after.mesh, in: cluster.meshes)
    let kept = cluster.controlPlane.deduplicated(before.networking.inbound, in: mode)
    let listsBackends = after.networking.transparentProxying?.reachableBackends != nil
    return differences.map { difference in
      guard listsBackends, difference.path == .proxying(.reachableServices), difference.new == nil else {
        return told(difference, kept: kept)
      }
      return .reachableServicesUnread(services: ExactString(difference.old ?? ""))
    }
  }

  /// The names in a Pod's direct access that match in another way than before, unless it reaches every service anyway (DA-6).
  func unmatchedNames(_ before: DataplaneOutcome, _ after: DataplaneOutcome) -> [PodDifference] {
    let matching = cluster.controlPlane.rules.transparentProxying.nameMatching
    guard matching != matchingBefore else { return [] }
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
  private func told(_ difference: FieldDifference, kept: [Dataplane.Inbound]) -> PodDifference {
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
    let ends = [string.unicodeScalars.first, string.unicodeScalars.last]
    return ends.contains { $0?.properties.isWhitespace ?? false }
  }
}
