extension Workload where Self: KubernetesResource {
  /// Pods that the object owns itself, named after it with an ending that the API server makes.
  ///
  /// - Parameters:
  ///   - template: What they are made of.
  ///   - count: How many there are.
  ///   - labels: The labels that they get in addition to those of the template.
  func ownPods(of template: PodTemplateSpec, count: PodCount, labels: [RunTimeEntry] = []) -> WorkloadPods {
    let name = metadata.runTimeName
    return WorkloadPods(
      of: self,
      template: template,
      count: count,
      name: .generated(from: name),
      owners: [PlannedOwner(Self.apiVersions[0], Self.kind, named: name)],
      labels: labels
    )
  }

  /// Pods that the object makes through a ReplicaSet, which is named after a hash of the template.
  ///
  /// - Parameters:
  ///   - template: What they are made of.
  ///   - count: How many there are.
  ///   - hashLabel: The label that has the hash.
  ///   - strategy: How they are replaced, as far as it shows.
  func podsThroughReplicaSet(
    of template: PodTemplateSpec,
    count: PodCount,
    hashLabel: String,
    strategy: RolloutStrategy = RolloutStrategy()
  ) -> WorkloadPods {
    let replicaSet = RunTimeString.named(after: metadata.runTimeName, .templateHash)
    return WorkloadPods(
      of: self,
      template: template,
      count: count,
      name: .generated(from: replicaSet),
      owners: [
        PlannedOwner(ReplicaSet.apiVersions[0], ReplicaSet.kind, named: replicaSet),
        PlannedOwner(Self.apiVersions[0], Self.kind, named: metadata.runTimeName),
      ],
      labels: strategy.entries(\.labels, over: template.labels) + [RunTimeEntry(hashLabel, .parts(.templateHash))],
      annotations: strategy.entries(\.annotations, over: template.annotations),
      patchedServices: strategy.services
    )
  }
}
