public import KubernetesObjects

extension ControlPlane {
  /// The inbounds of a Pod (INB-1 … INB-6, INB-8, PORT-1 … PORT-4, POD-1 … POD-4).
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - matches: The Services that belong to it, in order.
  ///   - surroundings: Where its Node and owners are found.
  /// - Throws: ``MappingFailure`` where the control plane gives up on the Pod.
  public func inbounds(
    of pod: Pod,
    through matches: [ServiceMatch],
    among surroundings: Surroundings
  ) throws(MappingFailure) -> [Dataplane.Inbound] {
    let nodeTags = try nodeTags(of: pod, among: surroundings)
    let inbounds = serviceInbounds(of: pod, through: matches, nodeTags: nodeTags)
    if !inbounds.isEmpty { return inbounds }
    if !matches.isEmpty, rules.inbounds.withoutInbound == .failure {
      throw .noMatchingContainerPort(services: matches.map(\.service.metadata.name))
    }
    let name = try workloadName(of: pod, among: surroundings)
    return [placeholder(of: pod, named: name, nodeTags: nodeTags)]
  }

  /// One inbound for every TCP port of the Services that is found on the Pod.
  private func serviceInbounds(of pod: Pod, through matches: [ServiceMatch], nodeTags: Tags) -> [Dataplane.Inbound] {
    var inbounds: [Dataplane.Inbound] = []
    guard !matches.isEmpty else { return [] }
    let shared = sharedTags(of: pod, nodeTags: nodeTags)
    for match in matches {
      if rules.inbounds.externalName == .nothing, match.prepared.service.isExternalName { continue }
      let ports = match.prepared.service.ports
      for index in ports.indices where ports[index].transportProtocol == .tcp {
        guard let inbound = inbound(of: pod, through: match, port: index, shared: shared) else { continue }
        inbounds.append(inbound)
      }
    }
    return inbounds
  }

  private func inbound(
    of pod: Pod,
    through match: ServiceMatch,
    port index: Int,
    shared: SharedTags
  ) -> Dataplane.Inbound? {
    let port = match.prepared.service.ports[index]
    let resolution = PortResolution(of: port, on: pod)
    guard let number = resolution.number else { return nil }
    var container: String?
    var containerPortName = ""
    if case .declared(_, let name, let declaring) = resolution { (container, containerPortName) = (declaring, name) }
    let readiness = readiness(of: pod, container: container, relation: match.relation)
    let source = rules.inbounds.nameSource == .servicePort ? port.name : containerPortName
    let namespace = pod.metadata.effectiveNamespace
    let portTags =
      match.prepared.portTags?[index] ?? PortTags(of: match.service, port: port, podNamespace: namespace, under: self)
    return Dataplane.Inbound(
      port: UInt32(bitPattern: number),
      name: rules.inbounds.name == .added ? source : "",
      tags: tags(of: shared, through: portTags),
      state: readiness.state,
      health: readiness.health,
      appProtocol: rules.inbounds.protocolField == .added ? portTags.protocolTag.value : ""
    )
  }

  /// The inbound of a Pod without a Service, on a port that nothing listens on (POD-1).
  private func placeholder(of pod: Pod, named name: WorkloadName, nodeTags: Tags) -> Dataplane.Inbound {
    let readiness = readinessWithoutService(of: pod)
    return Dataplane.Inbound(
      port: Dataplane.reservedPort,
      tags: tags(of: pod, named: name, nodeTags: nodeTags),
      state: readiness.state,
      health: readiness.health,
      appProtocol: rules.inbounds.protocolField == .added ? AppProtocol.tcp : ""
    )
  }

  /// The labels of the Pod's Node that are copied, as tags (TAG-10).
  func nodeTags(of pod: Pod, among surroundings: Surroundings) throws(MappingFailure) -> Tags {
    guard rules.tags.nodeLabels == .read, !pod.spec.nodeName.isEmpty, !nodeLabels.isEmpty else { return Tags() }
    let name = ExactString(pod.spec.nodeName)
    if let prepared = surroundings.nodeTags[name] { return prepared }
    guard let node = surroundings.nodes[name] else { throw .nodeNotFound(pod.spec.nodeName) }
    return nodeTags(of: node)
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
    let port: UInt32
    let state: Dataplane.State
  }
}
