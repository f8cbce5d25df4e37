public import KubernetesObjects

extension ControlPlane {
  /// The labels that the controller gives a Dataplane (LBL-1 … LBL-6).
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - mesh: The name of its mesh.
  ///   - previous: The Dataplane as it stands; nil where there is none.
  ///   - node: The Pod's Node, where its labels are to be copied.
  public func labels(of pod: Pod, mesh: String, previous: Dataplane?, node: Node?) -> StringMap {
    labels(of: pod, mesh: mesh, previous: previous, nodeTags: nodeTags(of: node))
  }

  /// The labels that the controller gives a Dataplane, those of the Node worked out.
  func labels(of pod: Pod, mesh: String, previous: Dataplane?, nodeTags: NodeTags) -> StringMap {
    guard rules.labels.computed == .present else { return previous?.metadata.labels ?? StringMap() }
    // Most Dataplanes start from the labels of the Pod, which are then taken over whole.
    var labels = previous?.metadata.labels ?? pod.metadata.labels
    if previous != nil { for label in pod.metadata.labels.entries { labels[label.key] = label.value } }
    if rules.labels.nodeLabels == .present, !areTagsEnabled {
      for tag in nodeTags.tags { labels[tag.key] = tag.value }
    }
    if rules.labels.reserved == .dropped { labels = labels.withoutReserved }
    removeRecomputedLabels(from: &labels)
    var source = ComputedLabels(
      namespace: pod.metadata.effectiveNamespace,
      mesh: mesh,
      origin: labels[KumaKey.origin],
      listeners: previous?.networking.listeners ?? [],
      proxyType: ComputedLabels.proxyType(of: previous?.networking)
    )
    let account = pod.spec.serviceAccountName
    if rules.labels.serviceAccount == .present, !account.isEmpty { source.serviceAccount = account }
    source.workload = workload(of: pod)
    if rules.labels.displayName == .present { source.displayName = pod.metadata.name }
    labels.merge(computedLabels(source))
    return labels
  }

  /// Removes the labels of listeners, which are written again (LBL-4, ADM-4), and that of the type of the proxy, if it is
  /// no longer there (ADM-2).
  func removeRecomputedLabels(from labels: inout StringMap) {
    if rules.labels.proxyType == .removed { labels[KumaKey.proxyType] = nil }
    guard rules.labels.listeners == .present else { return }
    labels[KumaKey.listenerZoneIngress] = nil
    labels[KumaKey.listenerZoneEgress] = nil
  }

  /// The labels that are computed, in the order of the keys. What is a default may be there already and then say that the Dataplane
  /// comes from elsewhere; what tells of this place is not added then.
  func computedLabels(_ source: ComputedLabels) -> [StringMap.Addition] {
    var added: [StringMap.Addition] = []
    added.reserveCapacity(10)
    let isOriginForced = rules.labels.origin == .always && isOfZone
    let origin = isOriginForced ? "zone" : source.origin ?? "zone"
    if origin == "zone" { added.append(.whereAbsent(KumaKey.kubernetesNamespace, source.namespace)) }
    if let account = source.serviceAccount { added.append(.always(KumaKey.serviceAccount, account)) }
    if let name = source.displayName { added.append(.always(KumaKey.displayName, name)) }
    if isOfZone, origin != "global" { added.append(addition(KumaKey.environment, "kubernetes", rules.labels.zone)) }
    if rules.labels.listeners == .present, !source.listeners.isEmpty {
      let types = source.listeners.map(\.type)
      if types.contains(.zoneEgress) { added.append(.always(KumaKey.listenerZoneEgress, "enabled")) }
      if types.contains(.zoneIngress) { added.append(.always(KumaKey.listenerZoneIngress, "enabled")) }
    }
    if let mesh = source.mesh { added.append(.whereAbsent(KumaKey.mesh, mesh)) }
    if isOfZone { added.append(addition(KumaKey.origin, "zone", rules.labels.origin)) }
    if rules.labels.proxyType == .written { added.append(.always(KumaKey.proxyType, source.proxyType)) }
    if let workload = source.workload { added.append(.always(KumaKey.workload, workload)) }
    if !zone.isEmpty, origin != "global" { added.append(addition(KumaKey.zoneTag, zone, rules.labels.zone)) }
    return added
  }

  private func addition(_ key: String, _ value: String, _ rule: DataplaneLabelRules.Default) -> StringMap.Addition {
    switch rule {
    case .whereAbsent: .whereAbsent(key, value)
    case .always: .always(key, value)
    }
  }

  /// What names the workload of a Pod (LBL-3): the first of the labels that are set to, or the service account; nil where nothing
  /// does.
  package func workload(of pod: Pod) -> String? {
    guard rules.labels.workload == .present else { return nil }
    for label in settings.workloadLabels {
      if let value = pod.metadata.labels[label], !value.isEmpty { return value }
    }
    return pod.spec.serviceAccountName.isEmpty ? nil : pod.spec.serviceAccountName
  }
}

extension StringMap {
  /// The labels whose keys are not reserved by their beginnings (LBL-6).
  fileprivate var withoutReserved: StringMap {
    entries.contains { $0.isReserved } ? StringMap(entries.filter { !$0.isReserved }) : self
  }
}

extension StringMap.Entry {
  /// Whether the key begins as Kuma's own labels do. Elsewhere keys are reserved that hold `kuma.io/` anywhere (TAG-3).
  fileprivate var isReserved: Bool {
    key.utf8.starts(with: "kuma.io/".utf8) || key.utf8.starts(with: "k8s.kuma.io/".utf8)
  }
}
