public import KubernetesObjects
public import MeshMapping

/// What there is to find in the objects of a cluster, asked for each Pod, Service, workload and Namespace, or for all at once.
///
/// A value without state of its own: each answer looks at the cluster again. Ask for many Pods in one call (``findings(on:)-([PodReport])``),
/// which judges once what replicas share.
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
    Examination(of: self).findings(on: [report]).flatMap(\.self)
  }

  /// What there is to find about a Pod and what it comes from: of the Pod and its Services, of what makes it, and of its Namespace, where
  /// a key may stand that was meant for the Pod; each finding once.
  ///
  /// O(*n* log *n*) for *n* Pods of the namespace, plus the cost of mapping them.
  public func findings(around report: PodReport) -> [Finding] {
    let ofWorkload = report.workload.flatMap(cluster.workload).map { findings(on: $0) } ?? []
    let ofNamespace = cluster.namespace(report.name.namespace).map { findings(on: $0) } ?? []
    return (findings(on: report) + ofWorkload + ofNamespace).withoutRepeats
  }

  /// What the owners of some Pods would want to know, for each report. What replicas and Services share is judged once, if reports of
  /// replicas come one after the other, as in the order of their names they do.
  public func findings(on reports: some Sequence<PodReport>) -> [[Finding]] {
    Examination(of: self).findings(on: Array(reports))
  }

  /// What the owner of a Service would want to know about it. O(*n* log *n*) for *n* Pods; for all Services see ``findings()``.
  public func findings(on service: Service) -> [Finding] {
    let subject = ServiceSubject(service, in: self)
    return Catalogue.serviceChecks.flatMap { $0.findings(on: subject) }.withoutRepeats
  }

  /// What the owner of a workload would want to know about it, without the findings on the Pods that it makes.
  public func findings(on workload: KubernetesObject) -> [Finding] {
    let subject = WorkloadSubject(workload, in: self)
    return Catalogue.workloadChecks.flatMap { $0.findings(on: subject) }.withoutRepeats
  }

  /// What the owner of a Namespace would want to know about it, without the findings on what is in it.
  public func findings(on namespace: Namespace) -> [Finding] {
    let subject = NamespaceSubject(namespace, in: self)
    return Catalogue.namespaceChecks.flatMap { $0.findings(on: subject) }.withoutRepeats
  }

  /// All that there is to find: by namespace, and in it by the object and the field that a finding is at; each finding once.
  ///
  /// O(*n* log *n*) for *n* objects, plus the cost of mapping the Pods.
  public func findings() -> [Finding] {
    let prepared = Diagnostics(of: cluster.preparedForPreviews().statingItsCompleteness)
    var names = Dictionary(grouping: cluster.previewNames) { ExactString($0.namespace) }
    let found = cluster.namespaceNames.flatMap { namespace in
      prepared.findings(in: namespace, onPods: names.removeValue(forKey: ExactString(namespace)) ?? [])
    }
    return Finding.inOrder(found)
  }

  /// What there is to find in a namespace besides what is to be said of its Pods: of its Services, of what makes Pods, and of the
  /// Namespace; some of it maybe more than once.
  ///
  /// - Parameters:
  ///   - name: The namespace.
  ///   - reports: The previews of all of its Pods, those included that workloads will make.
  /// - Complexity: O(*n*) for *n* objects of the namespace.
  public func findings(in name: String, around reports: [PodReport]) -> [Finding] {
    findings(in: name, around: reports, by: Examination(of: self))
  }

  private func findings(in name: String, around reports: [PodReport], by examination: Examination) -> [Finding] {
    var found = cluster.services(in: name).flatMap { examination.findings(on: $0) }
    if !Catalogue.workloadChecks.isEmpty {
      for workload in cluster.workloads(in: name) { found += findings(on: workload) }
    }
    if let namespace = cluster.namespace(name) {
      let subject = NamespaceSubject(namespace, in: self, knowing: .ofAll(reports))
      found += Catalogue.namespaceChecks.flatMap { $0.findings(on: subject) }
    }
    return found
  }

  /// All that there is to find in a namespace, some of it maybe more than once.
  private func findings(in name: String, onPods names: [ObjectName]) -> [Finding] {
    let examination = Examination(of: self)
    let reports = cluster.previews(of: names)
    return examination.newFindings(on: reports) + findings(in: name, around: reports, by: examination)
  }
}

extension Cluster {
  /// What the owner of a Pod would want to know about what happens to it. For many Pods, ask ``Diagnostics`` once for all.
  public func findings(on report: PodReport) -> [Finding] {
    Diagnostics(of: self).findings(on: report)
  }
}
