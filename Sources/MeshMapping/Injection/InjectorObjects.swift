import KubernetesObjects

/// What the injector reads of the objects around a Pod.
struct InjectorObjects: Sendable {
  /// The meshes that exist.
  let meshes: MeshCatalog
  /// The Services of the Pod's namespace whose label makes the Pods behind them zone proxies.
  let zoneProxyServices: [Service]
  /// The ContainerPatches that exist.
  let containerPatches: ContainerPatchCatalog
  /// The Dataplanes of the Pod's namespace that exist.
  let dataplanes: [Dataplane]
}

extension InjectorObjects {
  /// What is read of the objects of a catalog.
  init(of catalog: ObjectCatalog, for pod: Pod) {
    let namespace = pod.metadata.effectiveNamespace
    self.init(
      meshes: catalog.meshes,
      zoneProxyServices: catalog.services(in: namespace).filter(\.isOfZoneProxies),
      containerPatches: catalog.containerPatches,
      dataplanes: catalog.dataplanes(in: namespace)
    )
  }
}
