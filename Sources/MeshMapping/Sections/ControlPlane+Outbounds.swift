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

  /// What is unknown of the outbounds of a sidecar or delegated gateway, whatever the input holds: those of virtual IPs, which only the control
  /// plane gives (OUT-4).
  var unknownOutbounds: [Unknown] {
    guard writesOutbounds, rules.outbounds.virtualIPs == .present else { return [] }
    return [Unknown(path: Dataplane.outboundPath, needs: .controlPlane)]
  }
}
