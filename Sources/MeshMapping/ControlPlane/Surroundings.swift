public import KubernetesObjects

/// What the mapping of a Pod may look at beside the Pod and its Namespace.
public struct Surroundings: Sendable, Hashable {
  /// Services; those of other namespaces than the Pod's are passed over.
  public var services: [Service]
  /// The ReplicaSets, which tell the Deployment behind a Pod.
  public var replicaSets: ObjectIndex<ReplicaSet>
  /// The Jobs, which tell the CronJob behind a Pod.
  public var jobs: ObjectIndex<Job>
  /// The meshes that exist.
  public var meshes: MeshCatalog
  /// The Nodes, whose labels some releases copy, by name.
  var nodes: [ExactString: Node]
  /// What Nodes give the tags of their Pods, by name, where it is worked out already.
  var nodeTags: [ExactString: NodeTags] = [:]
  /// The EndpointSlices by the Service that they belong to, in the order of their names.
  private var slices: [ObjectName: [EndpointSlice]]
  /// The Service of each EndpointSlice that names one.
  private var serviceOfSlice: [ObjectName: ObjectName]

  /// Surroundings of the given objects.
  public init(
    services: [Service] = [],
    endpointSlices: [EndpointSlice] = [],
    replicaSets: ObjectIndex<ReplicaSet> = [],
    jobs: ObjectIndex<Job> = [],
    nodes: [Node] = [],
    meshes: MeshCatalog = .every
  ) {
    self.services = services
    self.replicaSets = replicaSets
    self.jobs = jobs
    self.meshes = meshes
    self.nodes = [:]
    slices = [:]
    serviceOfSlice = [:]
    for node in nodes { self.nodes[ExactString(node.metadata.name)] = node }
    for slice in endpointSlices { insert(slice) }
  }

  /// Takes over what another one has of a namespace: its owners of Pods and its EndpointSlices.
  mutating func take(_ other: Surroundings) {
    replicaSets = other.replicaSets
    jobs = other.jobs
    slices = other.slices
    serviceOfSlice = other.serviceOfSlice
  }

  /// The EndpointSlices of a Service, by name.
  public func endpointSlices(of service: ObjectName) -> [EndpointSlice] {
    slices[service] ?? []
  }

  /// Adds an EndpointSlice, or replaces the one of its name; one that names no Service belongs to none.
  mutating func insert(_ slice: EndpointSlice) {
    let name = ObjectName(of: slice.metadata)
    removeEndpointSlice(name)
    guard let service = slice.serviceName.map({ ObjectName(namespace: name.namespace, name: $0) }) else { return }
    serviceOfSlice[name] = service
    let place = slices[service]?.firstIndex { name.name.precedesInBytes($0.metadata.name) }
    slices[service, default: []].insert(slice, at: place ?? slices[service]?.count ?? 0)
  }

  /// Takes an EndpointSlice away.
  mutating func removeEndpointSlice(_ name: ObjectName) {
    guard let service = serviceOfSlice.removeValue(forKey: name) else { return }
    slices[service]?.removeAll { $0.metadata.name.hasSameBytes(as: name.name) }
    if slices[service]?.isEmpty ?? false { slices[service] = nil }
  }

  /// The EndpointSlice of a name, where it belongs to a Service.
  func endpointSlice(_ name: ObjectName) -> EndpointSlice? {
    serviceOfSlice[name].flatMap { slices[$0] }?.first { $0.metadata.name.hasSameBytes(as: name.name) }
  }
}
