import KubernetesObjects

extension Fleet {
  /// What would happen to a Pod: the injection decision, and the Dataplane of a Pod that is injected or would be, mapped as
  /// injection leaves it and as it will be once it runs (INJ-1 …, WRITE-1 …, LIFE-3). Nil where there is no such Pod.
  public func preview(of name: ObjectName) -> PodReport? {
    report(on: name, preview)
  }

  private func preview(of pod: Pod, in shard: NamespaceShard, among around: Surroundings) -> PodReport {
    let admission = controlPlane.admission(of: pod, in: shard.namespace, among: around)
    guard let namespace = shard.namespace else {
      return report(.preview, pod, admission, .fail(.namespaceNotFound(pod.metadata.effectiveNamespace)))
    }
    let isToBeInjected = admission.decision.outcome == "inject"
    let subject = isToBeInjected ? controlPlane.injectedPod(pod, in: namespace) : pod
    let mesh = controlPlane.mesh(of: subject, in: namespace)
    let standpoint: ControlPlane.Standpoint = pod.status.isOver ? .asItStands : .onceItRuns
    if let outcome = controlPlane.outcomeWithoutMapping(of: subject, in: namespace, standpoint) {
      let isLeftOut = outcome == .none(.notInjected)
      return report(.preview, pod, admission, isLeftOut ? .none(.willNotBeInjected) : outcome, mesh: mesh)
    }
    let (services, result) = mapping(of: subject, in: mesh, shard, among: around, .preview)
    var outcome = DataplaneOutcome(result)
    if case .apply(let dataplane) = outcome, pod.status.podIP.isEmpty { outcome = .pending(dataplane, .podHasNoAddress) }
    return report(.preview, pod, admission, outcome, mesh: mesh, services: services)
  }

  /// What one pass of the controller does with a Pod as it stands (LIFE-1 … LIFE-7). Nil where there is no such Pod.
  public func reconciliation(of name: ObjectName) -> PodReport? {
    report(on: name, reconciliation)
  }

  private func reconciliation(of pod: Pod, in shard: NamespaceShard, among around: Surroundings) -> PodReport {
    let admission = controlPlane.admission(of: pod, in: shard.namespace, among: around)
    if let outcome = controlPlane.outcomeWithoutMapping(of: pod, in: shard.namespace, .asItStands) {
      let mesh = shard.namespace.map { controlPlane.mesh(of: pod, in: $0) }
      return report(.reconciliation, pod, admission, outcome, mesh: mesh)
    }
    let mesh = controlPlane.mesh(of: pod, in: shard.namespace ?? ControlPlane.unreadNamespace(of: pod))
    let (services, result) = mapping(of: pod, in: mesh, shard, among: around, .reconciliation)
    return report(.reconciliation, pod, admission, DataplaneOutcome(result), mesh: mesh, services: services)
  }

  /// What would happen to every Pod, sorted by namespace and name.
  public func previews() -> [PodReport] {
    reports(preview)
  }

  /// What one pass of the controller does with every Pod, sorted by namespace and name.
  public func reconciliations() -> [PodReport] {
    reports(reconciliation)
  }

  /// What is told of a Pod in its namespace.
  private typealias Telling = (_ pod: Pod, _ shard: NamespaceShard, _ around: Surroundings) -> PodReport

  private func report(on name: ObjectName, _ telling: Telling) -> PodReport? {
    guard let shard = shards[ExactString(name.namespace)], let pod = shard.pods[name.name] else { return nil }
    return telling(pod, shard, surroundings(in: shard))
  }

  /// What is told of every Pod, sorted by namespace and name; what is around Pods is put together once a namespace.
  private func reports(_ telling: Telling) -> [PodReport] {
    shards.sorted { $0.key.string.precedesInBytes($1.key.string) }.flatMap { _, shard in
      let around = surroundings(in: shard)
      return shard.pods.names.sorted { $0.precedesInBytes($1) }.compactMap { name in
        shard.pods[name].map { telling($0, shard, around) }
      }
    }
  }

  /// The Dataplanes whose Pod is gone, which are left for garbage collection (LIFE-8).
  public func orphans() -> [ObjectName] {
    GarbageCollection.orphans(among: existingDataplanes, of: podNames.compactMap(pod))
  }

  /// Maps a Pod through the index of Services.
  private func mapping(
    of pod: Pod,
    in mesh: MeshChoice,
    _ shard: NamespaceShard,
    among around: Surroundings,
    _ standpoint: PodReport.Standpoint
  ) -> (services: [ServiceMatch], result: Result<Dataplane, MappingFailure>) {
    do throws(MappingFailure) {
      var services = try services(of: pod, in: shard, among: around)
      if standpoint == .preview { services = services.map(\.withTargetPortsFilledIn) }
      let previous = shard.dataplanes.isEmpty ? nil : shard.dataplanes[ExactString(pod.metadata.name)]
      let result = controlPlane.result(for: pod, in: mesh, through: services, among: around, previous: previous)
      return (services, result)
    } catch {
      return ([], .failure(error))
    }
  }

  /// The Services that belong to a Pod, found through the index.
  private func services(
    of pod: Pod,
    in shard: NamespaceShard,
    among around: Surroundings
  ) throws(MappingFailure) -> [ServiceMatch] {
    var matches: [ServiceMatch] = []
    for candidate in shard.services.candidates(for: pod.metadata.labels) {
      if let relation = try controlPlane.relation(of: candidate.service, to: pod, among: around) {
        matches.append(ServiceMatch(candidate, relation: relation))
      }
    }
    return matches
  }

  private func report(
    _ standpoint: PodReport.Standpoint,
    _ pod: Pod,
    _ admission: Admission,
    _ outcome: DataplaneOutcome,
    mesh: MeshChoice? = nil,
    services: [ServiceMatch] = []
  ) -> PodReport {
    PodReport(
      standpoint: standpoint,
      pod: pod,
      admission: admission,
      mesh: mesh,
      services: services,
      outcome: outcome
    )
  }
}

extension PodStatus {
  /// Whether the Pod has ended, so that no address will come.
  fileprivate var isOver: Bool { phase == "Succeeded" || phase == "Failed" }
}

extension ServiceMatch {
  /// The match with absent target ports filled in, as the API server does on creation (PORT-5).
  fileprivate var withTargetPortsFilledIn: ServiceMatch {
    guard service.ports.contains(where: { $0.targetPort == .number(0) }) else { return self }
    var filledIn = service
    for index in filledIn.ports.indices where filledIn.ports[index].targetPort == .number(0) {
      filledIn.ports[index].targetPort = .number(filledIn.ports[index].port)
    }
    return ServiceMatch(PreparedService(filledIn, as: prepared), relation: relation)
  }
}
