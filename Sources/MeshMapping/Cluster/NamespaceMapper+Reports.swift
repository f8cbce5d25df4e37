import KubernetesObjects

extension NamespaceMapper {
  /// What becomes of a Pod of the namespace that is created.
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - gate: The first gate, as far as the Namespace decides about it.
  func admission(of pod: Pod, through gate: NamespaceGate?) -> PodAdmission {
    let isMeshRead = controlPlane.isHeldToOneMesh
    let read = InjectorObjects(
      meshes: objects.meshes,
      zoneProxyServices: objects.zoneProxyServices,
      containerPatches: objects.containerPatches,
      dataplanes: isMeshRead ? objects.dataplanes : []
    )
    return controlPlane.admission(of: pod, in: namespace, through: gate, among: read)
  }

  /// The first gate of the Pods, as far as the Namespace decides about it.
  var gate: NamespaceGate? { namespace.map(controlPlane.gate) }

  /// What one pass of the controller does with a Pod as it stands (LIFE-1 … LIFE-7).
  func reconciliation(of prepared: PreparedPod, through gate: NamespaceGate?, previous: Dataplane?) -> PodReport {
    let pod = prepared.pod
    let admission = admission(of: pod, through: gate)
    switch controlPlane.course(of: pod, in: state, .observed) {
    case .done(let outcome):
      let choice = namespace == nil ? nil : mesh(of: pod)
      return report(.reconciliation, of: prepared, admission, outcome, mesh: choice)
    case .mapped(let kind):
      let choice = mesh(of: pod)
      let (services, outcome) = mapping(of: prepared, as: kind, in: choice, targetPorts: .asWritten, previous: previous)
      return report(.reconciliation, of: prepared, admission, outcome, mesh: choice, services: services)
    }
  }

  /// What would happen to a Pod: the injection decision, and the Dataplane of a Pod that is injected or would be, mapped as
  /// injection leaves it and as it will be once it runs (INJ-1 …, WRITE-1 …, LIFE-3).
  func preview(of prepared: PreparedPod, through gate: NamespaceGate?, previous: Dataplane?) -> PodReport {
    let pod = prepared.pod
    let admission = admission(of: pod, through: gate)
    guard let namespace else {
      let failure = MappingFailure.namespaceNotFound(ExactString(pod.metadata.effectiveNamespace))
      return report(.preview, of: prepared, admission, .fail(failure))
    }
    let isToBeInjected = admission.decision.verdict == .inject
    let created = pod.withServiceAccountFilledIn
    let injected = isToBeInjected ? controlPlane.injectedPod(created ?? pod, in: namespace) : created
    let subject = injected.map { PreparedPod($0, like: prepared, under: controlPlane) } ?? prepared
    let choice = mesh(of: subject.pod)
    let told = isToBeInjected ? controlPlane.mesh(choice, asWrittenFor: pod, in: namespace) : choice
    let status: StatusBasis = pod.status.isOver ? .observed : .onceRunning
    switch controlPlane.course(of: subject.pod, in: state, status) {
    case .done(let outcome):
      let isLeftOut = outcome.verdict == .leave(.notInjected)
      return report(.preview, of: prepared, admission, isLeftOut ? notInjected(admission) : outcome, mesh: told)
    case .mapped where admission.decision.verdict == .reject && !isInjected(pod):
      return report(.preview, of: prepared, admission, .leave(.willNotBeInjected), mesh: told)
    case .mapped(let kind):
      var (services, outcome) = mapping(of: subject, as: kind, in: choice, targetPorts: .filledIn, previous: previous)
      if let resource = outcome.resource, let reason = whatIsAwaited(of: resource, for: pod) {
        outcome = DataplaneOutcome.pending(resource, reason)
          .replacing(resource: resource, unknownValues: outcome.unknownValues)
      }
      return report(.preview, of: prepared, admission, outcome, mesh: told, services: services)
    }
  }

  /// Whether a Pod says that it was injected, so that it was let in whatever is decided now. What cannot be read says nothing.
  private func isInjected(_ pod: Pod) -> Bool {
    do throws(MappingFailure) {
      return try controlPlane.isMarkedInjected(pod)
    } catch {
      return false
    }
  }

  /// What only the cluster can give of a resource that a preview tells: the Pod's address (LIFE-3), or that of something that it reaches
  /// (OUT-1, OUT-2); nil where all is there.
  private func whatIsAwaited(of resource: ProxyResource, for pod: Pod) -> DataplaneVerdict.PendingReason? {
    if pod.status.podIP.isEmpty { return .podHasNoAddress }
    guard controlPlane.writesOutbounds, let dataplane = resource.dataplane, let mesh = objects.outbounds(of: dataplane.mesh)
    else { return nil }
    return mesh.isAwaited(anyOf: dataplane.networking.outbound) ? .outboundHasNoAddress : nil
  }

  /// What is reported on the Dataplane of a Pod that is not injected: there will be none, unless what decides is unknown.
  private func notInjected(_ admission: PodAdmission) -> DataplaneOutcome {
    if case .unknown(let needs) = admission.decision { return .unknown(needs: needs) }
    return .leave(.willNotBeInjected)
  }

  private func report(
    _ standpoint: PodReport.Standpoint,
    of prepared: PreparedPod,
    _ admission: PodAdmission,
    _ outcome: DataplaneOutcome,
    mesh: MeshChoice? = nil,
    services: [PreparedMatch] = []
  ) -> PodReport {
    let workload = WorkloadReference(of: prepared.pod, among: objects.found)
    return PodReport(standpoint, of: prepared, admission, outcome, mesh: mesh, services: services, workload: workload)
  }
}

extension Pod {
  /// The Pod with the service account that the API server fills in; nil where it has one (WRITE-7).
  fileprivate var withServiceAccountFilledIn: Pod? {
    guard spec.serviceAccountName.isEmpty else { return nil }
    var pod = self
    pod.spec.serviceAccountName = "default"
    return pod
  }
}

extension PodStatus {
  /// Whether the Pod has ended, so that no address will come.
  fileprivate var isOver: Bool { phase == "Succeeded" || phase == "Failed" }
}
