import KubernetesObjects

/// What becomes of the Pods of a cluster, worked out once for all that is compared with it.
struct ComparedCluster {
  /// The cluster.
  let cluster: Cluster
  /// The names of the Pods, in order.
  let names: [ObjectName]
  /// What becomes of the Pods, by name.
  let pods: [ObjectName: [ComparedPod]]

  /// What becomes of some Pods of a cluster, given in order; of all where none are given.
  init(_ cluster: Cluster, of names: [ObjectName]? = nil) {
    let names = names ?? cluster.previewNames
    self.init(cluster, of: names, Dictionary(zip(names, cluster.comparedPods(of: names))) { $1 })
  }

  private init(_ cluster: Cluster, of names: [ObjectName], _ pods: [ObjectName: [ComparedPod]]) {
    self.cluster = cluster
    self.names = names
    self.pods = pods
  }

  /// The Dataplanes of the Pods of a name.
  func dataplanes(of pod: ObjectName) -> [Dataplane] { (pods[pod] ?? []).compactMap(\.base.outcome.dataplane) }

  /// What becomes of the Pods of another cluster where that is known, and of the others as it is here.
  func replacing(_ other: ComparedCluster) -> ComparedCluster {
    let all = pods.merging(other.pods) { $1 }
    let names = all.count == names.count ? names : all.keys.sorted()
    return ComparedCluster(other.cluster, of: names, all)
  }

  /// Whether the outbounds that others make of the Dataplanes are such as the validator allows (VALID-14).
  var offersAreAllowed: Bool {
    pods.values.allSatisfy { $0.allSatisfy { $0.base.outcome.dataplane?.offersAreAllowed ?? true } }
  }
}

extension Dataplane {
  /// Whether the outbounds that others make of it are such as the validator allows (VALID-14).
  var offersAreAllowed: Bool {
    networking.inbound.allSatisfy { inbound in
      guard let service = inbound.tags[KumaKey.serviceTag] else { return true }
      let port = ServiceAddress.parse(service)?.port ?? inbound.port
      let address = inbound.address.isEmpty ? networking.address : inbound.address
      return inbound.tags.areAllowed && (1...65535).contains(inbound.port) && (1...65535).contains(port)
        && (address.isEmpty || IPAddress.isOne(address))
    }
  }
}
