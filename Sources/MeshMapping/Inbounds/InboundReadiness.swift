package import KubernetesObjects

/// What an inbound says of its readiness.
struct InboundReadiness {
  var state: Dataplane.State = .ready
  var health: Dataplane.Health?
}

extension ControlPlane {
  /// The readiness of a Service's inbound (INB-2, INB-3, INB-4).
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - container: Whether the container that declares the port is ready; nil where none does, or nothing is known of it.
  ///   - sidecar: Whether the sidecar is ready, as far as that is known.
  ///   - relation: How the Service belongs to the Pod.
  func readiness(
    of pod: Pod,
    container: Bool?,
    sidecar: Bool?,
    relation: ServiceMatch.Relation
  ) -> InboundReadiness {
    var known = both(container, sidecar)
    if rules.inbounds.deletion == .notReady, pod.metadata.deletionTimestamp != nil { known = false }
    let isUnselected = relation == .selectorWithoutIgnoredLabels
    return written(known, isIgnored: isUnselected && rules.inbounds.unselected == .ignored)
  }

  /// The readiness of the placeholder of a Pod without a Service (POD-4). Deletion does not count.
  func readinessWithoutService(of pod: Pod) -> InboundReadiness {
    var search = StatusSearch()
    var (last, isAllReady): (Bool?, Bool) = (nil, true)
    for index in pod.spec.containers.indices where !pod.spec.containers[index].isSidecar {
      guard let isReady = search.readiness(ofContainer: index, of: pod) else { continue }
      (last, isAllReady) = (isReady, isAllReady && isReady)
    }
    let application: Bool? =
      switch rules.inbounds.readiness {
      // Up to 2.5.0 each container's status overwrote the one before it.
      case .healthWhereKnown: last
      case .state: last.map { _ in isAllReady }
      }
    return written(both(application, sidecarReadiness(of: pod)), isIgnored: false)
  }

  /// Whether the sidecar of a Pod is ready (INB-8); nil where nothing is known of it.
  package func sidecarReadiness(of pod: Pod) -> Bool? {
    if let status = pod.status.containerStatuses.first(where: { $0.isSidecar }) { return status.isReady }
    guard rules.inbounds.nativeSidecarStatus == .read else { return nil }
    return pod.status.initContainerStatuses.first(where: { $0.isSidecar })?.isReady
  }

  /// Both where both are known, the known one where only one is.
  private func both(_ left: Bool?, _ right: Bool?) -> Bool? {
    guard let left else { return right }
    return left && (right ?? true)
  }

  private func written(_ known: Bool?, isIgnored: Bool) -> InboundReadiness {
    switch rules.inbounds.readiness {
    case .healthWhereKnown:
      return InboundReadiness(health: known.map { Dataplane.Health(isReady: $0) })
    case .state:
      let isReady = known ?? true
      return InboundReadiness(
        state: isIgnored ? .ignored : isReady ? .ready : .notReady,
        health: Dataplane.Health(isReady: isReady && !isIgnored)
      )
    }
  }
}
