import KubernetesObjects

/// The plain way to find the objects around a Pod: by looking through a catalog. O(*n*) for *n* Services.
final class CatalogLookup: ObjectLookup {
  private let catalog: ObjectCatalog
  private let controlPlane: ControlPlane
  /// The Pod's namespace.
  private let namespace: String
  /// The Dataplanes that the outbounds of the Pods are made of.
  private let offering: [Dataplane]

  /// A look through a catalog for the Pods of a namespace.
  ///
  /// - Parameters:
  ///   - catalog: The catalog.
  ///   - namespace: The namespace.
  ///   - offering: The Dataplanes that the outbounds of the Pods are made of; nil for those of the catalog.
  ///   - controlPlane: The control plane.
  init(
    _ catalog: ObjectCatalog,
    for namespace: String,
    offering: [Dataplane]? = nil,
    under controlPlane: ControlPlane
  ) {
    self.catalog = catalog
    self.namespace = namespace
    self.offering = offering ?? catalog.dataplanes
    self.controlPlane = controlPlane
  }

  var meshes: MeshCatalog { catalog.meshes }

  var containerPatches: ContainerPatchCatalog { catalog.containerPatches }

  var dataplanes: [Dataplane] { catalog.dataplanes(in: namespace) }

  var zoneProxyServices: [Service] { catalog.services(in: namespace).filter(\.isOfZoneProxies) }

  func services(selectingBy keys: [String]) -> [PreparedService] {
    catalog.services(in: namespace).filter { service in keys.contains { service.selector[$0] != nil } }
      .map { PreparedService($0, under: controlPlane) }
  }

  var servicesWithoutSelector: [PreparedService] {
    guard controlPlane.rules.services.endpointSlices == .read else { return [] }
    return catalog.services(in: namespace).filter(\.selector.isEmpty).map { PreparedService($0, under: controlPlane) }
      .filter(\.mayHaveEndpoints).sorted { $0.precedes($1) }
  }

  func services(of pod: Pod) throws(MappingFailure) -> [PreparedMatch] {
    var matches: [PreparedMatch] = []
    for service in catalog.services(in: namespace) {
      let prepared = PreparedService(service, under: controlPlane)
      if let relation = try controlPlane.relation(of: prepared, to: pod, through: catalog.endpointSlices) {
        matches.append(PreparedMatch(service: prepared, relation: relation))
      }
    }
    guard controlPlane.rules.services.order == .byName, matches.count > 1 else { return matches }
    return matches.sorted { $0.service.precedes($1.service) }
  }

  func outbounds(of mesh: String) -> MeshOutbounds? {
    let endpoints = MeshEndpoints(of: offering.lazy.filter { $0.mesh.hasSameBytes(as: mesh) })
    var services: [ObjectName: ServiceAddress] = [:]
    for service in catalog.services { services[ObjectName(of: service.metadata)] = ServiceAddress(of: service) }
    return MeshOutbounds(of: endpoints, by: controlPlane.rules.outbounds) { services[$0] }
  }

  func nodeTags(ofNode name: String) -> NodeTags? {
    catalog.nodes[ExactString(name)].map { controlPlane.nodeTags(of: $0) }
  }

  var firstNode: FirstNode {
    catalog.nodes.keys.min { $0.string.precedesInBytes($1.string) }.flatMap { catalog.nodes[$0] }.map(FirstNode.node)
      ?? .none
  }

  // A Pod alone is looked at as one that has no proxy yet.
  func zoneIngress(named name: String) -> ZoneIngress? { nil }

  func zoneEgress(named name: String) -> ZoneEgress? { nil }

  func replicaSet(_ name: ObjectName) -> ReplicaSet? { catalog.replicaSets[name] }

  func job(_ name: ObjectName) -> Job? { catalog.jobs[name] }
}

extension ControlPlane {
  /// A look through a catalog for a Pod.
  func lookup(in catalog: ObjectCatalog, for pod: Pod) -> CatalogLookup {
    CatalogLookup(catalog, for: pod.metadata.effectiveNamespace, under: self)
  }
}
