import KubernetesObjects

extension NamespaceMapper {
  /// Both gates for a Pod of the namespace that is created.
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - gate: The first gate, as far as the Namespace decides about it.
  func admission(of pod: Pod, through gate: NamespaceGate?) -> Admission {
    let read = MeshObjects(meshes: objects.meshes, zoneProxyServices: objects.zoneProxyServices)
    return controlPlane.admission(of: pod, in: namespace, through: gate, among: read)
  }

  /// The first gate of the Pods, as far as the Namespace decides about it.
  var gate: NamespaceGate? { namespace.map(controlPlane.gate) }

  /// What one pass of the controller does with a Pod as it stands (LIFE-1 … LIFE-7).
  func reconciliation(of prepared: PreparedPod, through gate: NamespaceGate?, previous: Dataplane?) -> PodReport {
    let pod = prepared.pod
    let admission = admission(of: pod, through: gate)
    if let outcome = controlPlane.outcomeWithoutMapping(of: pod, in: state, .observed) {
      let choice = namespace == nil ? nil : mesh(of: pod)
      return PodReport(.reconciliation, of: prepared, admission, outcome, mesh: choice)
    }
    let choice = mesh(of: pod)
    let (services, outcome) = mapping(of: prepared, in: choice, targetPorts: .asWritten, previous: previous)
    return PodReport(.reconciliation, of: prepared, admission, outcome, mesh: choice, services: services)
  }

  /// What would happen to a Pod: the injection decision, and the Dataplane of a Pod that is injected or would be, mapped as
  /// injection leaves it and as it will be once it runs (INJ-1 …, WRITE-1 …, LIFE-3).
  func preview(of prepared: PreparedPod, through gate: NamespaceGate?, previous: Dataplane?) -> PodReport {
    let pod = prepared.pod
    let admission = admission(of: pod, through: gate)
    guard let namespace else {
      let failure = MappingFailure.namespaceNotFound(ExactString(pod.metadata.effectiveNamespace))
      return PodReport(.preview, of: prepared, admission, .fail(failure))
    }
    let isToBeInjected = admission.decision.verdict == .inject
    let injected = isToBeInjected ? controlPlane.injectedPod(pod, in: namespace) : nil
    let subject = injected.map { PreparedPod($0, under: controlPlane) } ?? prepared
    let choice = mesh(of: subject.pod)
    let status: StatusBasis = pod.status.isOver ? .observed : .onceRunning
    if let outcome = controlPlane.outcomeWithoutMapping(of: subject.pod, in: state, status) {
      let isLeftOut = outcome.verdict == .leave(.notInjected)
      return PodReport(.preview, of: prepared, admission, isLeftOut ? .leave(.willNotBeInjected) : outcome, mesh: choice)
    }
    var (services, outcome) = mapping(of: subject, in: choice, targetPorts: .filledIn, previous: previous)
    if let dataplane = outcome.dataplane, pod.status.podIP.isEmpty { outcome = .pending(dataplane, .podHasNoAddress) }
    return PodReport(.preview, of: prepared, admission, outcome, mesh: choice, services: services)
  }
}

extension PodStatus {
  /// Whether the Pod has ended, so that no address will come.
  fileprivate var isOver: Bool { phase == "Succeeded" || phase == "Failed" }
}
