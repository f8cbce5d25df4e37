public import KubernetesObjects

/// The objects that the mapping of a Pod may look at besides the Pod and its Namespace: what a control plane reads from the API
/// server.
///
/// For one Pod; ``Cluster`` holds the objects of many and finds them through indexes.
public struct ObjectCatalog: Sendable, Hashable {
  /// All Services, of whatever namespace; those of other namespaces than the Pod's matter to outbounds only.
  public var services: [Service]
  /// The ReplicaSets, which lead to the Deployment behind a Pod.
  public var replicaSets: ObjectIndex<ReplicaSet>
  /// The Jobs, which lead to the CronJob behind a Pod.
  public var jobs: ObjectIndex<Job>
  /// The meshes that exist.
  public var meshes: MeshCatalog
  /// The ContainerPatches that exist.
  public var containerPatches: ContainerPatchCatalog
  /// The Dataplanes that exist, of whatever namespace: the Pod's own is what its Dataplane is brought from, and outbounds are made of
  /// what all offer.
  public var dataplanes: [Dataplane]
  /// What the input is declared to know; nil if the objects decide it.
  private let statedCompleteness: Completeness?
  /// The Nodes, whose labels some releases copy, by name.
  private(set) var nodes: [ExactString: Node] = [:]
  /// The EndpointSlices.
  private(set) var endpointSlices = EndpointSliceIndex()

  /// A catalog of the given objects.
  ///
  /// - Parameter completeness: What is known from them; nil if they decide that themselves (``Completeness``).
  public init(
    services: [Service] = [],
    endpointSlices: [EndpointSlice] = [],
    replicaSets: ObjectIndex<ReplicaSet> = [],
    jobs: ObjectIndex<Job> = [],
    nodes: [Node] = [],
    meshes: MeshCatalog = .every,
    containerPatches: ContainerPatchCatalog = .unknown,
    dataplanes: [Dataplane] = [],
    completeness: Completeness? = nil
  ) {
    self.services = services
    self.replicaSets = replicaSets
    self.jobs = jobs
    self.meshes = meshes
    self.containerPatches = containerPatches
    self.dataplanes = dataplanes
    statedCompleteness = completeness
    for node in nodes { self.nodes[ExactString(node.metadata.name)] = node }
    self.endpointSlices = EndpointSliceIndex(endpointSlices)
  }

  /// What the objects let one know: what was said when the catalog was made or, where nothing was, the kinds of which there is an
  /// object.
  public var completeness: Completeness {
    if let statedCompleteness { return statedCompleteness }
    let held: [Completeness.Kind: Bool] = [
      .nodes: !nodes.isEmpty,
      .meshes: meshes != .every,
      .containerPatches: containerPatches != .unknown,
      .replicaSets: !replicaSets.isEmpty,
      .jobs: !jobs.isEmpty,
      .endpointSlices: !endpointSlices.isEmpty,
      .dataplanes: !dataplanes.isEmpty,
    ]
    return Completeness(known: Set(held.filter(\.value).keys))
  }

  /// The Services of a namespace, in the order in which they are listed. O(*n*).
  func services(in namespace: String) -> [Service] {
    services.filter { $0.metadata.effectiveNamespace.hasSameBytes(as: namespace) }
  }

  /// The Dataplanes of a namespace, in the order in which they are listed. O(*n*).
  func dataplanes(in namespace: String) -> [Dataplane] {
    dataplanes.filter { $0.metadata.namespace.hasSameBytes(as: namespace) }
  }

  /// The Dataplane of a Pod as it stands; nil where there is none. O(*n*).
  func dataplane(of pod: Pod) -> Dataplane? {
    dataplanes.last {
      $0.metadata.name.hasSameBytes(as: pod.metadata.name)
        && $0.metadata.namespace.hasSameBytes(as: pod.metadata.effectiveNamespace)
    }
  }

  /// The EndpointSlices of a Service, by name.
  public func endpointSlices(of service: ObjectName) -> [EndpointSlice] {
    endpointSlices.slices(of: service)
  }
}
