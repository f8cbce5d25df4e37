import KubernetesObjects

/// What the injector reads of the objects around a Pod.
struct MeshObjects: Sendable {
  /// The meshes that exist.
  let meshes: MeshCatalog
  /// The Services of the Pod's namespace whose label makes the Pods behind them zone proxies.
  let zoneProxyServices: [Service]
  /// The ContainerPatches that exist.
  let containerPatches: ContainerPatchCatalog
  /// The Dataplanes of the Pod's namespace that exist.
  let dataplanes: [Dataplane]

  init(
    meshes: MeshCatalog,
    zoneProxyServices: [Service],
    containerPatches: ContainerPatchCatalog,
    dataplanes: [Dataplane]
  ) {
    self.meshes = meshes
    self.zoneProxyServices = zoneProxyServices
    self.containerPatches = containerPatches
    self.dataplanes = dataplanes
  }

  /// What is read of the objects of a catalog.
  init(of catalog: ObjectCatalog, for pod: Pod) {
    let namespace = pod.metadata.effectiveNamespace
    meshes = catalog.meshes
    containerPatches = catalog.containerPatches
    dataplanes = catalog.dataplanes.filter { $0.metadata.namespace.hasSameBytes(as: namespace) }
    zoneProxyServices = catalog.services.filter { service in
      service.isOfZoneProxies && service.metadata.effectiveNamespace.hasSameBytes(as: namespace)
    }
  }
}
