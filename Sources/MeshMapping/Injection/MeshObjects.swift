import KubernetesObjects

/// What the injector reads of the objects around a Pod.
struct MeshObjects: Sendable {
  /// The meshes that exist.
  let meshes: MeshCatalog
  /// The Services of the Pod's namespace whose label makes the Pods behind them zone proxies.
  let zoneProxyServices: [Service]

  init(meshes: MeshCatalog, zoneProxyServices: [Service]) {
    self.meshes = meshes
    self.zoneProxyServices = zoneProxyServices
  }

  /// What is read of the objects of a catalog.
  init(of catalog: ObjectCatalog, for pod: Pod) {
    let namespace = pod.metadata.effectiveNamespace
    meshes = catalog.meshes
    zoneProxyServices = catalog.services.filter { service in
      service.isOfZoneProxies && service.metadata.effectiveNamespace.hasSameBytes(as: namespace)
    }
  }
}
