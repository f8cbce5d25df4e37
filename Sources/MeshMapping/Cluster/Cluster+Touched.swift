package import KubernetesObjects

extension Cluster {
  /// The Pods whose previews may be others once some objects are as given, those included that workloads will make; sorted by namespace
  /// and name, each once. Outbounds of others are not looked at.
  ///
  /// O(*n*) for *n* objects of the namespaces of the objects.
  package func previewNames(touchedBy objects: [ClusterObject]) -> [ObjectName] {
    Set(objects.flatMap(previewNames(touchedBy:))).sorted()
  }

  private func previewNames(touchedBy object: ClusterObject) -> [ObjectName] {
    switch object {
    case .kubernetes(.namespace(let namespace)):
      let name = namespace.metadata.name
      return pods(in: name).map { ObjectName(of: $0.metadata) } + planned(in: name) { _ in true }
    case .kubernetes(.service(let service)):
      let name = ObjectName(of: service.metadata)
      let selectors = [self.service(name), service].compactMap { $0.map(controlPlane.effectiveSelector) }
      return affectedPods(by: object)
        + planned(in: name.namespace) { pods in selectors.contains { pods.maySatisfy($0) } }
    case .kubernetes(.deployment), .kubernetes(.replicationController), .kubernetes(.statefulSet), .kubernetes(.daemonSet),
      .kubernetes(.replicaSet), .kubernetes(.job), .kubernetes(.cronJob), .kubernetes(.rollout),
      .kubernetes(.customWorkload), .kubernetes(.podTemplate):
      let reference = object.reference
      // A template may be that of others.
      let isTemplate = reference.kind == PodTemplate.kind
      return affectedPods(by: object)
        + planned(in: reference.namespace) { isTemplate || $0.workload.kind == Rollout.kind || $0.workload == reference }
    default: return affectedPods(by: object)
    }
  }

  /// The names of the Pods that workloads of a namespace will make.
  private func planned(in namespace: String, where isMeant: (WorkloadPods) -> Bool) -> [ObjectName] {
    let entries = namespaces[ExactString(namespace)]?.plannedEntries(where: isMeant) ?? []
    return entries.map(\.pods.objectName)
  }
}

extension WorkloadPods {
  /// Whether labels of the Pods that only controllers add may be all that a selector wants besides those of the template.
  fileprivate func maySatisfy(_ selector: StringMap) -> Bool {
    selector.entries.allSatisfy { pair in
      template.labels[pair.key].map { $0.hasSameBytes(as: pair.value) } ?? true
    }
  }
}
