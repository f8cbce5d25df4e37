public import KubernetesObjects

/// What the mapping of a Pod may look at beside the Pod and its Namespace.
public struct Surroundings: Sendable, Hashable {
  /// Services; those of other namespaces than the Pod's are passed over.
  public var services: [Service]
  /// EndpointSlices, by the Service that they belong to.
  public var endpointSlices: [ObjectName: [EndpointSlice]]
  /// ReplicaSets, which tell the Deployment behind a Pod.
  public var replicaSets: ObjectIndex<ReplicaSet>
  /// Jobs, which tell the CronJob behind a Pod.
  public var jobs: ObjectIndex<Job>
  /// Nodes, whose labels some releases copy; found by name alone.
  public var nodes: [Node]
  /// The meshes that exist.
  public var meshes: MeshCatalog

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
    self.endpointSlices = [:]
    self.replicaSets = replicaSets
    self.jobs = jobs
    self.nodes = nodes
    self.meshes = meshes
    for slice in endpointSlices { insert(slice) }
  }

  /// Adds an EndpointSlice; one that names no Service is passed over.
  mutating func insert(_ slice: EndpointSlice) {
    guard let service = slice.serviceName else { return }
    endpointSlices[ObjectName(namespace: slice.metadata.effectiveNamespace, name: service), default: []].append(slice)
  }

  /// The Node of a name. O(*n*); nodes are few beside Pods.
  func node(named name: String) -> Node? {
    nodes.first { $0.metadata.name.hasSameBytes(as: name) }
  }
}
