import KubernetesObjects

/// What differs between two clusters of the same objects under different control planes.
struct ClusterDifferences {
  /// The differences of each Pod that has any.
  let byPod: [ObjectName: [PodDifference]]

  /// Compares two clusters.
  ///
  /// - Parameters:
  ///   - old: What becomes of the Pods under the first control plane.
  ///   - new: The cluster under the second.
  ///   - only: The Pods to look at; nil for all, which what is told of direct access needs.
  init(from old: [ObjectName: ComparedPod], to new: Cluster, only: Set<ObjectName>? = nil) {
    var byPod: [ObjectName: [PodDifference]] = [:]
    // Renamed services matter to other Pods, so every Pod is mapped before the lists of direct access are looked at.
    var access = RenamedDirectAccess()
    for name in only.map({ $0.sorted() }) ?? new.podNames {
      guard let before = old[name], let after = new.comparedPod(name) else { continue }
      let differences = Self.sidecar(before.decision, after.decision) + Self.dataplane(before.outcome, after.outcome, new)
      if !differences.isEmpty { byPod[name] = differences }
      access.add(name, differences, after.outcome.dataplane)
    }
    for (name, broken) in access.broken() { byPod[name, default: []] += broken }
    self.byPod = byPod
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

  private static func dataplane(_ old: DataplaneOutcome, _ new: DataplaneOutcome, _ cluster: Cluster) -> [PodDifference] {
    let isInjectionTold = [old.verdict, new.verdict].contains(.leave(.willNotBeInjected))
    if isInjectionTold { return [] }
    guard let before = old.dataplane, let after = new.dataplane else {
      return old.verdict.isToldLike(new.verdict) ? [] : [.outcome(old: old.verdict, new: new.verdict)]
    }
    let differences = before.differences(to: after)
    guard !differences.isEmpty else { return [] }
    // What the new rules leave of the old inbounds tells those that are merged from those that are gone for another reason.
    let mode = cluster.controlPlane.meshServicesMode(of: after.mesh, in: cluster.meshes)
    let kept = cluster.controlPlane.deduplicated(before.networking.inbound, in: mode)
    return differences.map { told($0, kept: kept) }
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

/// Which entries of direct access no longer match since the service that they name is renamed (CMP-3).
private struct RenamedDirectAccess {
  private var renames: [ExactString: [(pod: ObjectName, service: ExactString)]] = [:]
  private var entries: [(pod: ObjectName, services: [ExactString])] = []
  /// The Pods behind each service after the change.
  private var pods: [ExactString: Set<ObjectName>] = [:]

  mutating func add(_ pod: ObjectName, _ differences: [PodDifference], _ dataplane: Dataplane?) {
    guard let networking = dataplane?.networking else { return }
    let direct = networking.transparentProxying?.directAccessServices ?? []
    if !direct.isEmpty { entries.append((pod, direct.map { ExactString($0) })) }
    for service in networking.inbound.compactMap({ $0.tags[KumaKey.serviceTag] }) {
      pods[ExactString(service), default: []].insert(pod)
    }
    // A gateway has no inbound that could be reached.
    guard networking.gateway == nil else { return }
    for case .serviceRenamed(let old, let new) in differences { renames[old, default: []].append((pod, new)) }
  }

  /// The entries, by the Pod that has them. A Pod never reaches itself, and a service that another Pod still gives is one.
  func broken() -> [(ObjectName, [PodDifference])] {
    entries.map { pod, services in
      let broken = services.compactMap { entry -> PodDifference? in
        let isGiven = pods[entry]?.contains { $0 != pod } ?? false
        guard !isGiven, let rename = renames[entry]?.first(where: { $0.pod != pod }) else { return nil }
        return .directAccess(entry: entry, renamed: rename.service)
      }
      return (pod, broken)
    }
    .filter { !$0.1.isEmpty }
  }
}

/// What becomes of a Pod under one control plane, as far as two are compared.
struct ComparedPod {
  /// How the Pod is decided on when it is created anew.
  let decision: InjectionDecision
  /// What happens to its Dataplane.
  let outcome: DataplaneOutcome
}

extension Cluster {
  /// What becomes of every Pod.
  var comparedPods: [ObjectName: ComparedPod] {
    var pods: [ObjectName: ComparedPod] = [:]
    for name in podNames { pods[name] = comparedPod(name) }
    return pods
  }

  /// What becomes of a Pod; nil where there is no such Pod.
  func comparedPod(_ name: ObjectName) -> ComparedPod? {
    guard let pod = pod(name), let report = preview(of: name) else { return nil }
    return ComparedPod(decision: admissionAnew(of: pod, in: name.namespace).decision, outcome: report.outcome)
  }
}
