import KubernetesObjects

/// A look at the objects around Pods that a workload will make: the ReplicaSet or Job that will own them is there.
final class PlannedLookup: LayeredLookup {
  let objects: any ObjectLookup
  private let replicaSets: ObjectIndex<ReplicaSet>
  private let jobs: ObjectIndex<Job>
  private let controlPlane: ControlPlane
  /// The labels whose values nobody knows, but for those that are given.
  private let unknown: Set<ExactString>
  /// The Services that select only some of the Pods, and not this one.
  private let leftOut: Set<ExactString>

  /// A look through other objects, and at what will own some Pods, with what only a running Pod has made up.
  ///
  /// - Parameters:
  ///   - objects: The other objects.
  ///   - pods: The Pods.
  ///   - standIn: What only a running Pod has.
  ///   - labels: The labels of which a value is given. No Service selects a Pod for a value that is made up.
  ///   - controlPlane: The control plane.
  init(
    _ objects: any ObjectLookup,
    of pods: WorkloadPods,
    with standIn: StandIn,
    given labels: StringMap,
    under controlPlane: ControlPlane
  ) {
    self.objects = objects
    self.controlPlane = controlPlane
    unknown = Set(pods.unknownLabels(underKubernetes: controlPlane.minorVersion).map { ExactString($0.key) })
      .subtracting(labels.entries.map(\.id))
    // One stand-in is a Pod that the controller has each of these Services select, the other one that none does.
    leftOut = standIn.role == .stable ? Set(pods.patchedServices.map { ExactString($0) }) : []
    let owners = pods.ownerReferences(with: standIn)
    let metadata = owners.indices.map { index in
      let behind = Array(owners[(index + 1)...].prefix(1))
      let metadata = ObjectMeta(name: owners[index].name, namespace: pods.namespace, ownerReferences: behind)
      return (kind: owners[index].kind, metadata: metadata)
    }
    replicaSets = ObjectIndex(metadata.filter { $0.kind == ReplicaSet.kind }.map { ReplicaSet(metadata: $0.metadata) })
    jobs = ObjectIndex(metadata.filter { $0.kind == Job.kind }.map { Job(metadata: $0.metadata) })
  }

  func services(of pod: Pod) throws(MappingFailure) -> [PreparedMatch] {
    var matches = try objects.services(of: pod)
    if !leftOut.isEmpty { matches.removeAll { leftOut.contains(ExactString($0.service.name.name)) } }
    return unknown.isEmpty ? matches : matches.compactMap(withoutUnknown)
  }

  /// A match that does not rest on a label whose value nobody knows; nil where it does.
  private func withoutUnknown(_ match: PreparedMatch) -> PreparedMatch? {
    if isKnown(match.service.selector) { return match }
    guard controlPlane.rules.services.ignoredSelectorLabels == .read,
      isKnown(controlPlane.effectiveSelector(of: match.service.service))
    else { return nil }
    return PreparedMatch(service: match.service, relation: .selectorWithoutIgnoredLabels)
  }

  private func isKnown(_ selector: StringMap) -> Bool {
    selector.entries.allSatisfy { !unknown.contains($0.id) }
  }

  func replicaSet(_ name: ObjectName) -> ReplicaSet? { objects.replicaSet(name) ?? replicaSets[name] }

  func job(_ name: ObjectName) -> Job? { objects.job(name) ?? jobs[name] }
}
