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

  /// How one pass of the controller goes about a Pod (LIFE-1 … LIFE-7): what it does without mapping it, or as what it maps it.
  ///
  /// - Parameters:
  ///   - pod: The Pod, with what the injector wrote on it.
  ///   - namespace: What the controller looks at of the Pod's Namespace.
  ///   - status: Which status of the Pod is meant.
  func course(of pod: Pod, in namespace: NamespaceState, _ status: StatusBasis) -> PodCourse {
    do throws(MappingFailure) {
      return switch rules.lifecycle.procedure {
      case .stateFirst: try stateFirst(pod, namespace, status)
      case .kindFirst: try kindFirst(pod, namespace, status)
      }
    } catch {
      return .done(.fail(error))
    }
  }

  /// Up to 1.6.1, 1.7.1 and 1.8.0: first whether the Pod has an address and runs.
  private func stateFirst(
    _ pod: Pod,
    _ namespace: NamespaceState,
    _ status: StatusBasis
  ) throws(MappingFailure) -> PodCourse {
    if status == .observed {
      if isOnlySidecarLeft(of: pod) { return .done(.delete(.onlySidecarRuns)) }
      if pod.status.podIP.isEmpty { return .done(.leave(.podHasNoAddress)) }
      if isFinished(pod) { return .done(.leave(.podFinished)) }
    }
    if let kind = try zoneProxyKind(of: pod) {
      try requireSystemNamespace(of: pod, kind)
      return .mapped(kind)
    }
    try requireNamespace(of: pod, namespace)
    if isBuiltinGateway(pod) { return .mapped(.builtinGateway) }
    return try isMarkedInjected(pod) ? .mapped(.sidecar) : .done(.leave(.notInjected))
  }

  /// From then on: first what the Pod is.
  private func kindFirst(
    _ pod: Pod,
    _ namespace: NamespaceState,
    _ status: StatusBasis
  ) throws(MappingFailure) -> PodCourse {
    let hasNoAddress = pod.status.podIP.isEmpty && status == .observed
    if let kind = try zoneProxyKind(of: pod) {
      if hasNoAddress { return .done(.delete(.podHasNoAddress)) }
      try requireSystemNamespace(of: pod, kind)
      return .mapped(kind)
    }
    if isBuiltinGateway(pod) {
      if hasNoAddress { return .done(.delete(.podHasNoAddress)) }
      try requireNamespace(of: pod, namespace)
      return .mapped(.builtinGateway)
    }
    guard try isMarkedInjected(pod) else { return .done(.leave(.notInjected)) }
    if rules.lifecycle.terminatingNamespace == .leftAlone {
      try requireNamespace(of: pod, namespace)
      if namespace == .terminating { return .done(.leave(.namespaceTerminating)) }
    }
    if pod.status.phase == "Succeeded" { return .done(.delete(.podSucceeded)) }
    if hasNoAddress { return .done(.delete(.podHasNoAddress)) }
    if rules.lifecycle.evicted == .deleted, pod.status.reason == "Evicted" { return .done(.delete(.podEvicted)) }
    try requireNamespace(of: pod, namespace)
    return .mapped(.sidecar)
  }

  /// Which resource of a Pod's name is the Pod's own, by what it is annotated with.
  func proxyKind(of pod: Pod) -> ProxyKind {
    do throws(MappingFailure) {
      return try zoneProxyKind(of: pod) ?? (isBuiltinGateway(pod) ? .builtinGateway : .sidecar)
    } catch {
      return .sidecar
    }
  }

  private func requireNamespace(of pod: Pod, _ namespace: NamespaceState) throws(MappingFailure) {
    guard rules.lifecycle.namespaceLookup == .read, namespace == .absent else { return }
    throw .namespaceNotFound(ExactString(pod.metadata.effectiveNamespace))
  }

  /// Whether all containers but the sidecar have ended. A Pod without any such status counts as finished.
  private func isFinished(_ pod: Pod) -> Bool {
    pod.status.containerStatuses.allSatisfy { $0.isTerminated || $0.isSidecar }
  }

  /// Whether a Pod is a zone ingress or egress (LIFE-7); nil where it is neither.
  private func zoneProxyKind(of pod: Pod) throws(MappingFailure) -> ProxyKind? {
    let words = rules.switchWords
    if rules.lifecycle.zoneIngress == .read, try pod.isOn(KumaKey.ingress, words: words) { return .zoneIngress }
    if rules.lifecycle.zoneEgress == .read, try pod.isOn(KumaKey.egress, words: words) { return .zoneEgress }
    return nil
  }

  /// The proxies of a zone stand where its control plane does (LIFE-7).
  private func requireSystemNamespace(of pod: Pod, _ kind: ProxyKind) throws(MappingFailure) {
    guard !pod.metadata.effectiveNamespace.hasSameBytes(as: settings.systemNamespace) else { return }
    let key = kind == .zoneEgress ? KumaKey.egress : KumaKey.ingress
    let evidence = Evidence(.podAnnotation, key: key, value: pod.metadata.annotations[key] ?? "")
    throw .zoneProxyOutsideSystemNamespace(evidence, systemNamespace: ExactString(settings.systemNamespace))
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
