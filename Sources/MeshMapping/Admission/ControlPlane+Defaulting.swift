import KubernetesObjects

extension ControlPlane {
  /// A Dataplane with what the defaulting webhook writes (ADM-2, ADM-3): the labels that follow from what it holds now, and the
  /// annotations of what could be too long for a label.
  ///
  /// What is annotated already stays, even where the controller writes another label of the key: the webhook takes annotations of
  /// these keys for the labels that they were.
  func defaulted(_ written: Dataplane) -> Dataplane {
    guard rules.admission.defaulting == .present else { return written }
    var dataplane = written
    var labels = written.metadata.labels
    var annotations: [StringMap.Addition] = []
    annotations.reserveCapacity(3)
    if rules.admission.serviceAccount == .movedToAnnotation, let account = labels[KumaKey.serviceAccount] {
      labels[KumaKey.serviceAccount] = nil
      annotations.append(.whereAbsent(KumaKey.serviceAccount, account))
    }
    labels[KumaKey.displayName] = nil
    let name = written.metadata.name
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
          namespace: written.metadata.namespace,
          mesh: written.mesh,
          origin: labels[KumaKey.origin],
          networking: written.networking
        )
      )
    )
    dataplane.metadata.labels = labels
    dataplane.metadata.annotations.merge(annotations)
    return dataplane
  }
}
