public import KubernetesObjects

extension ControlPlane {
  /// The Dataplane of a Pod (DP-1 … DP-3), of the Services in the catalog. O(*n*) for *n* Services.
  ///
  /// - Parameters:
  ///   - pod: The Pod as it stands in the cluster, so with what the injector wrote on it.
  ///   - namespace: The Pod's Namespace.
  ///   - catalog: What else the cluster has.
  public func dataplane(of pod: Pod, in namespace: Namespace, among catalog: ObjectCatalog) -> DataplaneMapping {
    let objects = lookup(in: catalog, for: pod)
    do throws(MappingFailure) {
      return dataplane(of: pod, in: namespace, through: try objects.services(of: pod), among: objects, previous: nil)
    } catch {
      return DataplaneMapping(mesh: mesh(of: pod, in: namespace), services: [], result: .failure(error))
    }
  }

  /// The Dataplane of a Pod, of Services that are known to belong to it.
  ///
  /// - Parameters:
  ///   - pod: The Pod as it stands in the cluster, so with what the injector wrote on it.
  ///   - namespace: The Pod's Namespace.
  ///   - services: The Services that belong to the Pod, in order.
  ///   - catalog: Where its Node, its owners and the meshes are found.
  ///   - previous: The Dataplane as it stands; nil where there is none.
  public func dataplane(
    of pod: Pod,
    in namespace: Namespace,
    through services: [ServiceMatch],
    among catalog: ObjectCatalog,
    previous: Dataplane? = nil
  ) -> DataplaneMapping {
    let matches = prepared(services, for: pod.metadata.effectiveNamespace)
    return dataplane(
      of: pod, in: namespace, through: matches, among: lookup(in: catalog, for: pod), previous: previous)
  }

  private func dataplane(
    of pod: Pod,
    in namespace: Namespace,
    through matches: [PreparedMatch],
    among objects: any ObjectLookup,
    previous: Dataplane?
  ) -> DataplaneMapping {
    let mesh = mesh(of: pod, in: namespace)
    let prepared = PreparedPod(pod, under: self)
    let result = Result { () throws(MappingFailure) in
      if isBuiltinGateway(pod) { return try builtinGatewayDataplane(of: pod, in: mesh.name, previous: previous) }
      return try dataplane(of: prepared, in: mesh.name, through: matches, among: objects, previous: previous)
    }
    return DataplaneMapping(mesh: mesh, services: matches.map(\.match), result: result)
  }

  /// The Dataplane of a Pod whose mesh and Services are known.
  ///
  /// - Throws: ``MappingFailure`` where the control plane gives up on the Pod.
  func dataplane(
    of prepared: PreparedPod,
    in mesh: String,
    through services: [PreparedMatch],
    among objects: any ObjectLookup,
    previous: Dataplane?
  ) throws(MappingFailure) -> Dataplane {
    let pod = prepared.pod
    if rules.mesh.existenceCheck == .present, !objects.meshes.contains(mesh) { throw .meshNotFound(ExactString(mesh)) }
    var dataplane = Dataplane(
      mesh: mesh,
      metadata: Dataplane.Metadata(name: pod.metadata.name, namespace: pod.metadata.effectiveNamespace),
      networking: Dataplane.Networking(address: pod.status.podIP)
    )
    try setNetworking(of: &dataplane, pod: prepared, through: services, among: objects)
    let isNodeRead = rules.labels.nodeLabels == .present && !areTagsEnabled
    let nodeTags = isNodeRead ? try nodeTags(of: pod, among: objects) : .none
    dataplane.metadata.labels = labels(of: pod, mesh: mesh, previous: previous, nodeTags: nodeTags)
    // The controller alters the object that is there, of which it knows no annotation.
    if let previous { dataplane.metadata.annotations = previous.metadata.annotations }
    dataplane.metadata.ownerReferences = [Self.ownerReference(to: pod)]
    return dataplane
  }

  /// The mode of MeshServices of a mesh: what its Mesh says, or the setting.
  package func meshServicesMode(of mesh: String, in meshes: MeshCatalog) -> MeshServicesMode {
    meshes.mesh(mesh)?.meshServicesMode ?? settings.meshServicesMode
  }

  private func setNetworking(
    of dataplane: inout Dataplane,
    pod prepared: PreparedPod,
    through services: [PreparedMatch],
    among objects: any ObjectLookup
  ) throws(MappingFailure) {
    let pod = prepared.pod
    dataplane.networking.transparentProxying = try transparentProxying(of: pod)
    let gatewayKind = try gatewayKind(of: pod)
    if gatewayKind == .none {
      let mode = meshServicesMode(of: dataplane.mesh, in: objects.meshes)
      try setInbounds(of: &dataplane.networking, pod: prepared, mode: mode, through: services, among: objects)
    } else {
      dataplane.networking.gateway = try gateway(gatewayKind, of: prepared, through: services, among: objects)
    }
    if writesOutbounds {
      dataplane.networking.outbound = outbounds(of: dataplane, among: objects)
    }
    dataplane.metrics = try metrics(of: pod)
    dataplane.probes = try prepared.probes?.section.get() ?? nil
    dataplane.networking.adminPort = try adminPort(of: pod)
  }

  /// Sets inbounds and listeners. A Pod that is nothing but a zone proxy has no inbound, and reaches nothing (LSN-2).
  private func setInbounds(
    of networking: inout Dataplane.Networking,
    pod: PreparedPod,
    mode: MeshServicesMode,
    through services: [PreparedMatch],
    among objects: any ObjectLookup
  ) throws(MappingFailure) {
    let zoneProxies = services.filter { $0.service.givesListeners }
    if zoneProxies.isEmpty || zoneProxies.count < services.count {
      let regular = zoneProxies.isEmpty ? services : services.filter { !$0.service.givesListeners }
      networking.inbound = deduplicated(try inbounds(of: pod, through: regular, among: objects), in: mode)
    }
    let isEverywhere = rules.inbounds.zoneProxyServices == .listenersEverywhere
    guard isEverywhere || mode == .exclusive, !zoneProxies.isEmpty else { return }
    networking.listeners = try listeners(of: pod.pod, from: zoneProxies.lazy.map(\.service.service))
    if networking.inbound.isEmpty, !networking.listeners.isEmpty {
      var proxying = networking.transparentProxying ?? Dataplane.TransparentProxying()
      proxying.reachableBackends = proxying.reachableBackends ?? []
      networking.transparentProxying = proxying
    }
  }

  /// The reference that lets the API server delete a Dataplane with its Pod (DP-2).
  static func ownerReference(to pod: Pod) -> OwnerReference {
    OwnerReference(
      apiVersion: Pod.apiVersions[0],
      kind: Pod.kind,
      name: pod.metadata.name,
      uid: pod.metadata.uid,
      controller: true,
      blockOwnerDeletion: true
    )
  }
}
