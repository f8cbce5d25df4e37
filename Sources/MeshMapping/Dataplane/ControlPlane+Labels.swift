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
    labels(of: pod, mesh: mesh, previous: previous, nodeTags: nodeTags(of: node))
  }

  /// The labels that the controller gives a Dataplane, those of the Node worked out.
  func labels(of pod: Pod, mesh: String, previous: Dataplane?, nodeTags: NodeTags) -> StringMap {
    guard rules.labels.computed == .added else { return previous?.metadata.labels ?? [:] }
    // Most Dataplanes start from the labels of the Pod, which are then taken over whole.
    var labels = previous?.metadata.labels ?? pod.metadata.labels
    if previous != nil { for label in pod.metadata.labels.entries { labels[label.key] = label.value } }
    if rules.labels.nodeLabels == .added, !areTagsEnabled {
      for tag in nodeTags.tags { labels[tag.key] = tag.value }
    }
    labels.reserveCapacity(labels.entries.count + 8)
    setDefaults(of: pod, mesh: mesh, in: &labels)
    // Only a builtin gateway counts as one here.
    labels[KumaKey.proxyType] = previous?.networking.gateway?.type == .builtin ? "gateway" : "sidecar"
    setWorkload(of: pod, in: &labels)
    if rules.labels.listeners == .added {
      let listeners = previous?.networking.listeners ?? []
      labels["kuma.io/listener-zoneingress"] = listeners.contains { $0.type == .zoneIngress } ? "enabled" : nil
      labels["kuma.io/listener-zoneegress"] = listeners.contains { $0.type == .zoneEgress } ? "enabled" : nil
    }
    return labels
  }

  /// Labels that are set where they are absent. One that is there may say that the Dataplane comes from elsewhere, and then what
  /// tells of this place is not added.
  private func setDefaults(of pod: Pod, mesh: String, in labels: inout StringMap) {
    func setDefault(_ key: String, _ value: String) {
      if labels[key] == nil { labels[key] = value }
    }
    setDefault(KumaKey.mesh, mesh)
    if !settings.zone.isEmpty { setDefault(KumaKey.origin, "zone") }
    let origin = labels[KumaKey.origin] ?? "zone"
    if !settings.zone.isEmpty, origin != "global" {
      setDefault(KumaKey.zoneTag, settings.zone)
      setDefault(KumaKey.environment, "kubernetes")
    }
    if origin == "zone" { setDefault(KumaKey.kubernetesNamespace, pod.metadata.effectiveNamespace) }
  }

  private func setWorkload(of pod: Pod, in labels: inout StringMap) {
    let account = pod.spec.serviceAccountName
    if rules.labels.serviceAccount == .added, !account.isEmpty { labels[KumaKey.serviceAccount] = account }
    guard rules.labels.workload == .added else { return }
    var workload = account
    for label in settings.workloadLabels {
      guard let value = pod.metadata.labels[label], !value.isEmpty else { continue }
      workload = value
      break
    }
    if !workload.isEmpty { labels[KumaKey.workload] = workload }
  }
}
