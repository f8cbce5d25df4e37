public import KubernetesObjects

extension ControlPlane {
  /// Decides whether the injector adds a sidecar to a Pod that it is asked about: the second gate (INJ-1 … INJ-19).
  ///
  /// - Parameters:
  ///   - pod: The Pod as it is about to be created.
  ///   - namespace: The Pod's Namespace; nil where it does not exist.
  ///   - catalog: What else the cluster has; only the meshes, zone proxy Services and ContainerPatches are read.
  /// - Returns: The decision with its evidence. The first place that carries the switch decides; later ones are not read.
  public func injection(
    of pod: Pod,
    in namespace: Namespace?,
    among catalog: ObjectCatalog = ObjectCatalog()
  ) -> InjectionDecision {
    injection(of: pod, in: namespace, among: InjectorObjects(of: catalog, for: pod))
  }

  /// Decides whether the injector adds a sidecar to a Pod that it is asked about, what it reads of other objects being found.
  private func injection(of pod: Pod, in namespace: Namespace?, among objects: InjectorObjects) -> InjectionDecision {
    guard let namespace else { return .reject(.namespaceNotFound(ExactString(pod.metadata.effectiveNamespace))) }
    if let exception = exception(for: pod) { return .skip(.excepted(exception)) }
    if let sidecar = existingSidecar(in: pod) { return .skip(.alreadyInjected(sidecar)) }
    guard let evidence = switchEvidence(for: pod, in: namespace) else { return .skip(.notRequested) }
    switch rules.switchWords.setting(of: evidence.value) {
    case .unreadable: return .reject(.unreadableSwitch(evidence))
    case .off: return .skip(.optedOut(evidence))
    case .on:
      do throws(InjectorRefusal) {
        switch try check(pod, in: namespace, among: objects) {
        case .known: return .inject(.requested(by: evidence))
        case .unknown: return .unknown(needs: [.containerPatches])
        }
      } catch {
        return .reject(error.reason)
      }
    }
  }

  /// What becomes of a Pod that is created: both gates, and the webhook that validates Pods (GATE-1 …, INJ-1 …, REFUSE-1 …).
  public func admission(
    of pod: Pod,
    in namespace: Namespace?,
    among catalog: ObjectCatalog = ObjectCatalog()
  ) -> PodAdmission {
    admission(of: pod, in: namespace, through: namespace.map(gate), among: InjectorObjects(of: catalog, for: pod))
  }

  /// Both gates, of which the first one is known as far as the Namespace decides about it.
  func admission(
    of pod: Pod,
    in namespace: Namespace?,
    through gate: NamespaceGate?,
    among objects: InjectorObjects
  ) -> PodAdmission {
    guard let namespace, let gate else {
      return PodAdmission(webhook: .assumed, decision: injection(of: pod, in: nil, among: objects))
    }
    let injection = injectionAdmission(of: pod, in: namespace, through: gate, among: objects)
    // An error of the injector is answered first; a Pod that carries its sidecar was let in.
    switch injection.decision {
    case .reject, .skip(.alreadyInjected): return injection
    case .inject, .skip, .unknown: break
    }
    let refusal = validationRefusal(of: pod, in: namespace, injection.decision.verdict, among: objects)
    return PodAdmission(webhook: injection.webhook, decision: refusal.map { .reject($0) } ?? injection.decision)
  }

  /// Both gates of the injection.
  private func injectionAdmission(
    of pod: Pod,
    in namespace: Namespace,
    through gate: NamespaceGate,
    among objects: InjectorObjects
  ) -> PodAdmission {
    let call = gate.call(for: pod)
    if case .notCalled(let misses) = call {
      // A Pod that carries a sidecar was asked about when it was created; that is the better answer.
      let sidecar = existingSidecar(in: pod).map { InjectionDecision.skip(.alreadyInjected($0)) }
      return PodAdmission(webhook: call, decision: sidecar ?? .skip(.webhookNotCalled(misses)))
    }
    return PodAdmission(webhook: call, decision: injection(of: pod, in: namespace, among: objects))
  }

  /// The switch that decides, at the first place that has it.
  private func switchEvidence(for pod: Pod, in namespace: Namespace) -> Evidence? {
    for place in rules.injection.switchPlaces {
      if let evidence = place.evidence(of: KumaKey.sidecarInjection, pod: pod, namespace: namespace) { return evidence }
    }
    return nil
  }

  private func exception(for pod: Pod) -> Evidence? {
    for exception in settings.exceptionLabels.entries {
      guard let value = pod.metadata.labels[exception.key] else { continue }
      if exception.value == "*" || exception.value.hasSameBytes(as: value) {
        return Evidence(.podLabel, key: exception.key, value: value)
      }
    }
    return nil
  }

  private func existingSidecar(in pod: Pod) -> Evidence? {
    if rules.injection.existingSidecar == .read, pod.spec.containers.hasSidecar {
      return Evidence(.podContainer, key: "name", value: KumaContainer.sidecar)
    }
    if rules.injection.existingNativeSidecar == .read, pod.spec.initContainers.hasSidecar {
      return Evidence(.podInitContainer, key: "name", value: KumaContainer.sidecar)
    }
    return nil
  }

  /// Reads what the injector reads of a Pod whose switch is on, in its order (INJ-8 … INJ-19).
  ///
  /// - Returns: Whether all that decides is known.
  private func check(
    _ pod: Pod,
    in namespace: Namespace,
    among objects: InjectorObjects
  ) throws(InjectorRefusal) -> ContainerPatchCatalog.Answer {
    let annotations = InjectorAnnotations(of: pod, words: rules.switchWords)
    let isAnyRead = annotations.hasAnyOfKuma
    let order = rules.injection.checks.meshLookup
    if order == .first { try checkMesh(of: pod, in: namespace, among: objects) }
    if rules.injection.sidecarUserCheck == .present {
      let containers = pod.spec.containers.filter { $0.runAsUser == settings.sidecarUser }
      guard containers.isEmpty else {
        throw InjectorRefusal(.sidecarUserInUse(containers: containers.map(\.id), user: settings.sidecarUser))
      }
    }
    let answer = try containerPatches(of: annotations, among: objects.containerPatches)
    if isAnyRead { try checkSidecar(of: pod, annotations) }
    if order == .afterSidecar { try checkMesh(of: pod, in: namespace, among: objects) }
    try checkConfigMap(of: pod)
    if isAnyRead { try checkProxying(of: pod, annotations) }
    try checkProbes(of: pod, annotations)
    return answer
  }

  /// Makes sure that the mesh of a Pod exists (INJ-8).
  private func checkMesh(
    of pod: Pod,
    in namespace: Namespace,
    among objects: InjectorObjects
  ) throws(InjectorRefusal) {
    let mesh = injectorMesh(of: pod, in: namespace)
    guard objects.meshes.contains(mesh.name) || isTolerated(mesh, of: pod, among: objects) else {
      throw InjectorRefusal(.meshNotFound(ExactString(mesh.name), namedBy: mesh.evidence))
    }
  }

  /// Whether a mesh that does not exist is waited for: it is written down, and the Pod is a zone proxy.
  private func isTolerated(_ mesh: MeshChoice, of pod: Pod, among objects: InjectorObjects) -> Bool {
    guard rules.injection.missingMesh == .refusedUnlessZoneProxy, mesh.evidence != nil else { return false }
    if let type = pod.metadata.labels[KumaKey.zoneProxyType], !type.isEmpty { return true }
    return objects.zoneProxyServices.contains { service in
      guard let type = service.metadata.labels[KumaKey.zoneProxyType], !type.isEmpty else { return false }
      return !service.selector.isEmpty && !isIgnored(service) && pod.metadata.labels.contains(service.selector)
    }
  }
}

extension [Container] {
  /// Whether one of the containers is the proxy.
  fileprivate var hasSidecar: Bool {
    indices.contains { self[$0].isSidecar }
  }
}
