public import KubernetesObjects

extension ControlPlane {
  /// The labels that the controller gives a Dataplane (LBL-1 … LBL-5).
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - mesh: The name of its mesh.
  ///   - previous: The Dataplane as it stands; nil where there is none.
  ///   - node: The Pod's Node, where its labels are to be copied.
  public func labels(of pod: Pod, mesh: String, previous: Dataplane?, node: Node?) -> StringMap {
    guard rules.labels.computed == .added else { return previous?.metadata.labels ?? [:] }
    var labels = previous?.metadata.labels ?? [:]
    for label in pod.metadata.labels.entries { labels[label.key] = label.value }
    if rules.tags.nodeLabels == .tagsOrDataplaneLabels, !areTagsEnabled {
      for tag in nodeTags(of: node).sorted { labels[tag.key] = tag.value }
    }
    var defaults: [(String, String)] = [
      (KumaKey.mesh, mesh), (KumaKey.kubernetesNamespace, pod.metadata.effectiveNamespace),
    ]
    if !settings.zone.isEmpty {
      defaults += [(KumaKey.origin, "zone"), (KumaKey.zoneTag, settings.zone), (KumaKey.environment, "kubernetes")]
    }
    for (key, value) in defaults where labels[key] == nil { labels[key] = value }
    labels[KumaKey.proxyType] = previous?.networking.gateway == nil ? "sidecar" : "gateway"
    setWorkload(of: pod, in: &labels)
    if rules.labels.listeners == .added {
      let types = Set(previous?.networking.listeners.map(\.type) ?? [])
      labels["kuma.io/listener-zoneingress"] = types.contains(.zoneIngress) ? "enabled" : nil
      labels["kuma.io/listener-zoneegress"] = types.contains(.zoneEgress) ? "enabled" : nil
    }
    return labels
  }

  private func setWorkload(of pod: Pod, in labels: inout StringMap) {
    let account = pod.spec.serviceAccountName
    if rules.labels.serviceAccount == .added, !account.isEmpty { labels[KumaKey.serviceAccount] = account }
    guard rules.labels.workload == .added else { return }
    let named = settings.workloadLabels.lazy.compactMap { pod.metadata.labels[$0] }.first { !$0.isEmpty }
    let workload = named ?? account
    if !workload.isEmpty { labels[KumaKey.workload] = workload }
  }
}
