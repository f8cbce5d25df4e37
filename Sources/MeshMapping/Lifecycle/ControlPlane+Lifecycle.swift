public import KubernetesObjects

extension ControlPlane {
  /// What one pass of the controller does with a Pod as it stands (LIFE-1 … LIFE-7): whether its Dataplane is applied, deleted
  /// or left alone, or why the control plane gives up.
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - namespace: Its Namespace; nil where it does not exist.
  ///   - catalog: What else the cluster has.
  public func outcome(of pod: Pod, in namespace: Namespace?, among catalog: ObjectCatalog) -> DataplaneOutcome {
    NamespaceMapper(of: namespace, among: lookup(in: catalog, for: pod), under: self)
      .outcome(of: PreparedPod(pod, under: self), previous: catalog.dataplane(of: pod))
  }

  /// What one pass of the controller does with a Pod's Dataplane without mapping the Pod (LIFE-1 … LIFE-7).
  ///
  /// - Parameters:
  ///   - pod: The Pod, with what the injector wrote on it.
  ///   - namespace: What the controller looks at of the Pod's Namespace.
  ///   - status: Which status of the Pod is meant.
  /// - Returns: What is done instead of mapping the Pod; nil where the Pod is mapped.
  func outcomeWithoutMapping(of pod: Pod, in namespace: NamespaceState, _ status: StatusBasis) -> DataplaneOutcome? {
    do throws(MappingFailure) {
      return switch rules.lifecycle.procedure {
      case .stateFirst: try stateFirst(pod, namespace, status)
      case .kindFirst: try kindFirst(pod, namespace, status)
      }
    } catch {
      return .fail(error)
    }
  }

  /// Up to 1.6.1, 1.7.1 and 1.8.0: first whether the Pod has an address and runs.
  private func stateFirst(
    _ pod: Pod,
    _ namespace: NamespaceState,
    _ status: StatusBasis
  ) throws(MappingFailure) -> DataplaneOutcome? {
    if status == .observed {
      if isOnlySidecarLeft(of: pod) { return .delete(.onlySidecarRuns) }
      if pod.status.podIP.isEmpty { return .leave(.podHasNoAddress) }
      if isFinished(pod) { return .leave(.podFinished) }
    }
    if let other = try zoneProxy(pod, status) { return other }
    try requireNamespace(of: pod, namespace)
    if isBuiltinGateway(pod) { return .leave(.builtinGateway) }
    return try isMarkedInjected(pod) ? nil : .leave(.notInjected)
  }

  /// From then on: first what the Pod is.
  private func kindFirst(
    _ pod: Pod,
    _ namespace: NamespaceState,
    _ status: StatusBasis
  ) throws(MappingFailure) -> DataplaneOutcome? {
    if let other = try zoneProxy(pod, status) { return other }
    if isBuiltinGateway(pod) {
      if pod.status.podIP.isEmpty, status == .observed { return .delete(.podHasNoAddress) }
      try requireNamespace(of: pod, namespace)
      return .leave(.builtinGateway)
    }
    guard try isMarkedInjected(pod) else { return .leave(.notInjected) }
    if rules.lifecycle.terminatingNamespace == .leftAlone {
      try requireNamespace(of: pod, namespace)
      if namespace == .terminating { return .leave(.namespaceTerminating) }
    }
    if pod.status.phase == "Succeeded" { return .delete(.podSucceeded) }
    if pod.status.podIP.isEmpty, status == .observed { return .delete(.podHasNoAddress) }
    if rules.lifecycle.evicted == .deleted, pod.status.reason == "Evicted" { return .delete(.podEvicted) }
    try requireNamespace(of: pod, namespace)
    return nil
  }

  private func requireNamespace(of pod: Pod, _ namespace: NamespaceState) throws(MappingFailure) {
    guard rules.lifecycle.namespaceLookup == .read, namespace == .absent else { return }
    throw .namespaceNotFound(ExactString(pod.metadata.effectiveNamespace))
  }

  /// Whether all containers but the sidecar have ended. A Pod without any such status counts as finished.
  private func isFinished(_ pod: Pod) -> Bool {
    pod.status.containerStatuses.allSatisfy { $0.isTerminated || $0.isSidecar }
  }

  /// What is done with a Pod that is a zone ingress or egress (LIFE-7).
  private func zoneProxy(_ pod: Pod, _ status: StatusBasis) throws(MappingFailure) -> DataplaneOutcome? {
    let words = rules.switchWords
    if rules.lifecycle.zoneIngress == .read, try pod.isOn(KumaKey.ingress, words: words) {
      return try zoneProxy(pod, status, by: KumaKey.ingress, .zoneIngress)
    }
    guard rules.lifecycle.zoneEgress == .read, try pod.isOn(KumaKey.egress, words: words) else { return nil }
    return try zoneProxy(pod, status, by: KumaKey.egress, .zoneEgress)
  }

  private func zoneProxy(
    _ pod: Pod,
    _ status: StatusBasis,
    by key: String,
    _ reason: DataplaneVerdict.LeaveReason
  ) throws(MappingFailure) -> DataplaneOutcome {
    let isOutside = !pod.metadata.effectiveNamespace.hasSameBytes(as: settings.systemNamespace)
    if isOutside, !pod.status.podIP.isEmpty || status == .onceRunning {
      let evidence = Evidence(.podAnnotation, key: key, value: pod.metadata.annotations[key] ?? "")
      throw .zoneProxyOutsideSystemNamespace(evidence, systemNamespace: ExactString(settings.systemNamespace))
    }
    return .leave(reason)
  }

  private func isBuiltinGateway(_ pod: Pod) -> Bool {
    rules.gateway.builtin == .read && pod.metadata.annotations[KumaKey.gateway] == "builtin"
  }

  /// Whether the Pod has the injector's annotation that it is injected (LIFE-1).
  func isMarkedInjected(_ pod: Pod) throws(MappingFailure) -> Bool {
    switch rules.lifecycle.injectedAnnotation {
    case .asSwitch: return try pod.isOn(KumaKey.sidecarInjected, words: rules.switchWords)
    case .asGoBool:
      guard let value = pod.metadata.annotations[KumaKey.sidecarInjected] else { return false }
      guard let isInjected = GoBool.parse(value) else {
        throw .unreadableSwitch(Evidence(.podAnnotation, key: KumaKey.sidecarInjected, value: value))
      }
      return isInjected
    }
  }
}
