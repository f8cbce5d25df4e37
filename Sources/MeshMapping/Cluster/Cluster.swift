public import KubernetesObjects

/// The objects of a cluster under one control plane, indexed, so that the cost of a Pod does not grow with what is around it.
///
/// A value: build it from objects, ask it for every Pod or one, change it event by event. Whatever the order in which objects
/// came, it answers the same.
public struct Cluster: Sendable {
  /// The control plane.
  public let controlPlane: ControlPlane
  /// What is in each namespace.
  private(set) var namespaces: [ExactString: NamespaceObjects] = [:]
  /// What is in no namespace and matters to the Pods of all.
  var clusterScoped = ClusterScopedObjects()
  /// What Kuma reads besides, by what names it.
  private(set) var resourcesByReference: [ObjectReference: MeshResource] = [:]
  /// The objects of kinds that nothing reads.
  var unsupportedObjects = UnsupportedObjects()
  /// What the input is declared to know; nil if its objects decide it.
  private var statedCompleteness: Completeness?

  /// How many objects of each kind that nothing reads there are. One that has a name is counted once, however often it changes.
  public var unsupported: [ObjectType: Int] { unsupportedObjects.counts }

  /// A cluster of the given objects; of two with the same kind and name the last one holds. O(*n*), and
  /// O(*s* log *s*) for the *s* Services of a namespace.
  ///
  /// - Parameters:
  ///   - objects: The objects.
  ///   - controlPlane: The control plane.
  ///   - completeness: What is known from the objects; nil if they decide that themselves (``Completeness``).
  public init(
    _ objects: some Sequence<ClusterObject>,
    under controlPlane: ControlPlane,
    completeness: Completeness? = nil
  ) {
    self.controlPlane = controlPlane
    statedCompleteness = completeness
    var services: [ExactString: [Service]] = [:]
    var slices: [ExactString: [EndpointSlice]] = [:]
    for object in objects {
      switch object {
      // Services come last and together: what is rare among their selectors is known only then.
      case .kubernetes(.service(let service)):
        services[ExactString(service.metadata.effectiveNamespace), default: []].append(service)
      // So do EndpointSlices, which are kept in order.
      case .kubernetes(.endpointSlice(let slice)):
        slices[ExactString(slice.metadata.effectiveNamespace), default: []].append(slice)
      default: insert(object)
      }
    }
    for (namespace, slices) in slices {
      self[objectsIn: namespace.string].endpointSlices = EndpointSliceIndex(slices)
    }
    for (namespace, services) in services {
      self[objectsIn: namespace.string].services = ServiceIndex(services, under: controlPlane)
    }
    clusterScoped.outbounds = outboundIndex()
  }

  /// The same objects under another control plane. O(*s* log *s*) for *s* Services and Nodes; what does not depend on the control
  /// plane is shared.
  public init(_ cluster: Cluster, under controlPlane: ControlPlane) {
    self.controlPlane = controlPlane
    statedCompleteness = cluster.statedCompleteness
    namespaces = cluster.namespaces.mapValues { $0.prepared(under: controlPlane, insteadOf: cluster.controlPlane) }
    clusterScoped = cluster.clusterScoped.prepared(under: controlPlane)
    unsupportedObjects = cluster.unsupportedObjects
    resourcesByReference = cluster.resourcesByReference
    if controlPlane.writesOutbounds, cluster.controlPlane.writesOutbounds {
      clusterScoped.outbounds = clusterScoped.outbounds.prepared(by: controlPlane.rules.outbounds)
    } else {
      clusterScoped.outbounds = outboundIndex()
    }
  }

  /// The cluster of parts that hold different namespaces of one cluster under one control plane; of what several have, the last
  /// one's holds.
  ///
  /// - Parameters:
  ///   - parts: The parts.
  ///   - controlPlane: The control plane.
  ///   - completeness: What is known from the parts together; nil if their objects decide it.
  public init(merging parts: [Cluster], under controlPlane: ControlPlane, completeness: Completeness? = nil) {
    self.controlPlane = controlPlane
    statedCompleteness = completeness
    for part in parts {
      namespaces.merge(part.namespaces) { $1 }
      clusterScoped.merge(part.clusterScoped)
      unsupportedObjects.merge(part.unsupportedObjects)
      if resourcesByReference.isEmpty {
        resourcesByReference = part.resourcesByReference
      } else {
        resourcesByReference.merge(part.resourcesByReference) { $1 }
      }
    }
    clusterScoped.outbounds.prepare(by: controlPlane.rules.outbounds)
  }
}

extension Cluster {
  /// Works out once what the workloads of each namespace will make.
  mutating func preparePlannedPods() {
    for name in namespaces.keys where namespaces[name]?.planned == nil { namespaces[name]?.preparePlanned() }
  }
}

extension Cluster {
  /// What the objects let one know: what was said of it or, where nothing was, the kinds of which there is an object. O(*n*) for *n*
  /// namespaces.
  public var completeness: Completeness {
    get { statedCompleteness ?? Completeness(known: kinds) }
    set { statedCompleteness = newValue }
  }

  /// The cluster, saying itself what its objects let one know: for whoever asks namespace by namespace and changes nothing between,
  /// since ``completeness`` otherwise looks at all of them each time.
  package var statingItsCompleteness: Cluster {
    var cluster = self
    cluster.completeness = completeness
    return cluster
  }

  /// What could not be read.
  var unreadable: Set<ObjectReference> { statedCompleteness?.unreadable ?? [] }

  /// What is in no namespace, as far as the input is said to know it: where it is said to hold every ContainerPatch and holds none,
  /// there is none.
  var clusterScopedAsStated: ClusterScopedObjects {
    guard let stated = statedCompleteness, stated.known.contains(.containerPatches),
      clusterScoped.containerPatches == .unknown, !stated.lacks(ClusterObject.Kind.containerPatch.rawValue)
    else { return clusterScoped }
    var known = clusterScoped
    known.containerPatches = .only([])
    return known
  }

  /// The kinds of which there is an object.
  private var kinds: Set<Completeness.Kind> {
    var kinds: Set<Completeness.Kind> = []
    if clusterScoped.hasNodes { kinds.insert(.nodes) }
    if clusterScoped.meshes != .every { kinds.insert(.meshes) }
    if clusterScoped.containerPatches != .unknown { kinds.insert(.containerPatches) }
    for objects in namespaces.values {
      if !objects.replicaSets.isEmpty { kinds.insert(.replicaSets) }
      if !objects.jobs.isEmpty { kinds.insert(.jobs) }
      if !objects.endpointSlices.isEmpty { kinds.insert(.endpointSlices) }
      if !objects.dataplanes.isEmpty { kinds.insert(.dataplanes) }
      if !objects.pods.isEmpty { kinds.insert(.pods) }
    }
    return kinds
  }

  /// The cluster split by namespace into parts that can be worked on at the same time; Nodes and meshes are in each, and each knows what
  /// the whole knows.
  ///
  /// The parts hold about as many Pods each. The same cluster is always split alike.
  ///
  /// - Parameter count: How many parts there are at most.
  public func partitions(_ count: Int) -> [Cluster] {
    guard count > 1 else { return [self] }
    // What others offer is in each part.
    let emptied = Cluster(emptied: preparedForPreviews(), completeness: completeness)
    var parts = [Cluster](repeating: emptied, count: min(count, max(1, namespaces.count)))
    // What has no name is counted once, wherever the parts are put together again.
    parts[0].unsupportedObjects = unsupportedObjects
    var sizes = [Int](repeating: 0, count: parts.count)
    let largestFirst = namespaces.sorted { left, right in
      let (first, second) = (left.value.pods.count, right.value.pods.count)
      return first == second ? left.key.string.precedesInBytes(right.key.string) : first > second
    }
    for (namespace, objects) in largestFirst {
      let smallest = sizes.indices.min { sizes[$0] < sizes[$1] } ?? 0
      parts[smallest].namespaces[namespace] = objects
      sizes[smallest] += objects.pods.count + 1
    }
    return parts
  }

  /// The cluster with some of its Pods only. O(*n*) for *n* Pods.
  func keepingPods(_ kept: Set<ObjectName>) -> Cluster {
    var cluster = self
    for (namespace, objects) in namespaces {
      var pods = PodIndex()
      for prepared in objects.pods.all where kept.contains(prepared.objectName) {
        pods.insert(prepared.pod, under: controlPlane)
      }
      cluster.namespaces[namespace]?.pods = pods
    }
    cluster.clusterScoped.outbounds.forgetPreviews()
    return cluster
  }

  /// A cluster without what is in namespaces, and without what nothing reads.
  private init(emptied cluster: Cluster, completeness: Completeness) {
    controlPlane = cluster.controlPlane
    clusterScoped = cluster.clusterScoped
    resourcesByReference = cluster.resourcesByReference
    statedCompleteness = completeness
  }
}

extension Cluster {
  /// Adds an object, or replaces the one of its kind and name.
  mutating func insert(_ object: ClusterObject) {
    switch object {
    case .mesh(let mesh): clusterScoped.meshes[mesh.name] = mesh
    case .containerPatch(let patch): clusterScoped.containerPatches.insert(patch)
    case .dataplane(let dataplane):
      self[objectsIn: dataplane.metadata.namespace].dataplanes[ExactString(dataplane.metadata.name)] = dataplane
    case .zoneIngress(let ingress):
      self[objectsIn: ingress.metadata.namespace].zoneIngresses[ExactString(ingress.metadata.name)] = ingress
    case .zoneEgress(let egress):
      self[objectsIn: egress.metadata.namespace].zoneEgresses[ExactString(egress.metadata.name)] = egress
    case .resource(let resource): resourcesByReference[resource.reference] = resource
    case .kubernetes(let object): insert(object)
    }
  }

  /// Removes an object that only Kuma reads, where it is there.
  mutating func removeResource(_ object: ObjectReference) {
    guard resourcesByReference[object] != nil else { return }
    resourcesByReference[object] = nil
  }

  private mutating func insert(_ object: KubernetesObject) {
    switch object {
    case .pod(let pod): self[objectsIn: pod.metadata.effectiveNamespace].insert(pod, under: controlPlane)
    case .service(let service):
      self[objectsIn: service.metadata.effectiveNamespace].services.insert(service, under: controlPlane)
    case .namespace(let namespace): self[objectsIn: namespace.metadata.name].namespace = namespace
    case .node(let node): clusterScoped.insert(node, under: controlPlane)
    case .endpointSlice(let slice): self[objectsIn: slice.metadata.effectiveNamespace].endpointSlices.insert(slice)
    case .replicaSet(let replicaSet): self[objectsIn: replicaSet.metadata.effectiveNamespace].insert(replicaSet)
    case .job(let job): self[objectsIn: job.metadata.effectiveNamespace].insert(job)
    case .deployment, .replicationController, .statefulSet, .daemonSet, .cronJob, .rollout, .podTemplate, .customWorkload:
      self[objectsIn: object.reference.namespace].insert(workload: object)
    case .unnamedPod(let pod): self[objectsIn: pod.metadata.effectiveNamespace].unnamedPods.append(pod)
    case .unsupported(let object): unsupportedObjects.insert(object)
    }
  }

  /// Removes an object of a kind that the mapping reads, where it is there.
  mutating func remove(_ object: ObjectReference, of kind: ClusterObject.Kind) {
    let name = object.objectName
    switch kind {
    case .pod: self[objectsIn: name.namespace].pods.remove(name.name)
    case .service: self[objectsIn: name.namespace].services.remove(name.name, under: controlPlane)
    case .namespace: self[objectsIn: name.name].namespace = nil
    case .node: clusterScoped.removeNode(name.name)
    case .endpointSlice: self[objectsIn: name.namespace].endpointSlices.remove(name)
    case .replicaSet: self[objectsIn: name.namespace].replicaSets[name] = nil
    case .job: self[objectsIn: name.namespace].jobs[name] = nil
    case .deployment, .replicationController, .statefulSet, .daemonSet, .cronJob, .rollout, .podTemplate:
      removeWorkload(object)
    case .mesh: clusterScoped.meshes[name.name] = nil
    case .containerPatch: clusterScoped.containerPatches.remove(name)
    case .dataplane: self[objectsIn: name.namespace].dataplanes[ExactString(name.name)] = nil
    case .zoneIngress: self[objectsIn: name.namespace].zoneIngresses[ExactString(name.name)] = nil
    case .zoneEgress: self[objectsIn: name.namespace].zoneEgresses[ExactString(name.name)] = nil
    }
  }

  /// Removes an object that makes Pods, where it is there.
  mutating func removeWorkload(_ object: ObjectReference) {
    guard namespaces[ExactString(object.namespace)]?.workloads[object] != nil else { return }
    self[objectsIn: object.namespace].workloads[object] = nil
  }

  /// What is in a namespace, made where there is nothing.
  private subscript(objectsIn namespace: String) -> NamespaceObjects {
    get { namespaces[ExactString(namespace)] ?? NamespaceObjects(under: controlPlane) }
    _modify { yield &namespaces[ExactString(namespace), default: NamespaceObjects(under: controlPlane)] }
  }
}
