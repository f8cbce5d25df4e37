import KubernetesObjects

/// A look at objects that some are assumed to be among which are not there.
final class AssumedLookup: ObjectLookup {
  private let objects: any ObjectLookup
  private let assumption: Assumption
  private let controlPlane: ControlPlane

  /// A look through other objects, where nothing is found under an assumption.
  init(_ objects: any ObjectLookup, under assumption: Assumption, _ controlPlane: ControlPlane) {
    self.objects = objects
    self.assumption = assumption
    self.controlPlane = controlPlane
  }

  var meshes: MeshCatalog {
    assumption.meshes == .onlyDefault ? .only([Mesh(name: MeshChoice.defaultMesh.name)]) : objects.meshes
  }

  var found: any ObjectLookup { objects }

  var containerPatches: ContainerPatchCatalog { objects.containerPatches }

  var dataplanes: [Dataplane] { objects.dataplanes }

  func outbounds(of mesh: String) -> MeshOutbounds? { objects.outbounds(of: mesh) }

  var zoneProxyServices: [Service] { objects.zoneProxyServices }

  var servicesWithoutSelector: [PreparedService] { objects.servicesWithoutSelector }

  func services(of pod: Pod) throws(MappingFailure) -> [PreparedMatch] {
    let found = try objects.services(of: pod)
    guard assumption.endpoints == .allPods else { return found }
    let assumed = servicesWithoutSelector.filter { service in !found.contains { $0.service === service } }
    return (found + assumed.map { PreparedMatch(service: $0, relation: .endpointSlice) })
      .sorted { $0.service.precedes($1.service) }
  }

  func nodeTags(ofNode name: String) -> NodeTags? {
    if let tags = objects.nodeTags(ofNode: name) { return tags }
    switch assumption.nodes {
    case .absent: return nil
    case .withoutLabels: return NodeTags.none
    case .withLabels:
      let labels = StringMap(controlPlane.nodeLabels.map { StringMap.Entry(key: $0, value: "assumed") })
      return controlPlane.nodeTags(of: Node(metadata: ObjectMeta(name: name, labels: labels)))
    }
  }

  var firstNode: FirstNode {
    if case .none = objects.firstNode, assumption.nodes != .absent { return .unknown }
    return objects.firstNode
  }

  func zoneIngress(named name: String) -> ZoneIngress? { objects.zoneIngress(named: name) }

  func zoneEgress(named name: String) -> ZoneEgress? { objects.zoneEgress(named: name) }

  func replicaSet(_ name: ObjectName) -> ReplicaSet? {
    objects.replicaSet(name) ?? assumed(.replicaSets, name, "Deployment").map { ReplicaSet(metadata: $0) }
  }

  func job(_ name: ObjectName) -> Job? {
    objects.job(name) ?? assumed(.jobs, name, "CronJob").map { Job(metadata: $0) }
  }

  /// The metadata of an owner that is not there; nil where nothing is assumed of its kind.
  private func assumed(_ kind: Completeness.Kind, _ name: ObjectName, _ owner: String) -> ObjectMeta? {
    guard let behind = assumption.owner, assumption.ownerKinds.contains(kind) else { return nil }
    let reference = OwnerReference(apiVersion: "", kind: owner, name: behind.string, uid: "", controller: true)
    return ObjectMeta(name: name.name, namespace: name.namespace, ownerReferences: [reference])
  }
}
