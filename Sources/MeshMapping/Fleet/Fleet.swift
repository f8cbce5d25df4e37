public import KubernetesObjects

/// The objects of a cluster under one control plane, indexed, so that the cost of a Pod does not grow with what is around it.
///
/// A value: build it from objects, ask it for every Pod or one, change it event by event. Whatever the order in which objects
/// came, it answers the same.
public struct Fleet: Sendable {
  /// The control plane.
  public let controlPlane: ControlPlane
  /// What is in each namespace.
  private(set) var shards: [ExactString: NamespaceShard] = [:]
  /// What is around the Pods of every namespace: the Nodes, and which meshes exist.
  private(set) var shared = Surroundings()
  /// The Mesh objects by name.
  private(set) var meshes: [ExactString: Mesh] = [:]
  /// The objects of kinds that nothing reads, counted.
  public private(set) var unsupported: [ObjectType: Int] = [:]

  /// A fleet of the given objects; of two with the same kind and name the last one holds. O(*n*), and
  /// O(*s* log *s*) for the *s* Services of a namespace.
  public init(_ objects: some Sequence<ClusterObject>, under controlPlane: ControlPlane) {
    self.controlPlane = controlPlane
    var services: [ExactString: [Service]] = [:]
    for object in objects {
      // Services come last and together: what is rare among their selectors is known only then.
      if case .kubernetes(.service(let service)) = object {
        services[ExactString(service.metadata.effectiveNamespace), default: []].append(service)
      } else {
        insert(object)
      }
    }
    for (namespace, services) in services {
      self[shard: namespace.string].services = ServiceIndex(services, under: controlPlane)
    }
  }

  /// The same objects under another control plane. O(*s* log *s*) for *s* Services and Nodes: what does not depend on it is
  /// shared.
  public init(_ fleet: Fleet, under controlPlane: ControlPlane) {
    self.controlPlane = controlPlane
    shards = fleet.shards.mapValues { shard in
      var shard = shard
      shard.services = ServiceIndex(shard.services.all, under: controlPlane)
      return shard
    }
    shared = fleet.shared
    shared.nodeTags = shared.nodes.mapValues { controlPlane.nodeTags(of: $0) }
    meshes = fleet.meshes
    unsupported = fleet.unsupported
  }

  /// The names of all Pods, sorted by namespace and name. O(*n* log *n*).
  public var podNames: [ObjectName] {
    shards.keys.sorted { $0.string.precedesInBytes($1.string) }.flatMap { namespace in
      (shards[namespace]?.pods.names ?? []).sorted { $0.precedesInBytes($1) }
        .map { ObjectName(namespace: namespace.string, name: $0) }
    }
  }

  /// The Pod of a name.
  public func pod(_ name: ObjectName) -> Pod? {
    shards[ExactString(name.namespace)]?.pods[name.name]?.pod
  }

  /// The Namespace of a name.
  public func namespace(_ name: String) -> Namespace? {
    shards[ExactString(name)]?.namespace
  }

  /// The Service of a name.
  public func service(_ name: ObjectName) -> Service? {
    shards[ExactString(name.namespace)]?.services[name.name]
  }

  /// The Dataplane of a name that exists.
  public func existingDataplane(_ name: ObjectName) -> Dataplane? {
    shards[ExactString(name.namespace)]?.dataplanes[ExactString(name.name)]
  }

  /// The Dataplanes that exist, sorted by namespace and name.
  public var existingDataplanes: [Dataplane] {
    shards.values.flatMap(\.dataplanes.values).sorted { $0.objectName < $1.objectName }
  }

  /// A namespace as the mapping sees it; an empty one where there is nothing in it.
  func view(of namespace: String) -> NamespaceView {
    view(of: shards[ExactString(namespace)] ?? NamespaceShard(under: controlPlane))
  }

  /// What is in a namespace as the mapping sees it.
  func view(of shard: NamespaceShard) -> NamespaceView {
    NamespaceView(of: shard, among: shared, under: controlPlane)
  }
}

extension Fleet {
  /// Adds an object, or replaces the one of its kind and name.
  mutating func insert(_ object: ClusterObject) {
    switch object {
    case .mesh(let mesh): set(mesh, named: mesh.name)
    case .dataplane(let dataplane):
      self[shard: dataplane.metadata.namespace].dataplanes[ExactString(dataplane.metadata.name)] = dataplane
    case .kubernetes(let object): insert(object)
    }
  }

  private mutating func insert(_ object: KubernetesObject) {
    switch object {
    case .pod(let pod): self[shard: pod.metadata.effectiveNamespace].pods.insert(pod, under: controlPlane)
    case .service(let service):
      self[shard: service.metadata.effectiveNamespace].services.insert(service, under: controlPlane)
    case .namespace(let namespace): self[shard: namespace.metadata.name].namespace = namespace
    case .node(let node):
      shared.nodes[ExactString(node.metadata.name)] = node
      shared.nodeTags[ExactString(node.metadata.name)] = controlPlane.nodeTags(of: node)
    case .endpointSlice(let slice): self[shard: slice.metadata.effectiveNamespace].surroundings.insert(slice)
    case .replicaSet(let replicaSet):
      let name = ObjectName(of: replicaSet.metadata)
      self[shard: name.namespace].surroundings.replicaSets[name] = replicaSet
    case .job(let job):
      let name = ObjectName(of: job.metadata)
      self[shard: name.namespace].surroundings.jobs[name] = job
    case .unsupported(let object): unsupported[object.type, default: 0] += 1
    }
  }

  /// Takes the object of a kind and name away.
  mutating func remove(_ object: ClusterObject) {
    switch object {
    case .mesh(let mesh): set(nil, named: mesh.name)
    case .dataplane(let dataplane):
      self[shard: dataplane.metadata.namespace].dataplanes[ExactString(dataplane.metadata.name)] = nil
    case .kubernetes(let object): remove(object)
    }
  }

  private mutating func remove(_ object: KubernetesObject) {
    switch object {
    case .pod(let pod): self[shard: pod.metadata.effectiveNamespace].pods.remove(pod.metadata.name)
    case .service(let service):
      self[shard: service.metadata.effectiveNamespace].services.remove(service.metadata.name, under: controlPlane)
    case .namespace(let namespace): self[shard: namespace.metadata.name].namespace = nil
    case .node(let node):
      shared.nodes[ExactString(node.metadata.name)] = nil
      shared.nodeTags[ExactString(node.metadata.name)] = nil
    case .endpointSlice(let slice):
      self[shard: slice.metadata.effectiveNamespace].surroundings.removeEndpointSlice(ObjectName(of: slice.metadata))
    case .replicaSet(let replicaSet):
      let name = ObjectName(of: replicaSet.metadata)
      self[shard: name.namespace].surroundings.replicaSets[name] = nil
    case .job(let job):
      let name = ObjectName(of: job.metadata)
      self[shard: name.namespace].surroundings.jobs[name] = nil
    case .unsupported(let object):
      let count = unsupported[object.type, default: 0]
      unsupported[object.type] = count > 1 ? count - 1 : nil
    }
  }

  private mutating func set(_ mesh: Mesh?, named name: String) {
    meshes[ExactString(name)] = mesh
    shared.meshes = MeshCatalog(meshes.values.sorted { $0.name.precedesInBytes($1.name) })
  }

  /// The shard of a namespace, made where there is none.
  private subscript(shard namespace: String) -> NamespaceShard {
    get { shards[ExactString(namespace)] ?? NamespaceShard(under: controlPlane) }
    _modify { yield &shards[ExactString(namespace), default: NamespaceShard(under: controlPlane)] }
  }
}

extension Fleet {
  /// The fleet split by namespace into parts that can be worked on at the same time; Nodes and meshes are in each.
  ///
  /// The parts hold about as many Pods each. The same fleet is always split alike.
  ///
  /// - Parameter count: How many parts there are at most.
  public func shards(_ count: Int) -> [Fleet] {
    guard count > 1 else { return [self] }
    var parts = [Fleet](repeating: emptied, count: min(count, max(1, shards.count)))
    var sizes = [Int](repeating: 0, count: parts.count)
    let largestFirst = shards.sorted { left, right in
      let (first, second) = (left.value.pods.count, right.value.pods.count)
      return first == second ? left.key.string.precedesInBytes(right.key.string) : first > second
    }
    for (namespace, shard) in largestFirst {
      let smallest = sizes.indices.min { sizes[$0] < sizes[$1] } ?? 0
      parts[smallest].shards[namespace] = shard
      sizes[smallest] += shard.pods.count + 1
    }
    return parts
  }

  /// The fleet of parts that hold different namespaces of one cluster under one control plane; of what several have, the last
  /// one's holds.
  public init(merging parts: [Fleet], under controlPlane: ControlPlane) {
    self.controlPlane = controlPlane
    for part in parts {
      shards.merge(part.shards) { $1 }
      shared.nodes.merge(part.shared.nodes) { $1 }
      shared.nodeTags.merge(part.shared.nodeTags) { $1 }
      for mesh in part.meshes.values { set(mesh, named: mesh.name) }
      unsupported.merge(part.unsupported) { $1 }
    }
  }

  /// The fleet without what is in namespaces.
  private var emptied: Fleet {
    var fleet = self
    fleet.shards = [:]
    return fleet
  }
}

extension Dataplane {
  /// The namespace and name.
  public var objectName: ObjectName { ObjectName(namespace: metadata.namespace, name: metadata.name) }
}
