import KubernetesObjects

/// A namespace of a fleet as the mapping sees it, put together once for all of its Pods.
///
/// A class, though nothing of it ever changes: it is looked at for every Pod, and handing on a dozen collections costs as many
/// counted references each time.
final class NamespaceView: Sendable {
  /// The control plane.
  let controlPlane: ControlPlane
  /// The Namespace; nil where only objects in it are known.
  let namespace: Namespace?
  /// What the controller looks at of the Namespace.
  private let state: NamespaceState
  /// The mesh of the Pods that name none themselves.
  private let mesh: MeshChoice
  /// The Pods.
  let pods: PodIndex
  /// The Services.
  let services: ServiceIndex
  /// The Dataplanes that exist, by name.
  let dataplanes: [ExactString: Dataplane]
  /// What is around the Pods; of the Services those of zone proxies only, since the others are found through their index.
  let surroundings: Surroundings

  /// The view of a namespace.
  ///
  /// - Parameters:
  ///   - shard: What is in the namespace.
  ///   - surroundings: What is there besides, the same for all namespaces.
  ///   - controlPlane: The control plane.
  init(of shard: NamespaceShard, among surroundings: Surroundings, under controlPlane: ControlPlane) {
    self.controlPlane = controlPlane
    namespace = shard.namespace
    state = NamespaceState(shard.namespace)
    mesh = controlPlane.meshOfOthers(in: shard.namespace)
    pods = shard.pods
    services = shard.services
    dataplanes = shard.dataplanes
    var around = surroundings
    around.take(shard.surroundings)
    around.services = shard.services.zoneProxies
    self.surroundings = around
  }

  /// The first gate of the Pods, as far as the Namespace decides about it.
  var gate: NamespaceGate? { namespace.map(controlPlane.gate) }
}

extension NamespaceView {
  /// What one pass of the controller does with a Pod's Dataplane as the Pod stands (LIFE-1 … LIFE-7).
  func outcome(of prepared: PreparedPod) -> DataplaneOutcome {
    let pod = prepared.pod
    if let outcome = controlPlane.outcomeWithoutMapping(of: pod, in: state, .asItStands) { return outcome }
    return mapping(of: prepared, in: controlPlane.mesh(of: pod, others: mesh), .reconciliation).outcome
  }

  /// What one pass of the controller does with a Pod as it stands (LIFE-1 … LIFE-7).
  func reconciliation(of prepared: PreparedPod, through gate: NamespaceGate?) -> PodReport {
    let pod = prepared.pod
    let admission = controlPlane.admission(of: pod, in: namespace, through: gate, among: surroundings)
    if let outcome = controlPlane.outcomeWithoutMapping(of: pod, in: state, .asItStands) {
      let choice = namespace == nil ? nil : controlPlane.mesh(of: pod, others: mesh)
      return PodReport(.reconciliation, of: prepared, admission, outcome, mesh: choice)
    }
    let choice = controlPlane.mesh(of: pod, others: mesh)
    let (services, outcome) = mapping(of: prepared, in: choice, .reconciliation)
    return PodReport(.reconciliation, of: prepared, admission, outcome, mesh: choice, services: services)
  }

  /// What would happen to a Pod: the injection decision, and the Dataplane of a Pod that is injected or would be, mapped as
  /// injection leaves it and as it will be once it runs (INJ-1 …, WRITE-1 …, LIFE-3).
  func preview(of prepared: PreparedPod, through gate: NamespaceGate?) -> PodReport {
    let pod = prepared.pod
    let admission = controlPlane.admission(of: pod, in: namespace, through: gate, among: surroundings)
    guard let namespace else {
      return PodReport(.preview, of: prepared, admission, .fail(.namespaceNotFound(pod.metadata.effectiveNamespace)))
    }
    let isToBeInjected = admission.decision.outcome == "inject"
    let injected = isToBeInjected ? controlPlane.injectedPod(pod, in: namespace) : nil
    let subject = injected.map { PreparedPod($0, under: controlPlane) } ?? prepared
    let mesh = controlPlane.mesh(of: subject.pod, others: mesh)
    let standpoint: ControlPlane.Standpoint = pod.status.isOver ? .asItStands : .onceItRuns
    if let outcome = controlPlane.outcomeWithoutMapping(of: subject.pod, in: state, standpoint) {
      let isLeftOut = outcome == .none(.notInjected)
      return PodReport(.preview, of: prepared, admission, isLeftOut ? .none(.willNotBeInjected) : outcome, mesh: mesh)
    }
    let (services, mapped) = mapping(of: subject, in: mesh, .preview)
    var outcome = mapped
    if case .apply(let dataplane) = outcome, pod.status.podIP.isEmpty { outcome = .pending(dataplane, .podHasNoAddress) }
    return PodReport(.preview, of: prepared, admission, outcome, mesh: mesh, services: services)
  }
}

extension NamespaceView {
  /// Whether what owns a Pod may matter to it: not where a Service gives it an inbound, unless it is a gateway that is named after
  /// its Deployment.
  func mayReadOwner(_ prepared: PreparedPod) -> Bool {
    do throws(MappingFailure) {
      if try controlPlane.gatewayKind(of: prepared.pod) == .provided { return true }
      let services = try services.matches(of: prepared.pod, among: surroundings, under: controlPlane)
      return !controlPlane.isAnyInbound(of: prepared.pod, through: services.filter { !$0.service.givesListeners })
    } catch {
      return true
    }
  }

  /// Maps a Pod through the index of Services.
  private func mapping(
    of prepared: PreparedPod,
    in mesh: MeshChoice,
    _ standpoint: PodReport.Standpoint
  ) -> (services: [PreparedMatch], outcome: DataplaneOutcome) {
    do throws(MappingFailure) {
      var services = try services.matches(of: prepared.pod, among: surroundings, under: controlPlane)
      if standpoint == .preview {
        services = services.map { PreparedMatch(service: $0.service.withTargetPortsFilledIn, relation: $0.relation) }
      }
      return (services, outcome(of: prepared, in: mesh, through: services))
    } catch {
      return ([], .fail(error))
    }
  }

  /// What becomes of a Pod that is mapped through some Services.
  private func outcome(of prepared: PreparedPod, in mesh: MeshChoice, through services: [PreparedMatch]) -> DataplaneOutcome
  {
    let previous = dataplanes.isEmpty ? nil : dataplanes[ExactString(prepared.pod.metadata.name)]
    do throws(MappingFailure) {
      return .apply(
        try controlPlane.dataplane(for: prepared, in: mesh.name, through: services, among: surroundings, previous: previous)
      )
    } catch {
      return .fail(error)
    }
  }
}

extension PodStatus {
  /// Whether the Pod has ended, so that no address will come.
  fileprivate var isOver: Bool { phase == "Succeeded" || phase == "Failed" }
}
