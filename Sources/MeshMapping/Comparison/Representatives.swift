package import KubernetesObjects

/// A cluster with one Pod for all that are alike, which the same becomes of: Pods of one workload and template with the same around
/// them.
///
/// What is worked out for the cluster of representatives holds for all Pods, but for values that name one of them. So a verdict on ten
/// thousand Pods costs as much as one on their workloads.
package struct Representatives: Sendable {
  /// The cluster, with one Pod for all that are alike; with two of those that list services for direct access, since a Pod reaches
  /// its like.
  package let cluster: Cluster
  /// The cluster with other objects, with the same Pods; nil where there is none.
  package let edited: Cluster?
  /// The Pods that others stand for, in order.
  private let others: [ObjectName: [ObjectName]]

  /// The Pods that one of the cluster stands for, in order, itself among them; a name that no Pod has stands for itself.
  package func pods(like name: ObjectName) -> [ObjectName] {
    others[name].map { ([name] + $0).sorted() } ?? [name]
  }

  /// How many Pods one of the cluster stands for.
  package func count(like name: ObjectName) -> Int { 1 + (others[name]?.count ?? 0) }
}

extension Representatives {
  /// The representatives of the Pods of a cluster. O(*n*) for *n* Pods and Services.
  ///
  /// - Parameters:
  ///   - cluster: The cluster.
  ///   - edited: The same cluster with other objects, in which the Pods have to be alike too; nil where there is none.
  ///   - settings: The settings of the control planes that the Pods are looked at under.
  package init(of cluster: Cluster, edited: Cluster? = nil, settings: [ControlPlaneSettings] = []) {
    var (kept, others): (Set<ObjectName>, [ObjectName: [ObjectName]]) = ([], [:])
    let newest = ReleaseHistory.rules(of: .newest)
    let nodeLabels = newest.defaultNodeLabels + settings.flatMap { $0.nodeLabels ?? [] }
    let likeness = cluster.likeness(nodeLabels: nodeLabels)
    let editedLikeness = edited?.likeness(nodeLabels: nodeLabels)
    // In the order of names, so that the first of each group stands for it, whatever the order of the objects.
    var groups: [PodLikeness.Pair: [ObjectName]] = [:]
    for name in cluster.podNames {
      guard let key = likeness[name] else { continue }
      groups[PodLikeness.Pair(key: key, edited: editedLikeness?[name]), default: []].append(name)
    }
    for (pair, names) in groups {
      let count = pair.key.listsDirectAccess ? 2 : 1
      kept.formUnion(names.prefix(count))
      if names.count > count { others[names[0]] = Array(names.dropFirst(count)) }
    }
    let added = Set(edited?.podNames ?? []).subtracting(likeness.keys)
    self.cluster = cluster.keepingPods(kept)
    self.edited = edited?.keepingPods(kept.union(added))
    self.others = others
  }
}
