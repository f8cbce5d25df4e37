package import KubernetesObjects

/// What becomes of a Pod under one control plane, as far as two are compared: under what is taken for granted of objects that the
/// input lacks, and under what else might be.
struct ComparedPod: Equatable {
  /// What becomes of it under what is taken for granted.
  let base: Fate
  /// What becomes of it where something else holds.
  let variants: [Variation: Fate]

  /// What becomes of a Pod.
  struct Fate: Equatable {
    /// How the Pod is decided on when it is created anew.
    let decision: InjectionDecision
    /// What happens to its Dataplane; values that only running Pods have are patterns, such as `web-*`.
    let outcome: DataplaneOutcome
    /// What happens to it with what only running Pods have made up, in two ways; nothing for a Pod that is there.
    var standIns: [DataplaneOutcome] = []

    /// The kinds of which an object is missing, where the Pod is refused or the control plane gives up for that. In an input that does
    /// not say that it is complete the object may have been left out.
    var missingKinds: [Completeness.Kind] { [decision.missingKind, outcome.verdict.missingKind].compactMap(\.self) }

    /// The objects that are missing, as far as they are named.
    var missingObjects: [ObjectReference] { [decision.missingObject, outcome.verdict.missingObject].compactMap(\.self) }

    /// Whether a Dataplane comes of it, or what instead, as it does of another one, whatever is in the Dataplane.
    func isSameButForSections(as other: Fate) -> Bool {
      decision == other.decision && outcome.isSameButForSections(as: other.outcome)
        && standIns.count == other.standIns.count
        && zip(standIns, other.standIns).allSatisfy { $0.isSameButForSections(as: $1) }
    }

    /// What tells the inbounds of the Dataplanes under two control planes apart.
    func identification(with other: Fate) -> Dataplane.InboundIdentification {
      guard let old = outcome.dataplane, let new = other.outcome.dataplane else { return .byService }
      return old.identification(with: new)
    }
  }

  /// What is otherwise than it is taken for granted.
  struct Variation: Hashable {
    /// The kind of object that is looked at otherwise.
    let kind: Completeness.Kind
    /// The labels that are assumed of it; nil where something else varies.
    let labels: StringMap?
    /// The annotations that are assumed of it.
    var annotations: StringMap = [:]
  }

  /// Whether a Dataplane comes of it, or what instead, as it does of another one, whatever is in the Dataplane.
  func isSameButForSections(as other: ComparedPod) -> Bool {
    base.isSameButForSections(as: other.base) && variants.count == other.variants.count
      && variants.allSatisfy { other.variants[$0.key]?.isSameButForSections(as: $0.value) ?? false }
  }

  /// What becomes of the Pod where something else holds; what does not concern it changes nothing.
  func fate(_ variation: Variation) -> Fate { variants[variation] ?? base }
}

extension DataplaneOutcome {
  /// Whether a Dataplane comes of it, or what instead, as by another outcome, whatever is in the Dataplane.
  fileprivate func isSameButForSections(as other: DataplaneOutcome) -> Bool {
    verdict == other.verdict && (resource == nil) == (other.resource == nil)
      && (dataplane == nil) == (other.dataplane == nil)
  }
}

extension Cluster {
  /// What becomes of some Pods, in the order of their names; of one for each name that a Pod has, and of those of each workload that
  /// will make Pods of the name.
  ///
  /// A Pod whose mesh the injector wrote on it is also looked at as its template makes it once more: what it carries now says nothing of
  /// those that replace it.
  func comparedPods(of names: [ObjectName]) -> [[ComparedPod]] {
    let answers = lookingAtPreviews.answersForPreviews(
      names,
      pod: { around, pod, previous in
        let anew = withoutWrittenMesh(pod).map { around.comparedPod($0, previous: nil) }
        return [around.comparedPod(pod, previous: previous)] + (anew.map { [$0] } ?? [])
      },
      planned: { mapper, entry, completeness in [mapper.comparedPod(of: entry, knowing: completeness)] }
    )
    return answers.map { $0.flatMap(\.self) }
  }

  /// What happens to the Dataplane of a Pod under what is taken for granted of objects that the input lacks: that it is injected, and that its
  /// mesh exists; nil where there is no such Pod.
  package func outcomeTakenForGranted(of name: ObjectName) -> DataplaneOutcome? {
    comparedPods(of: [name]).first?.first?.base.outcome
  }

  /// A Pod without the mesh that the injector wrote on it; nil where it did not, or nobody knows.
  private func withoutWrittenMesh(_ prepared: PreparedPod) -> PreparedPod? {
    let metadata = prepared.pod.metadata
    let (isLabel, isAnnotation) = (metadata.labels[KumaKey.mesh] != nil, metadata.annotations[KumaKey.mesh] != nil)
    guard isLabel || isAnnotation, metadata.annotations[KumaKey.sidecarInjected] != nil,
      let template = template(of: prepared.pod)
    else { return nil }
    let isLabelWritten = isLabel && template.labels[KumaKey.mesh] == nil
    let isAnnotationWritten = isAnnotation && template.annotations[KumaKey.mesh] == nil
    guard isLabelWritten || isAnnotationWritten else { return nil }
    var pod = prepared.pod
    if isLabelWritten { pod.metadata.labels[KumaKey.mesh] = nil }
    if isAnnotationWritten { pod.metadata.annotations[KumaKey.mesh] = nil }
    return PreparedPod(pod, like: prepared, under: controlPlane)
  }

  /// The template that a Pod is made of, where what owns it is there.
  private func template(of pod: Pod) -> PodTemplateSpec? {
    let namespace = pod.metadata.effectiveNamespace
    return pod.metadata.ownerReferences.lazy.compactMap { owner -> PodTemplateSpec? in
      workload(WorkloadReference(kind: owner.kind, namespace: namespace, name: owner.name))?.workload?.template
    }
    .first
  }
}

extension Variations {
  /// What becomes of a Pod under each of the assumptions that concern it.
  func comparedPod(_ prepared: PreparedPod, previous: Dataplane?) -> ComparedPod {
    let anew = prepared.pod.anew
    func fate(in namespace: AssumedNamespace) -> (ComparedPod.Fate, mesh: MeshChoice?) {
      let subject = namespace.subject(prepared)
      let report = namespace.mapper.preview(of: subject, through: namespace.gate, previous: previous)
      let admission = namespace.mapper.admission(of: anew, through: namespace.gate)
      return (ComparedPod.Fate(decision: admission.decision, outcome: told(report.outcome)), report.mesh)
    }
    let (taken, mesh) = fate(in: base)
    var variants: [ComparedPod.Variation: ComparedPod.Fate] = [:]
    for variation in concerningComparison(prepared.pod, in: mesh?.name) {
      let key = ComparedPod.Variation(
        kind: variation.kind, labels: variation.namespaceLabels ?? variation.nodeLabels,
        annotations: variation.namespaceAnnotations)
      variants[key] = fate(in: variation.namespace).0
    }
    return ComparedPod(base: taken, variants: variants)
  }
}
