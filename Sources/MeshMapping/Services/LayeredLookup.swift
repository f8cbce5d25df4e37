import KubernetesObjects

/// A look at the objects around a Pod through another one, which answers whatever this one says nothing of.
protocol LayeredLookup: ObjectLookup {
  /// The look below.
  var objects: any ObjectLookup { get }
}

extension LayeredLookup {
  func services(of pod: Pod) throws(MappingFailure) -> [PreparedMatch] { try objects.services(of: pod) }

  var zoneProxyServices: [Service] { objects.zoneProxyServices }

  func services(selectingBy keys: [String]) -> [PreparedService] { objects.services(selectingBy: keys) }

  var servicesWithoutSelector: [PreparedService] { objects.servicesWithoutSelector }

  func nodeTags(ofNode name: String) -> NodeTags? { objects.nodeTags(ofNode: name) }

  var firstNode: FirstNode { objects.firstNode }

  func zoneIngress(named name: String) -> ZoneIngress? { objects.zoneIngress(named: name) }

  func zoneEgress(named name: String) -> ZoneEgress? { objects.zoneEgress(named: name) }

  func replicaSet(_ name: ObjectName) -> ReplicaSet? { objects.replicaSet(name) }

  func job(_ name: ObjectName) -> Job? { objects.job(name) }

  var meshes: MeshCatalog { objects.meshes }

  var containerPatches: ContainerPatchCatalog { objects.containerPatches }

  var dataplanes: [Dataplane] { objects.dataplanes }

  func outbounds(of mesh: String) -> MeshOutbounds? { objects.outbounds(of: mesh) }
}
