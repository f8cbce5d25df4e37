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
    // Where inbounds have no tags in a release at all, nothing is looked up for them.
    let isTagged = rules.tags.inboundTags == .present
    let nodeTags = isTagged ? try nodeTags(of: pod, among: objects) : .none
    let inbounds = serviceInbounds(of: prepared, through: matches, nodeTags: nodeTags)
    if !inbounds.isEmpty { return inbounds }
    if !matches.isEmpty, rules.inbounds.withoutInbound == .failure {
      throw .noMatchingContainerPort(services: matches.map { ExactString($0.service.name.name) })
    }
    let tags = isTagged ? tags(of: pod, named: try workloadName(of: pod, among: objects), nodeTags: nodeTags) : Tags()
    return [placeholder(of: pod, tags: tags)]
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
    var search = InboundSearch()
    var inbounds: [Dataplane.Inbound] = []
    inbounds.reserveCapacity(matches.reduce(0) { $0 + $1.service.ports.count })
    for match in matches where givesInbounds(match.service) {
      for port in match.service.ports {
        let inbound = inbound(of: prepared.pod, through: port, match.relation, sidecar: sidecar, common: &common, &search)
        if let inbound { inbounds.append(inbound) }
      }
    }
    return inbounds
  }

  /// Whether Services give a Pod an inbound, so that it needs no placeholder.
  func isAnyInbound(of pod: Pod, through matches: [PreparedMatch]) -> Bool {
    var search = PortSearch()
    return matches.contains { match in
      givesInbounds(match.service) && match.service.ports.contains { search.target(of: $0.port, on: pod) != nil }
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
    common: inout CommonTags,
    _ search: inout InboundSearch
  ) -> Dataplane.Inbound? {
    guard let target = search.target(of: prepared.port, on: pod) else { return nil }
    let container = search.readiness(of: target, on: pod)
    let readiness = readiness(of: pod, container: container, sidecar: sidecar, relation: relation)
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
  private func placeholder(of pod: Pod, tags: Tags) -> Dataplane.Inbound {
    let readiness = readinessWithoutService(of: pod)
    return Dataplane.Inbound(
      port: Dataplane.reservedPort,
      tags: tags,
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
    guard inbounds.count > 1, isMerging(in: mode) else { return inbounds }
    let isStateCompared = rules.inbounds.mergingKey == .portAndState
    var places: [MergingKey: Int] = [:]
    var merged: [Dataplane.Inbound] = []
    for inbound in inbounds {
      let key = MergingKey(port: inbound.port, state: isStateCompared ? inbound.state : .ready)
      if let place = places[key] {
        let isBetter = rules.inbounds.survivor == .readiest && inbound.state.rank < merged[place].state.rank
        if isBetter { merged[place] = inbound }
      } else {
        places[key] = merged.count
        merged.append(inbound)
      }
    }
    return merged
  }

  /// Whether inbounds are merged in a mesh of a mode (INB-7).
  private func isMerging(in mode: MeshServicesMode) -> Bool {
    switch rules.inbounds.merging {
    case .kept: return false
    case .merged where mode != .exclusive: return false
    case .merged, .mergedEverywhere: return rules.inbounds.taggedMerging == .merged || !areTagsEnabled
    }
  }

  /// All that decides which inbounds are merged, but for what a Mesh says (INB-7).
  var mergingRules: MergingRules {
    MergingRules(
      merging: rules.inbounds.merging, taggedMerging: rules.inbounds.taggedMerging, key: rules.inbounds.mergingKey,
      survivor: rules.inbounds.survivor, areTagsEnabled: areTagsEnabled, mode: settings.meshServicesMode)
  }

  /// What makes two inbounds the same.
  private struct MergingKey: Hashable {
    let port: Int
    let state: Dataplane.State
  }
}

extension Dataplane.State {
  /// How good the state is, the best first.
  fileprivate var rank: Int {
    switch self {
    case .ready: 0
    case .notReady: 1
    case .ignored: 2
    }
  }
}
