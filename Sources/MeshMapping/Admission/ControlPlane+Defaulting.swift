import KubernetesObjects

extension ControlPlane {
  /// A Dataplane with what the defaulting webhook writes (ADM-2, ADM-3): the labels that follow from what it holds now, and the
  /// annotations of what could be too long for a label.
  ///
  /// What is annotated already stays, even where the controller writes another label of the key: the webhook takes annotations of
  /// these keys for the labels that they were.
  func defaulted(_ written: Dataplane) -> Dataplane {
    var dataplane = written
    dataplane.metadata = defaulted(
      written.metadata, mesh: written.mesh, listeners: written.networking.listeners,
      proxyType: ComputedLabels.proxyType(of: written.networking))
    return dataplane
  }

  /// The metadata of a proxy with what the defaulting webhook writes.
  ///
  /// - Parameters:
  ///   - written: The metadata as the controller writes it.
  ///   - mesh: The name of its mesh; nil for the proxy of a zone, which has none.
  ///   - listeners: What it listens on.
  ///   - proxyType: What kind of proxy it is.
  func defaulted(
    _ written: Dataplane.Metadata,
    mesh: String?,
    listeners: [Dataplane.Listener] = [],
    proxyType: String
  ) -> Dataplane.Metadata {
    guard rules.admission.defaulting == .present else { return written }
    var metadata = written
    var labels = written.labels
    var annotations: [StringMap.Addition] = []
    annotations.reserveCapacity(3)
    if rules.admission.serviceAccount == .movedToAnnotation, let account = labels[KumaKey.serviceAccount] {
      labels[KumaKey.serviceAccount] = nil
      annotations.append(.whereAbsent(KumaKey.serviceAccount, account))
    }
    labels[KumaKey.displayName] = nil
    let name = written.name
    let isNameForced = rules.labels.displayName == .present
    annotations.append(isNameForced ? .always(KumaKey.displayName, name) : .whereAbsent(KumaKey.displayName, name))
    if rules.admission.workload == .movedToAnnotation, let workload = labels[KumaKey.workload] {
      labels[KumaKey.workload] = nil
      annotations.append(.whereAbsent(KumaKey.workload, workload))
    }
    removeRecomputedLabels(from: &labels)
    labels.merge(
      computedLabels(
        ComputedLabels(
          namespace: written.namespace,
          mesh: mesh,
          origin: labels[KumaKey.origin],
          listeners: listeners,
          proxyType: proxyType
        )
      )
    )
    metadata.labels = labels
    metadata.annotations.merge(annotations)
    return metadata
  }
}
