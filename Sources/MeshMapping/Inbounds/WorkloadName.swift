public import KubernetesObjects

/// What names the service of a Pod without a Service.
public struct WorkloadName: Sendable, Hashable {
  /// The name.
  @ByteExact public private(set) var name: String
  /// The kind of the object that gives the name, e.g. `Deployment`; `Pod` for the Pod itself.
  @ByteExact public private(set) var kind: String
  /// Whether the name is the Pod's own, whole or shortened.
  public let isPodName: Bool

  /// The name of an object that owns the Pod.
  public init(owner name: String, kind: String) {
    self.name = name
    self.kind = kind
    isPodName = false
  }

  /// The Pod's own name, whole or shortened.
  public init(pod name: String) {
    self.name = name
    kind = Pod.kind
    isPodName = true
  }
}

extension ControlPlane {
  /// What names the service of a Pod without a Service (POD-2).
  ///
  /// - Throws: ``MappingFailure`` where a ReplicaSet or Job has to be looked at and is not in the catalog.
  public func workloadName(of pod: Pod, among catalog: ObjectCatalog) throws(MappingFailure) -> WorkloadName {
    try workloadName(of: pod, among: lookup(in: catalog, for: pod))
  }

  /// What names the service of a Pod without a Service, the objects around it being found some way.
  func workloadName(of pod: Pod, among objects: any ObjectLookup) throws(MappingFailure) -> WorkloadName {
    switch rules.tags.nameWithoutService {
    case .podName: WorkloadName(pod: pod.metadata.name)
    case .podNameWithoutSuffixes: WorkloadName(pod: Self.withoutSuffixes(pod.metadata.name))
    case .owner: try ownerName(of: pod, among: objects)
    }
  }

  /// Takes the ReplicaSet's and the Pod's suffix off a name, where there are more than two parts.
  private static func withoutSuffixes(_ name: String) -> String {
    guard hasSuffixes(name) else { return name }
    let parts = name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.dropLast(2).map { String(Substring($0)) }.joined(separator: "-")
  }

  /// Whether a name has more than two parts between `-`.
  package static func hasSuffixes(_ name: String) -> Bool {
    name.utf8.count { $0 == UInt8(ascii: "-") } >= 2
  }

  /// The name of the first usable owner: ReplicaSets stand for their Deployment, Jobs for their CronJob.
  func ownerName(of pod: Pod, among objects: any ObjectLookup) throws(MappingFailure) -> WorkloadName {
    for owner in pod.metadata.ownerReferences {
      let name = ObjectName(namespace: pod.metadata.effectiveNamespace, name: owner.name)
      switch owner.kind {
      case ReplicaSet.kind:
        guard let replicaSet = objects.replicaSet(name) else {
          throw .ownerNotFound(kind: ExactString(ReplicaSet.kind), name: name)
        }
        if let found = Self.name(behind: replicaSet.metadata, of: ReplicaSet.kind, kind: "Deployment") { return found }
      case Job.kind:
        guard let job = objects.job(name) else { throw .ownerNotFound(kind: ExactString(Job.kind), name: name) }
        if let found = Self.name(behind: job.metadata, of: Job.kind, kind: "CronJob") { return found }
      default:
        return WorkloadName(owner: owner.name, kind: owner.kind)
      }
    }
    return WorkloadName(pod: pod.metadata.name)
  }

  /// The owner of the given kind behind an object, or the object itself where nobody owns it. An object that only others
  /// own, such as a Rollout, gives no name.
  private static func name(behind metadata: ObjectMeta, of own: String, kind: String) -> WorkloadName? {
    if metadata.ownerReferences.isEmpty { return WorkloadName(owner: metadata.name, kind: own) }
    return metadata.ownerReferences.first { $0.kind == kind }.map { WorkloadName(owner: $0.name, kind: kind) }
  }
}
