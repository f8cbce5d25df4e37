import KubernetesObjects

/// Which entries of direct access no longer match since the service that they name is renamed (CMP-3).
struct RenamedDirectAccess {
  private var renames: [ExactString: [(pod: ObjectName, service: ExactString)]] = [:]
  private var entries: [(pod: ObjectName, services: [ExactString])] = []
  /// The Pods behind each service that is listed, after the change.
  private var pods: [ExactString: Set<ObjectName>] = [:]

  /// What is renamed, and who lists it.
  ///
  /// - Parameters:
  ///   - differences: What differs in each Pod.
  ///   - after: What becomes of the Pods after the change.
  init(of differences: [ObjectName: PodDifferences], in after: ComparedCluster) {
    for pod in after.names {
      for dataplane in after.dataplanes(of: pod) {
        let direct = dataplane.networking.transparentProxying?.directAccessServices ?? []
        if !direct.isEmpty, differences[pod] != nil { entries.append((pod, direct.map { ExactString($0) })) }
      }
    }
    // Hardly anybody lists services, so that nobody's have to be looked at.
    let listed = Set(entries.lazy.flatMap(\.services))
    guard !listed.isEmpty else { return }
    for pod in after.names {
      guard let differences = differences[pod] else { continue }
      for (old, new) in differences.renames where listed.contains(old) { renames[old, default: []].append((pod, new)) }
      for dataplane in after.dataplanes(of: pod) {
        for service in dataplane.networking.inbound.compactMap({ $0.tags[KumaKey.serviceTag] }).map({ ExactString($0) })
        where listed.contains(service) {
          pods[service, default: []].insert(pod)
        }
      }
    }
  }

  /// The entries, by the Pod that has them. A Pod never reaches itself, and a service that another Pod still gives is one.
  func broken() -> [ObjectName: [PodDifference]] {
    var broken: [ObjectName: [PodDifference]] = [:]
    guard !renames.isEmpty else { return broken }
    for (pod, services) in entries {
      for entry in services {
        let isGiven = pods[entry]?.contains { $0 != pod } ?? false
        guard !isGiven, let rename = renames[entry]?.first(where: { $0.pod != pod }) else { continue }
        broken[pod, default: []].append(.directAccess(entry: entry, renamed: rename.service))
      }
    }
    return broken
  }
}
