import KubernetesObjects

extension Fleet {
  /// What would happen to a Pod: the injection decision, and the Dataplane of a Pod that is injected or would be, mapped as
  /// injection leaves it and as it will be once it runs (INJ-1 …, WRITE-1 …, LIFE-3). Nil where there is no such Pod.
  public func preview(of name: ObjectName) -> PodReport? {
    guard let pod = pod(name) else { return nil }
    let around = surroundings(of: name.namespace)
    let namespace = namespace(name.namespace)
    let admission = controlPlane.admission(of: pod, in: namespace, among: around)
    guard let namespace else {
      return report(.preview, pod, admission, .fail(.namespaceNotFound(name.namespace)))
    }
    let isToBeInjected = admission.decision.outcome == "inject"
    let subject = isToBeInjected ? controlPlane.injectedPod(pod, in: namespace) : pod
    let mesh = controlPlane.mesh(of: subject, in: namespace)
    let standpoint: ControlPlane.Standpoint = pod.status.isOver ? .asItStands : .onceItRuns
    if let outcome = controlPlane.outcomeWithoutMapping(of: subject, in: namespace, standpoint) {
      let isLeftOut = outcome == .none(.notInjected)
      return report(.preview, pod, admission, isLeftOut ? .none(.willNotBeInjected) : outcome, mesh: mesh)
    }
    let (services, result) = mapping(of: subject, in: namespace, among: around, .preview)
    let outcome: DataplaneOutcome =
      switch result {
      case .failure(let failure): .fail(failure)
      case .success(let dataplane) where pod.status.podIP.isEmpty: .pending(dataplane, .podHasNoAddress)
      case .success(let dataplane): .apply(dataplane)
      }
    return report(.preview, pod, admission, outcome, mesh: mesh, services: services)
  }

  /// What one pass of the controller does with a Pod as it stands (LIFE-1 … LIFE-7). Nil where there is no such Pod.
  public func reconciliation(of name: ObjectName) -> PodReport? {
    guard let pod = pod(name) else { return nil }
    let around = surroundings(of: name.namespace)
    let namespace = namespace(name.namespace)
    let admission = controlPlane.admission(of: pod, in: namespace, among: around)
    let mesh = namespace.map { controlPlane.mesh(of: pod, in: $0) }
    if let outcome = controlPlane.outcomeWithoutMapping(of: pod, in: namespace, .asItStands) {
      return report(.reconciliation, pod, admission, outcome, mesh: mesh)
    }
    // Releases that map a Pod without its Namespace do not read the Namespace either.
    let known = namespace ?? Namespace(metadata: ObjectMeta(name: name.namespace))
    let (services, result) = mapping(of: pod, in: known, among: around, .reconciliation)
    let outcome: DataplaneOutcome =
      switch result {
      case .failure(let failure): .fail(failure)
      case .success(let dataplane): .apply(dataplane)
      }
    let mapped = mesh ?? controlPlane.mesh(of: pod, in: known)
    return report(.reconciliation, pod, admission, outcome, mesh: mapped, services: services)
  }

  /// What would happen to every Pod, sorted by namespace and name.
  public func previews() -> [PodReport] {
    podNames.compactMap(preview)
  }

  /// What one pass of the controller does with every Pod, sorted by namespace and name.
  public func reconciliations() -> [PodReport] {
    podNames.compactMap(reconciliation)
  }

  /// The Dataplanes whose Pod is gone, which are left for garbage collection (LIFE-8).
  public func orphans() -> [ObjectName] {
    GarbageCollection.orphans(among: existingDataplanes, of: podNames.compactMap(pod))
  }

  /// Maps a Pod through the index of Services.
  private func mapping(
    of pod: Pod,
    in namespace: Namespace,
    among around: Surroundings,
    _ standpoint: PodReport.Standpoint
  ) -> (services: [ServiceMatch], result: Result<Dataplane, MappingFailure>) {
    do throws(MappingFailure) {
      var services = try services(of: pod, among: around)
      if standpoint == .preview { services = services.map(\.withTargetPortsFilledIn) }
      let previous = existingDataplane(ObjectName(of: pod.metadata))
      let mapping = controlPlane.dataplane(for: pod, in: namespace, through: services, among: around, previous: previous)
      return (services, mapping.result)
    } catch {
      return ([], .failure(error))
    }
  }

  /// The Services that belong to a Pod, found through the index.
  private func services(of pod: Pod, among around: Surroundings) throws(MappingFailure) -> [ServiceMatch] {
    guard let shard = shards[ExactString(pod.metadata.effectiveNamespace)] else { return [] }
    var matches: [ServiceMatch] = []
    for candidate in shard.services.candidates(for: pod.metadata.labels) {
      if let relation = try controlPlane.relation(of: candidate.service, to: pod, among: around) {
        matches.append(ServiceMatch(service: candidate.service, relation: relation, portTags: candidate.portTags))
      }
    }
    return controlPlane.inOrder(matches)
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
    var filledIn = service
    for index in filledIn.ports.indices where filledIn.ports[index].targetPort == .number(0) {
      filledIn.ports[index].targetPort = .number(filledIn.ports[index].port)
    }
    return ServiceMatch(service: filledIn, relation: relation, portTags: portTags)
  }
}
