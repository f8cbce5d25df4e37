public import KubernetesObjects

extension ControlPlane {
  /// The inbounds of a Pod (INB-1 … INB-6, INB-8, PORT-1 … PORT-4, POD-1 … POD-4).
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - matches: The Services that belong to it, in order.
  ///   - catalog: Where its Node and owners are found.
  /// - Throws: ``MappingFailure`` where the control plane gives up on the Pod.
  public func inbounds(
    of pod: Pod,
    through matches: [ServiceMatch],
    among catalog: ObjectCatalog
  ) throws(MappingFailure) -> [Dataplane.Inbound] {
    let services = prepared(matches, for: pod.metadata.effectiveNamespace)
    return try inbounds(of: PreparedPod(pod, under: self), through: services, among: lookup(in: catalog, for: pod))
  }

  /// The inbounds of a Pod that is prepared, as its Services are.
  func inbounds(
    of prepared: PreparedPod,
    through matches: [PreparedMatch],
    among objects: any ObjectLookup
  ) throws(MappingFailure) -> [Dataplane.Inbound] {
    let pod = prepared.pod
    let nodeTags = try nodeTags(of: pod, among: objects)
    let inbounds = serviceInbounds(of: prepared, through: matches, nodeTags: nodeTags)
    if !inbounds.isEmpty { return inbounds }
    if !matches.isEmpty, rules.inbounds.withoutInbound == .failure {
      throw .noMatchingContainerPort(services: matches.map { ExactString($0.service.name.name) })
    }
    let name = try workloadName(of: pod, among: objects)
    return [placeholder(of: pod, named: name, nodeTags: nodeTags)]
  }

  /// One inbound for every TCP port of the Services that is found on the Pod.
  private func serviceInbounds(
    of prepared: PreparedPod,
    through matches: [PreparedMatch],
    nodeTags: NodeTags
  ) -> [Dataplane.Inbound] {
    guard !matches.isEmpty else { return [] }
    let sidecar = sidecarReadiness(of: prepared.pod)
    var common = commonTags(of: prepared, nodeTags: nodeTags)
    var inbounds: [Dataplane.Inbound] = []
    inbounds.reserveCapacity(matches.reduce(0) { $0 + $1.service.ports.count })
    for match in matches where givesInbounds(match.service) {
      for port in match.service.ports {
        let inbound = inbound(of: prepared.pod, through: port, match.relation, sidecar: sidecar, common: &common)
        if let inbound { inbounds.append(inbound) }
      }
    }
    return inbounds
  }

  /// Whether Services give a Pod an inbound, so that it needs no placeholder.
  func isAnyInbound(of pod: Pod, through matches: [PreparedMatch]) -> Bool {
    matches.contains { match in
      givesInbounds(match.service) && match.service.ports.contains { pod.target(of: $0.port) != nil }
    }
  }

  private func givesInbounds(_ service: PreparedService) -> Bool {
    rules.inbounds.externalName == .inbounds || !service.service.isExternalName
  }

  private func inbound(
    of pod: Pod,
    through prepared: PreparedPort,
    _ relation: ServiceMatch.Relation,
    sidecar: Bool?,
    common: inout CommonTags
  ) -> Dataplane.Inbound? {
    guard let target = pod.target(of: prepared.port) else { return nil }
    let readiness = readiness(of: pod, container: target.place?.container, sidecar: sidecar, relation: relation)
    return Dataplane.Inbound(
      port: target.number,
      name: name(of: prepared.port, at: target.place, on: pod),
      tags: tags(of: &common, through: prepared),
      state: readiness.state,
      health: readiness.health,
      appProtocol: rules.inbounds.protocolField == .present ? prepared.protocolTag.value : ""
    )
  }

  /// The name of an inbound (INB-5); empty where it has none.
  private func name(of port: ServicePort, at place: PortTarget.Place?, on pod: Pod) -> String {
    guard rules.inbounds.name == .present else { return "" }
    switch rules.inbounds.nameSource {
    case .servicePort: return port.name
    case .containerPort: return place.map { pod.containerPort(at: $0).name } ?? ""
    }
  }

  /// The inbound of a Pod without a Service, on a port that nothing listens on (POD-1).
  private func placeholder(of pod: Pod, named name: WorkloadName, nodeTags: NodeTags) -> Dataplane.Inbound {
    let readiness = readinessWithoutService(of: pod)
    return Dataplane.Inbound(
      port: Dataplane.reservedPort,
      tags: tags(of: pod, named: name, nodeTags: nodeTags),
      state: readiness.state,
      health: readiness.health,
      appProtocol: rules.inbounds.protocolField == .present ? AppProtocol.tcp : ""
    )
  }

  /// The labels of the Pod's Node that are copied, as tags (TAG-10).
  func nodeTags(of pod: Pod, among objects: any ObjectLookup) throws(MappingFailure) -> NodeTags {
    guard rules.tags.nodeLabels == .read, !pod.spec.nodeName.isEmpty, !nodeLabels.isEmpty else { return .none }
    guard let tags = objects.nodeTags(ofNode: pod.spec.nodeName) else { throw .nodeNotFound(ExactString(pod.spec.nodeName)) }
    return tags
  }

  /// Inbounds without those on a port that an earlier one has, where the rules merge them (INB-7).
  func deduplicated(_ inbounds: [Dataplane.Inbound], in mode: MeshServicesMode) -> [Dataplane.Inbound] {
    guard rules.inbounds.merging == .merged, mode == .exclusive else { return inbounds }
    guard rules.inbounds.taggedMerging == .merged || !areTagsEnabled else { return inbounds }
    let isStateCompared = rules.inbounds.mergingKey == .portAndState
    var seen: Set<MergingKey> = []
    return inbounds.filter { inbound in
      seen.insert(MergingKey(port: inbound.port, state: isStateCompared ? inbound.state : .ready)).inserted
    }
  }

  /// What makes two inbounds the same.
  private struct MergingKey: Hashable {
    let port: Int
    let state: Dataplane.State
  }
}
