public import KubernetesObjects

extension ControlPlane {
  /// The Dataplane of a Pod (DP-1 … DP-3), of the Services among the surroundings. O(*n*) for *n* Services.
  ///
  /// - Parameters:
  ///   - pod: The Pod as it stands in the cluster, so with what the injector wrote on it.
  ///   - namespace: The Pod's Namespace.
  ///   - surroundings: What else the cluster has.
  public func dataplane(for pod: Pod, in namespace: Namespace, among surroundings: Surroundings) -> DataplaneMapping {
    do throws(MappingFailure) {
      let matches = try services(of: pod, among: surroundings)
      return dataplane(for: pod, in: namespace, through: matches, among: surroundings)
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
  ///   - surroundings: Where its Node, its owners and the meshes are found.
  ///   - previous: The Dataplane as it stands; nil where there is none.
  public func dataplane(
    for pod: Pod,
    in namespace: Namespace,
    through services: [ServiceMatch],
    among surroundings: Surroundings,
    previous: Dataplane? = nil
  ) -> DataplaneMapping {
    let mesh = mesh(of: pod, in: namespace)
    let matches = prepared(services, for: pod)
    let prepared = PreparedPod(pod, under: self)
    let result = Result { () throws(MappingFailure) in
      try dataplane(for: prepared, in: mesh.name, through: matches, among: surroundings, previous: previous)
    }
    return DataplaneMapping(mesh: mesh, services: services, result: result)
  }

  /// The Dataplane of a Pod whose mesh and Services are known.
  ///
  /// - Throws: ``MappingFailure`` where the control plane gives up on the Pod.
  func dataplane(
    for prepared: PreparedPod,
    in mesh: String,
    through services: [PreparedMatch],
    among surroundings: Surroundings,
    previous: Dataplane?
  ) throws(MappingFailure) -> Dataplane {
    let pod = prepared.pod
    if rules.mesh.existenceCheck == .present, !surroundings.meshes.contains(mesh) { throw .meshNotFound(mesh) }
    var dataplane = Dataplane(
      mesh: mesh,
      metadata: Dataplane.Metadata(name: pod.metadata.name, namespace: pod.metadata.effectiveNamespace),
      networking: Dataplane.Networking(address: pod.status.podIP)
    )
    try setNetworking(of: &dataplane, pod: prepared, through: services, among: surroundings)
    let isNodeRead = rules.labels.nodeLabels == .present && !areTagsEnabled
    let nodeTags = isNodeRead ? try nodeTags(of: pod, among: surroundings) : .none
    dataplane.metadata.labels = labels(of: pod, mesh: mesh, previous: previous, nodeTags: nodeTags)
    dataplane.metadata.ownerReferences = [Self.ownerReference(to: pod)]
    return dataplane
  }

  /// The mode of MeshServices of a mesh: what its Mesh says, or the setting.
  func meshServicesMode(of mesh: String, among surroundings: Surroundings) -> MeshServicesMode {
    surroundings.meshes.mesh(mesh)?.meshServicesMode ?? settings.meshServicesMode
  }

  private func setNetworking(
    of dataplane: inout Dataplane,
    pod prepared: PreparedPod,
    through services: [PreparedMatch],
    among surroundings: Surroundings
  ) throws(MappingFailure) {
    let pod = prepared.pod
    dataplane.networking.transparentProxying = try transparentProxying(of: pod)
    let gatewayKind = try gatewayKind(of: pod)
    if gatewayKind == .none {
      let mode = meshServicesMode(of: dataplane.mesh, among: surroundings)
      try setInbounds(of: &dataplane.networking, pod: prepared, mode: mode, through: services, among: surroundings)
    } else {
      dataplane.networking.gateway = try gateway(gatewayKind, of: prepared, through: services, among: surroundings)
    }
    try checkUnmappedSections(of: pod)
    dataplane.networking.adminPort = try adminPort(of: pod)
  }

  /// Sets inbounds and listeners. A Pod that is nothing but a zone proxy has no inbound, and reaches nothing (LSN-2).
  private func setInbounds(
    of networking: inout Dataplane.Networking,
    pod: PreparedPod,
    mode: MeshServicesMode,
    through services: [PreparedMatch],
    among surroundings: Surroundings
  ) throws(MappingFailure) {
    let zoneProxies = services.filter { $0.service.givesListeners }
    if zoneProxies.isEmpty || zoneProxies.count < services.count {
      let regular = zoneProxies.isEmpty ? services : services.filter { !$0.service.givesListeners }
      networking.inbound = deduplicated(try inbounds(of: pod, through: regular, among: surroundings), in: mode)
    }
    guard mode == .exclusive, !zoneProxies.isEmpty else { return }
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
