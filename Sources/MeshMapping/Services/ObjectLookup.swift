import KubernetesObjects

/// How the stages of the mapping find the objects around a Pod.
///
/// There are two ways with one answer: ``CatalogLookup`` looks through a list, and ``NamespaceLookup`` through the indexes of a
/// ``Cluster``. Property tests hold them equal. Two more look through one of these and add to it (``LayeredLookup``): ``AssumedLookup``
/// what the input may lack, ``PlannedLookup`` what will own Pods that there are not yet.
protocol ObjectLookup: AnyObject, Sendable {
  /// The Services that belong to a Pod, in the order in which they give inbounds (SVC-1 … SVC-5).
  ///
  /// - Throws: ``MappingFailure`` where the control plane crashes on the way.
  func services(of pod: Pod) throws(MappingFailure) -> [PreparedMatch]

  /// The Services of the Pod's namespace whose label makes the Pods behind them zone proxies.
  var zoneProxyServices: [Service] { get }

  /// The Services of the Pod's namespace whose selector has one of some labels, by its key; each once or more often, in no order.
  func services(selectingBy keys: [String]) -> [PreparedService]

  /// The Services of the Pod's namespace that have no selector and are not left out, by name, where EndpointSlices lead from them to
  /// Pods; without `default/kubernetes`, behind which the API server is. O(*n*).
  var servicesWithoutSelector: [PreparedService] { get }

  /// What the Node of a name gives the tags of its Pods; nil where there is no such Node.
  func nodeTags(ofNode name: String) -> NodeTags?

  /// The first Node by name.
  var firstNode: FirstNode { get }

  /// The ZoneIngress of a name of the Pod's namespace, as it stands; nil where there is none.
  func zoneIngress(named name: String) -> ZoneIngress?

  /// The ZoneEgress of a name of the Pod's namespace, as it stands; nil where there is none.
  func zoneEgress(named name: String) -> ZoneEgress?

  /// The ReplicaSet of a name.
  func replicaSet(_ name: ObjectName) -> ReplicaSet?

  /// The Job of a name.
  func job(_ name: ObjectName) -> Job?

  /// The meshes that exist.
  var meshes: MeshCatalog { get }

  /// The ContainerPatches that exist.
  var containerPatches: ContainerPatchCatalog { get }

  /// The Dataplanes of the Pod's namespace that exist. O(*n*) for *n* of them.
  var dataplanes: [Dataplane] { get }

  /// The outbounds that a mesh gives its Pods, where they are written into Dataplanes; nil where it gives none.
  func outbounds(of mesh: String) -> MeshOutbounds?

  /// The objects that are there, without those that are only assumed to be.
  var found: any ObjectLookup { get }
}

extension ObjectLookup {
  var found: any ObjectLookup { self }
}
