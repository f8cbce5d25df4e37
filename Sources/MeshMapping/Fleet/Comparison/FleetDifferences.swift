import KubernetesObjects

/// What differs between two fleets of the same objects under different control planes.
struct FleetDifferences {
  /// The differences of each Pod that has any.
  let byPod: [ObjectName: [PodDifference]]

  /// Compares two fleets.
  ///
  /// - Parameters:
  ///   - old: The fleet under the first control plane.
  ///   - new: The fleet under the second.
  ///   - only: The Pods to look at; nil for all.
  init(from old: Fleet, to new: Fleet, only: Set<ObjectName>? = nil) {
    var byPod: [ObjectName: [PodDifference]] = [:]
    // Renamed services matter to other Pods, so every Pod is mapped before the lists of direct access are looked at.
    var renamed: [ExactString: String] = [:]
    var entries: [(ObjectName, [String])] = []
    for name in old.podNames {
      guard let before = old.preview(of: name), let after = new.preview(of: name) else { continue }
      let differences = Self.sidecar(name, old, new) + Self.dataplane(before.outcome, after.outcome)
      if !differences.isEmpty { byPod[name] = differences }
      for case .serviceRenamed(let service, let other) in differences { renamed[ExactString(service)] = other }
      let direct = after.outcome.dataplane?.networking.transparentProxying?.directAccessServices ?? []
      if !direct.isEmpty { entries.append((name, direct)) }
    }
    for (name, direct) in entries {
      let broken = direct.compactMap { entry in
        renamed[ExactString(entry)].map { PodDifference.directAccess(entry: entry, renamed: $0) }
      }
      if !broken.isEmpty { byPod[name, default: []] += broken }
    }
    self.byPod = only.map { only in byPod.filter { only.contains($0.key) } } ?? byPod
  }

  /// What differs in the injection of a Pod that is created anew.
  private static func sidecar(_ name: ObjectName, _ old: Fleet, _ new: Fleet) -> [PodDifference] {
    guard let before = old.admissionAnew(of: name)?.decision, let after = new.admissionAnew(of: name)?.decision else {
      return []
    }
    switch (before, after) {
    case (.inject, .inject), (.skip, .skip): return []
    case (.inject, _): return [.losesSidecar(after)]
    case (_, .inject): return [.gainsSidecar(after)]
    case (.reject, .reject) where before.reason == after.reason: return []
    default: return [.injection(old: before, new: after)]
    }
  }

  private static func dataplane(_ old: DataplaneOutcome, _ new: DataplaneOutcome) -> [PodDifference] {
    let isInjectionTold = old == .none(.willNotBeInjected) || new == .none(.willNotBeInjected)
    if isInjectionTold { return [] }
    guard let before = old.dataplane, let after = new.dataplane else {
      let (old, new) = (PodDifference.Outcome(old), PodDifference.Outcome(new))
      return old == new ? [] : [.outcome(old: old, new: new)]
    }
    let fields = before.differences(to: after)
    return fields.map { told($0, in: after) }
  }

  /// A difference of a field in the words that say most about it.
  private static func told(_ difference: FieldDifference, in dataplane: Dataplane) -> PodDifference {
    switch (difference.path, difference.old, difference.new) {
    case (.inboundTag(let key, KumaKey.serviceTag), let old?, let new?) where key.service.isEmpty:
      return .serviceRenamed(old: old, new: new)
    case (.inbound(let key), let old?, nil):
      let other = dataplane.networking.inbound.first { $0.port == key.port && $0.port != Dataplane.reservedPort }
      guard let other else { return .field(difference) }
      return .inboundMerged(service: old, port: key.port, into: other.tags[KumaKey.serviceTag] ?? "port \(other.port)")
    default: return .field(difference)
    }
  }
}

extension Fleet {
  /// What becomes of a Pod that is created anew from what its owner wrote: without the sidecar that it may have now.
  func admissionAnew(of name: ObjectName) -> Admission? {
    guard var pod = pod(name) else { return nil }
    pod.spec.containers.removeAll { $0.name.hasSameBytes(as: KumaContainer.sidecar) }
    pod.spec.initContainers.removeAll { $0.name.hasSameBytes(as: KumaContainer.sidecar) }
    return controlPlane.admission(of: pod, in: namespace(name.namespace), among: surroundings(of: name.namespace))
  }
}
