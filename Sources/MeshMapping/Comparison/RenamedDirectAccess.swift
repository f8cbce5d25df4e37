import KubernetesObjects

/// Which entries of direct access no longer match since the service that they name is renamed (CMP-3).
struct RenamedDirectAccess {
  private var renames: [ExactString: [(pod: ObjectName, service: ExactString)]] = [:]
  private var entries: [(pod: ObjectName, services: [ExactString])] = []
  /// The Pods behind each service after the change.
  private var pods: [ExactString: Set<ObjectName>] = [:]

  /// Takes in what differs in a Pod, and its Dataplane after the change.
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
