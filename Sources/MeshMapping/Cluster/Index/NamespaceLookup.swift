import KubernetesObjects

/// The fast way to find the objects around the Pods of a namespace: through the indexes of a ``Cluster``.
final class NamespaceLookup: ObjectLookup {
  private let controlPlane: ControlPlane
  private let services: ServiceIndex
  private let endpointSlices: EndpointSliceIndex
  private let replicaSets: ObjectIndex<ReplicaSet>
  private let jobs: ObjectIndex<Job>
  private let existing: [ExactString: Dataplane]
  private let zoneIngresses: [ExactString: ZoneIngress]
  private let zoneEgresses: [ExactString: ZoneEgress]
  private let clusterScoped: ClusterScopedObjects

  /// A look through the indexes of a namespace.
  ///
  /// - Parameters:
  ///   - objects: What is in the namespace.
  ///   - clusterScoped: What is in no namespace.
  ///   - controlPlane: The control plane that both were prepared under.
  init(in objects: NamespaceObjects, and clusterScoped: ClusterScopedObjects, under controlPlane: ControlPlane) {
    self.controlPlane = controlPlane
    services = objects.services
    endpointSlices = objects.endpointSlices
    replicaSets = objects.replicaSets
    jobs = objects.jobs
    existing = objects.dataplanes
    zoneIngresses = objects.zoneIngresses
    zoneEgresses = objects.zoneEgresses
    self.clusterScoped = clusterScoped
  }

  var meshes: MeshCatalog { clusterScoped.meshes }

  var containerPatches: ContainerPatchCatalog { clusterScoped.containerPatches }

  var dataplanes: [Dataplane] {
    existing.values.sorted { $0.metadata.name.precedesInBytes($1.metadata.name) }
  }

  func outbounds(of mesh: String) -> MeshOutbounds? { clusterScoped.outbounds.outbounds(of: mesh) }

  var zoneProxyServices: [Service] { services.zoneProxies }

  func services(selectingBy keys: [String]) -> [PreparedService] { services.services(selectingBy: keys) }

  var servicesWithoutSelector: [PreparedService] { services.withoutSelector }

  func services(of pod: Pod) throws(MappingFailure) -> [PreparedMatch] {
    try services.matches(of: pod, through: endpointSlices, under: controlPlane)
  }

  func nodeTags(ofNode name: String) -> NodeTags? { clusterScoped.nodes[ExactString(name)]?.tags }

  var firstNode: FirstNode { clusterScoped.firstNode.map(FirstNode.node) ?? .none }

  func zoneIngress(named name: String) -> ZoneIngress? { zoneIngresses.isEmpty ? nil : zoneIngresses[ExactString(name)] }

  func zoneEgress(named name: String) -> ZoneEgress? { zoneEgresses.isEmpty ? nil : zoneEgresses[ExactString(name)] }

  func replicaSet(_ name: ObjectName) -> ReplicaSet? { replicaSets[name] }

  func job(_ name: ObjectName) -> Job? { jobs[name] }
}
