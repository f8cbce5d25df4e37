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
      return pods(in: name).map { ObjectName(of: $0.metadata) } + planned(in: name, \.sorted)
    case .kubernetes(.service(let service)):
      let name = ObjectName(of: service.metadata)
      let selectors = [self.service(name), service].compactMap { $0.map(controlPlane.effectiveSelector) }
      return affectedPods(by: object)
        + planned(in: name.namespace) { index in selectors.flatMap(index.entries(maybeSelectedBy:)) }
    case .kubernetes(.deployment), .kubernetes(.replicationController), .kubernetes(.statefulSet), .kubernetes(.daemonSet),
      .kubernetes(.replicaSet), .kubernetes(.job), .kubernetes(.cronJob), .kubernetes(.rollout),
      .kubernetes(.customWorkload), .kubernetes(.podTemplate):
      let reference = object.reference
      // A Rollout may take the template of another object.
      let rollouts = namespaces[ExactString(reference.namespace)]?.workloads.rollouts(takingTemplateOf: reference) ?? []
      return affectedPods(by: object)
        + planned(in: reference.namespace) { index in ([reference] + rollouts).flatMap { index[$0] } }
    default: return affectedPods(by: object)
    }
  }

  /// The names of Pods that workloads of a namespace have yet to make.
  private func planned(in namespace: String, _ chosen: (PlannedIndex) -> [PlannedEntry]) -> [ObjectName] {
    guard let objects = namespaces[ExactString(namespace)] else { return [] }
    return chosen(objects.plannedIndex).map(\.pods.objectName)
  }

  /// Whether a workload of a namespace has yet to make a Pod that has all labels of a selector.
  package func plansPod(in namespace: String, selectedBy selector: StringMap) -> Bool {
    guard let objects = namespaces[ExactString(namespace)] else { return false }
    return objects.plannedIndex.entries(maybeSelectedBy: selector)
      .contains { $0.pods.template.labels.contains(selector) }
  }
}
