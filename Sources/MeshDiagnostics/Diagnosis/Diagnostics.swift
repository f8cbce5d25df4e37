public import KubernetesObjects
public import MeshMapping

/// What there is to find in the objects of a cluster: put together once, and asked for each Pod, Service, workload and Namespace.
///
/// A value without state of its own; what it has prepared comes from the cluster alone.
public struct Diagnostics: Sendable {
  /// The cluster.
  public let cluster: Cluster

  /// What there is to find in a cluster.
  public init(of cluster: Cluster) {
    self.cluster = cluster
  }

  /// The control plane.
  public var controlPlane: ControlPlane { cluster.controlPlane }
}

extension Diagnostics {
  /// What the owner of a Pod would want to know about what happens to it, in the order of the stages, each finding once; with what is to
  /// be said of the Services that select it.
  public func findings(on report: PodReport) -> [Finding] {
    let subject = PodSubject(report, in: self)
    return Self.once(Catalogue.podChecks.flatMap { $0.findings(on: subject) })
  }

  /// What the owner of a Service would want to know about it.
  public func findings(on service: Service) -> [Finding] {
    let subject = ServiceSubject(service, in: self)
    return Self.once(Catalogue.serviceChecks.flatMap { $0.findings(on: subject) })
  }

  /// What the owner of a workload would want to know about it, besides what is to be said of the Pods that it makes.
  public func findings(on workload: KubernetesObject) -> [Finding] {
    let subject = WorkloadSubject(workload, in: self)
    return Self.once(Catalogue.workloadChecks.flatMap { $0.findings(on: subject) })
  }

  /// What the owner of a Namespace would want to know about it.
  public func findings(on namespace: Namespace) -> [Finding] {
    let subject = NamespaceSubject(namespace, in: self)
    return Self.once(Catalogue.namespaceChecks.flatMap { $0.findings(on: subject) })
  }

  /// All that there is to find: by namespace, and in it by the object and the field that a finding is at; each finding once.
  ///
  /// O(*n* log *n*) for *n* objects, besides what mapping the Pods costs.
  public func findings() -> [Finding] {
    var found: [Finding] = []
    for name in cluster.namespaceNames {
      if let namespace = cluster.namespace(name) { found += findings(on: namespace) }
      for service in cluster.services(in: name) { found += findings(on: service) }
      for workload in cluster.workloads(in: name) { found += findings(on: workload) }
    }
    for report in cluster.previews() { found += findings(on: report) }
    return Self.once(found).sorted { $0.precedes($1) }
  }

  /// Findings without those that were there before.
  private static func once(_ findings: [Finding]) -> [Finding] {
    guard findings.count > 1 else { return findings }
    var seen: Set<Finding> = []
    return findings.filter { seen.insert($0).inserted }
  }
}

extension Cluster {
  /// What the owner of a Pod would want to know about what happens to it. For many Pods, ask ``Diagnostics``, which is put together once.
  public func findings(on report: PodReport) -> [Finding] {
    Diagnostics(of: self).findings(on: report)
  }
}

extension Finding {
  /// Whether the finding comes before another one: by namespace, kind and name of the object, its field, and what matters more.
  func precedes(_ other: Finding) -> Bool {
    let (mine, others) = (field.object, other.field.object)
    let keys = [
      (mine.namespace, others.namespace), (mine.kind, others.kind), (mine.name, others.name),
      (field.path.description, other.field.path.description),
    ]
    for (left, right) in keys where !left.hasSameBytes(as: right) { return left.precedesInBytes(right) }
    if severity != other.severity { return other.severity < severity }
    return code.hasSameBytes(as: other.code) ? message.precedesInBytes(other.message) : code.precedesInBytes(other.code)
  }
}
