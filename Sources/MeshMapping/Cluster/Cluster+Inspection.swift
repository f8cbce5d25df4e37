public import KubernetesObjects

extension Cluster {
  /// The names of the namespaces that there is anything in, sorted. O(*n* log *n*).
  public var namespaceNames: [String] {
    namespaces.keys.map(\.string).sorted { $0.precedesInBytes($1) }
  }

  /// The Services of a namespace, sorted by name. O(*n* log *n*).
  public func services(in namespace: String) -> [Service] {
    namespaces[ExactString(namespace)]?.services.sorted.map(\.service) ?? []
  }

  /// The Pods of a namespace, sorted by name. O(*n* log *n*).
  public func pods(in namespace: String) -> [Pod] {
    namespaces[ExactString(namespace)]?.pods.all.map(\.pod).sorted { $0.metadata.name.precedesInBytes($1.metadata.name) }
      ?? []
  }

  /// The EndpointSlices of a Service, sorted by name.
  public func endpointSlices(of service: ObjectName) -> [EndpointSlice] {
    namespaces[ExactString(service.namespace)]?.endpointSlices.slices(of: service) ?? []
  }

  /// The Pods whose labels contain a selector, sorted by name; an empty one selects all. O(*m* log *m*) for *m* Pods with the rarest pair
  /// of the selector.
  public func pods(in namespace: String, selectedBy selector: StringMap) -> [Pod] {
    let pods = namespaces[ExactString(namespace)]?.pods.pods(selectedBy: selector).map(\.pod) ?? []
    return pods.sorted { $0.metadata.name.precedesInBytes($1.metadata.name) }
  }

  /// The Services of a namespace that select a Pod, sorted by name, whether or not it is mapped; none where the control plane crashes
  /// on the way.
  package func services(leadingTo pod: Pod, in namespace: String) -> [Service] {
    guard let objects = namespaces[ExactString(namespace)] else { return [] }
    do throws(MappingFailure) {
      let slices = objects.endpointSlices
      return try objects.services.matches(of: pod, through: slices, under: controlPlane).map(\.service.service)
    } catch {
      return []
    }
  }

  /// The objects of a namespace that make Pods, and the templates that they refer to, sorted by kind and name. O(*n* log *n*).
  public func workloads(in namespace: String) -> [KubernetesObject] {
    guard let objects = namespaces[ExactString(namespace)] else { return [] }
    let all =
      Array(objects.workloads.all) + objects.replicaSets.all.map(KubernetesObject.replicaSet)
      + objects.jobs.all.map(KubernetesObject.job)
    return all.map { (reference: $0.reference, object: $0) }.sorted { $0.reference < $1.reference }.map(\.object)
  }

  /// The object that makes Pods, where it is in the input.
  public func workload(_ workload: WorkloadReference) -> KubernetesObject? {
    guard let objects = namespaces[ExactString(workload.namespace)] else { return nil }
    let name = ObjectName(namespace: workload.namespace, name: workload.name)
    switch workload.kind {
    case ReplicaSet.kind: return objects.replicaSets[name].map(KubernetesObject.replicaSet)
    case Job.kind: return objects.jobs[name].map(KubernetesObject.job)
    default: return objects.workloads.object(kind: workload.kind, name: workload.name)
    }
  }

  /// What makes a Pod, where it is in the input.
  package func maker(of pod: Pod) -> KubernetesObject? {
    guard let objects = namespaces[ExactString(pod.metadata.effectiveNamespace)] else { return nil }
    return WorkloadReference(of: pod, among: view(of: objects).mapper.objects).flatMap { workload($0) }
  }

  /// The names of the Pods that workloads of a namespace make, in order. O(*n* log *n*) for *n* Pods of the namespace.
  func podsByWorkload(in namespace: String) -> [WorkloadReference: [ObjectName]] {
    guard let objects = namespaces[ExactString(namespace)] else { return [:] }
    let lookup = view(of: objects).mapper.objects
    var names: [WorkloadReference: [ObjectName]] = [:]
    for prepared in objects.pods.all {
      guard let workload = WorkloadReference(of: prepared.pod, among: lookup) else { continue }
      names[workload, default: []].append(prepared.objectName)
    }
    return names.mapValues { $0.sorted() }
  }

  /// The Pods that a workload makes, sorted by name. O(*n*) for *n* Pods of the namespace.
  public func pods(madeBy workload: WorkloadReference) -> [Pod] {
    guard let objects = namespaces[ExactString(workload.namespace)] else { return [] }
    let lookup = view(of: objects).mapper.objects
    let made = objects.pods.all.map(\.pod).filter { WorkloadReference(of: $0, among: lookup) == workload }
    return made.sorted { $0.metadata.name.precedesInBytes($1.metadata.name) }
  }

  /// The cluster with some objects in place of those of their kind and name, or besides where there is none.
  public func replacing(_ objects: some Sequence<ClusterObject>) -> Cluster {
    var cluster = self
    cluster.replace(objects)
    return cluster
  }

  /// Puts some objects in place of those of their kind and name, or besides where there is none.
  package mutating func replace(_ objects: some Sequence<ClusterObject>) {
    for object in objects { insertPreparing(object) }
  }
}
