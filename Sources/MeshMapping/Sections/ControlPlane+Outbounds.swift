import KubernetesObjects

extension ControlPlane {
  /// The outbounds of a Dataplane whose other sections are there (TP-7, OUT-1 … OUT-3).
  ///
  /// Most Dataplanes of a mesh share one list.
  func outbounds(of dataplane: Dataplane, among objects: any ObjectLookup) -> [Dataplane.Outbound] {
    guard writesOutbounds, let mesh = objects.outbounds(of: dataplane.mesh) else { return [] }
    return mesh.outbounds(
      of: ObjectName(namespace: dataplane.metadata.namespace, name: dataplane.metadata.name),
      at: dataplane.networking.address,
      reaching: dataplane.networking.transparentProxying?.reachableServices ?? []
    )
  }
}
