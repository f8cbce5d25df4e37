public import KubernetesObjects

extension ControlPlane {
  /// What one pass of the controller does with a Pod as it stands (LIFE-1 … LIFE-7): whether its Dataplane is applied, deleted
  /// or left alone, or why the control plane gives up.
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - namespace: Its Namespace; nil where it does not exist.
  ///   - surroundings: What else the cluster has.
  public func outcome(of pod: Pod, in namespace: Namespace?, among surroundings: Surroundings) -> DataplaneOutcome {
    if let outcome = outcomeWithoutMapping(of: pod, in: NamespaceState(namespace), .asItStands) { return outcome }
    return DataplaneOutcome(dataplane(for: pod, in: namespace ?? Self.unreadNamespace(of: pod), among: surroundings).result)
  }

  /// What stands for the Namespace of a Pod where there is none: releases that map such a Pod do not read the Namespace either.
  static func unreadNamespace(of pod: Pod) -> Namespace {
    Namespace(metadata: ObjectMeta(name: pod.metadata.effectiveNamespace))
  }

  /// What one pass of the controller does with a Pod's Dataplane without mapping the Pod (LIFE-1 … LIFE-7).
  ///
  /// - Parameters:
  ///   - pod: The Pod, with what the injector wrote on it.
  ///   - namespace: What the controller looks at of the Pod's Namespace.
  ///   - standpoint: Whether the Pod is taken as it stands or as it will be once it runs.
  /// - Returns: What is done instead of mapping the Pod; nil where the Pod is mapped.
  func outcomeWithoutMapping(of pod: Pod, in namespace: NamespaceState, _ standpoint: Standpoint) -> DataplaneOutcome? {
    do throws(MappingFailure) {
      return switch rules.lifecycle.procedure {
      case .stateFirst: try stateFirst(pod, namespace, standpoint)
      case .kindFirst: try kindFirst(pod, namespace, standpoint)
      }
    } catch {
      return .fail(error)
    }
  }

  /// How a Pod is looked at.
  enum Standpoint {
    /// As it stands: what is missing is missing.
    case asItStands
    /// As it will be once it runs: the cluster has yet to give it an address and statuses.
    case onceItRuns
  }

  /// Up to 1.6.1, 1.7.1 and 1.8.0: first whether the Pod has an address and runs.
  private func stateFirst(
    _ pod: Pod,
    _ namespace: NamespaceState,
    _ standpoint: Standpoint
  ) throws(MappingFailure) -> DataplaneOutcome? {
    if standpoint == .asItStands {
      if pod.status.podIP.isEmpty { return .none(.podHasNoAddress) }
      if isFinished(pod) { return .none(.podFinished) }
    }
    if let other = try zoneProxy(pod, standpoint) { return other }
    try requireNamespace(of: pod, namespace)
    if isBuiltinGateway(pod) { return .none(.builtinGateway) }
    return try isMarkedInjected(pod) ? nil : .none(.notInjected)
  }

  /// From then on: first what the Pod is.
  private func kindFirst(
    _ pod: Pod,
    _ namespace: NamespaceState,
    _ standpoint: Standpoint
  ) throws(MappingFailure) -> DataplaneOutcome? {
    if let other = try zoneProxy(pod, standpoint) { return other }
    if isBuiltinGateway(pod) {
      if pod.status.podIP.isEmpty, standpoint == .asItStands { return .delete(.podHasNoAddress) }
      try requireNamespace(of: pod, namespace)
      return .none(.builtinGateway)
    }
    guard try isMarkedInjected(pod) else { return .none(.notInjected) }
    if rules.lifecycle.terminatingNamespace == .leftAlone {
      try requireNamespace(of: pod, namespace)
      if namespace == .terminating { return .none(.namespaceTerminating) }
    }
    if pod.status.phase == "Succeeded" { return .delete(.podSucceeded) }
    if pod.status.podIP.isEmpty, standpoint == .asItStands { return .delete(.podHasNoAddress) }
    if rules.lifecycle.evicted == .deleted, pod.status.reason == "Evicted" { return .delete(.podEvicted) }
    try requireNamespace(of: pod, namespace)
    return nil
  }

  private func requireNamespace(of pod: Pod, _ namespace: NamespaceState) throws(MappingFailure) {
    guard rules.lifecycle.namespaceLookup == .read, namespace == .absent else { return }
    throw .namespaceNotFound(pod.metadata.effectiveNamespace)
  }

  /// Whether all containers but the sidecar have ended. A Pod without any such status counts as finished.
  private func isFinished(_ pod: Pod) -> Bool {
    pod.status.containerStatuses.allSatisfy { $0.isTerminated || $0.isSidecar }
  }

  /// What is done with a Pod that is a zone ingress or egress (LIFE-7).
  private func zoneProxy(_ pod: Pod, _ standpoint: Standpoint) throws(MappingFailure) -> DataplaneOutcome? {
    if try isOn(KumaKey.ingress, on: pod) { return try zoneProxy(pod, standpoint, by: KumaKey.ingress, .zoneIngress) }
    guard rules.lifecycle.zoneEgress == .read, try isOn(KumaKey.egress, on: pod) else { return nil }
    return try zoneProxy(pod, standpoint, by: KumaKey.egress, .zoneEgress)
  }

  private func zoneProxy(
    _ pod: Pod,
    _ standpoint: Standpoint,
    by key: String,
    _ reason: DataplaneOutcome.NoneReason
  ) throws(MappingFailure) -> DataplaneOutcome {
    let isOutside = !pod.metadata.effectiveNamespace.hasSameBytes(as: settings.systemNamespace)
    if isOutside, !pod.status.podIP.isEmpty || standpoint == .onceItRuns {
      let evidence = Evidence(.podAnnotation, key: key, value: pod.metadata.annotations[key] ?? "")
      throw .zoneProxyOutsideSystemNamespace(evidence, systemNamespace: settings.systemNamespace)
    }
    return .none(reason)
  }

  private func isBuiltinGateway(_ pod: Pod) -> Bool {
    rules.gateway.builtin == .read && pod.metadata.annotations[KumaKey.gateway] == "builtin"
  }

  /// Whether the injector marked the Pod (LIFE-1).
  func isMarkedInjected(_ pod: Pod) throws(MappingFailure) -> Bool {
    switch rules.lifecycle.injectedAnnotation {
    case .asSwitch: return try isOn(KumaKey.sidecarInjected, on: pod)
    case .asGoBool:
      guard let value = pod.metadata.annotations[KumaKey.sidecarInjected] else { return false }
      guard let isInjected = GoBool.parse(value) else {
        throw .unreadableSwitch(Evidence(.podAnnotation, key: KumaKey.sidecarInjected, value: value))
      }
      return isInjected
    }
  }
}
