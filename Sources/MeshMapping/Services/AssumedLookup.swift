import KubernetesObjects

/// A look at objects that some are assumed to be among which are not there.
final class AssumedLookup: LayeredLookup {
  let objects: any ObjectLookup
  private let assumption: Assumption
  private let completeness: Completeness
  private let controlPlane: ControlPlane

  /// A look through other objects, where nothing is found under an assumption.
  ///
  /// - Parameters:
  ///   - objects: The objects that are there.
  ///   - assumption: What is assumed of those that are not, as far as they may be there.
  ///   - completeness: Which may be there.
  ///   - controlPlane: The control plane.
  init(
    _ objects: any ObjectLookup,
    under assumption: Assumption,
    knowing completeness: Completeness,
    _ controlPlane: ControlPlane
  ) {
    self.objects = objects
    self.assumption = assumption
    self.completeness = completeness
    self.controlPlane = controlPlane
  }

  var meshes: MeshCatalog {
    switch assumption.meshes {
    case .asFound: objects.meshes
    case .foundAndOthers: objects.meshes.andOthers
    case .foundAndDefault: objects.meshes.andDefault
    case .foundOnly: objects.meshes.andNoOthers
    }
  }

  var found: any ObjectLookup { objects }

  func services(of pod: Pod) throws(MappingFailure) -> [PreparedMatch] {
    let found = try objects.services(of: pod)
    guard assumption.endpoints == .allPods else { return found }
    let assumed = servicesWithoutSelector.filter { service in !found.contains { $0.service === service } }
    return (found + assumed.map { PreparedMatch(service: $0, relation: .endpointSlice) })
      .sorted { $0.service.precedes($1.service) }
  }

  func nodeTags(ofNode name: String) -> NodeTags? {
    if let tags = objects.nodeTags(ofNode: name) { return tags }
    // The Node of a Pod that is not bound yet has no name.
    guard name == Assumption.nodeName || completeness.mayHold(.nodes, .node(name)) else { return nil }
    switch assumption.nodes {
    case .absent: return nil
    case .withoutLabels: return NodeTags.none
    case .labelled(let labels):
      return controlPlane.nodeTags(of: Node(metadata: ObjectMeta(name: name, labels: labels)))
    }
  }

  var firstNode: FirstNode {
    if case .none = objects.firstNode, assumption.nodes != .absent { return .unknown }
    return objects.firstNode
  }

  func replicaSet(_ name: ObjectName) -> ReplicaSet? {
    if let found = objects.replicaSet(name) { return found }
    guard let deployment = assumption.deployment, completeness.mayHold(.replicaSets, .replicaSet(name)) else { return nil }
    return ReplicaSet(metadata: Self.metadata(of: name, ownedBy: Deployment.kind, deployment))
  }

  func job(_ name: ObjectName) -> Job? {
    if let found = objects.job(name) { return found }
    guard let cronJob = assumption.cronJob, completeness.mayHold(.jobs, .job(name)) else { return nil }
    return Job(metadata: Self.metadata(of: name, ownedBy: CronJob.kind, cronJob))
  }

  /// The metadata of an object that is assumed to be there.
  private static func metadata(of name: ObjectName, ownedBy kind: String, _ owner: ExactString) -> ObjectMeta {
    let reference = OwnerReference(apiVersion: "", kind: kind, name: owner.string, uid: "", controller: true)
    return ObjectMeta(name: name.name, namespace: name.namespace, ownerReferences: [reference])
  }
}
