public import KubernetesObjects

/// The objects of a cluster under one control plane, indexed, so that the cost of a Pod does not grow with what is around it.
///
/// A value: two fleets of the same objects are equal, in whatever order the objects came.
public struct Fleet: Sendable, Hashable {
  /// The control plane.
  public let controlPlane: ControlPlane
  /// The Namespaces by name.
  private(set) var namespaces: [ExactString: NamespaceShard] = [:]
  /// What is not of one namespace, and what leads from Pods to their owners.
  private(set) var surroundings = Surroundings()
  /// The Dataplanes that exist.
  private(set) var dataplanes: [ObjectName: Dataplane] = [:]
  /// The objects of kinds that nothing reads, counted.
  public private(set) var unsupported: [ObjectType: Int] = [:]

  /// A fleet of the given objects; of two with the same kind and name the last one holds. O(*n*).
  public init(_ objects: some Sequence<ClusterObject>, under controlPlane: ControlPlane) {
    self.controlPlane = controlPlane
    var meshes: [Mesh] = []
    for object in objects {
      switch object {
      case .kubernetes(let object): insert(object)
      case .mesh(let mesh): meshes.append(mesh)
      case .dataplane(let dataplane): dataplanes[dataplane.objectName] = dataplane
      }
    }
    surroundings.meshes = MeshCatalog(meshes)
    for key in Array(namespaces.keys) { namespaces[key]?.buildIndex(under: controlPlane) }
  }

  private mutating func insert(_ object: KubernetesObject) {
    switch object {
    case .pod(let pod): namespaces[shard: pod.metadata.effectiveNamespace].pods[ExactString(pod.metadata.name)] = pod
    case .service(let service):
      namespaces[shard: service.metadata.effectiveNamespace].services[ExactString(service.metadata.name)] = service
    case .namespace(let namespace): namespaces[shard: namespace.metadata.name].namespace = namespace
    case .node(let node): surroundings.nodes.append(node)
    case .endpointSlice(let slice): surroundings.insert(slice)
    case .replicaSet(let replicaSet): surroundings.replicaSets[ObjectName(of: replicaSet.metadata)] = replicaSet
    case .job(let job): surroundings.jobs[ObjectName(of: job.metadata)] = job
    case .unsupported(let object): unsupported[object.type, default: 0] += 1
    }
  }

  /// The names of all Pods, sorted by namespace and name. O(*n* log *n*).
  public var podNames: [ObjectName] {
    namespaces.values.flatMap { shard in shard.pods.values.map { ObjectName(of: $0.metadata) } }.sorted()
  }

  /// The Pod of a name.
  public func pod(_ name: ObjectName) -> Pod? {
    namespaces[ExactString(name.namespace)]?.pods[ExactString(name.name)]
  }

  /// The Namespace of a name.
  public func namespace(_ name: String) -> Namespace? {
    namespaces[ExactString(name)]?.namespace
  }

  /// The Dataplanes that exist, sorted by namespace and name.
  public var existingDataplanes: [Dataplane] {
    dataplanes.values.sorted { $0.objectName < $1.objectName }
  }

  /// What is around the Pods of a namespace: its Services, and what is shared.
  func surroundings(of namespace: String) -> Surroundings {
    var around = surroundings
    around.services = namespaces[ExactString(namespace)]?.listedServices ?? []
    return around
  }
}

extension Dataplane {
  /// The namespace and name.
  public var objectName: ObjectName { ObjectName(namespace: metadata.namespace, name: metadata.name) }
}

extension Dictionary where Key == ExactString, Value == NamespaceShard {
  /// The shard of a namespace, made where there is none.
  fileprivate subscript(shard namespace: String) -> NamespaceShard {
    get { self[ExactString(namespace)] ?? NamespaceShard() }
    _modify { yield &self[ExactString(namespace), default: NamespaceShard()] }
  }
}
