package import KubernetesObjects

extension ControlPlane {
  /// The labels under which Services select Pods that a workload will make, or constraints of a Mesh name them, where that depends on labels
  /// whose values nobody knows before there are Pods; each with the values that are wanted (WORK-7). O(*n*) for *n* Services that select by
  /// such labels and constraints.
  ///
  /// - Parameters:
  ///   - pods: The Pods.
  ///   - objects: The objects around them.
  func labelsThatDecide(about pods: WorkloadPods, among objects: any ObjectLookup) -> Set<StringMap> {
    let unknown = pods.unknownLabels(underKubernetes: minorVersion)
    guard !unknown.isEmpty else { return [] }
    var found = labelsInConstraints(of: objects.meshes, among: unknown)
    for service in objects.services(selectingBy: unknown.map(\.key)) where !service.isIgnored {
      let wanted = service.selector.entries.filter { pair in
        unknown.contains { $0.key.hasSameBytes(as: pair.key) && $0.value.mayBe(pair.value) }
      }
      guard !wanted.isEmpty else { continue }
      var labels = pods.pod(underKubernetes: minorVersion).metadata.labels
      for pair in wanted { labels[pair.key] = pair.value }
      if labels.contains(service.selector) || isSelected(labels, by: service) { found.insert(StringMap(wanted)) }
    }
    return found
  }

  /// What constraints of Meshes want of some labels. Those of the Node are looked at where nobody knows it (KNOW-2).
  private func labelsInConstraints(of meshes: MeshCatalog, among unknown: [RunTimeEntry]) -> Set<StringMap> {
    let labels = unknown.filter { label in !WorkloadPods.topologyKeys.contains(label.key) }
    let wanted = tagsInConstraints(of: meshes, among: labels.map(\.key)).map { tags in
      StringMap(
        tags.entries.filter { pair in
          labels.contains { $0.key.hasSameBytes(as: pair.key) && $0.value.mayBe(pair.value) }
        })
    }
    return Set(wanted.filter { !$0.isEmpty })
  }

  /// Whether some of the Pods may be exceptions from injection by the value of a label that nobody knows before there are any (INJ-6).
  func exceptionsDepend(on pods: WorkloadPods) -> Bool {
    let unknown = pods.unknownLabels(underKubernetes: minorVersion)
    return settings.exceptionLabels.entries.contains { exception in
      exception.value != "*"
        && unknown.contains { $0.key.hasSameBytes(as: exception.key) && $0.value.mayBe(exception.value) }
    }
  }

  /// What a Service wants of Pods that a workload will make and that is unknown before there are any, where they have all else that it
  /// wants: the first such label; nil where there is none.
  ///
  /// - Parameters:
  ///   - service: The Service.
  ///   - pods: The Pods.
  ///   - labels: Their labels as far as they are known.
  package func undecidedLabel(
    wantedBy service: Service, of pods: WorkloadPods, labelled labels: StringMap
  ) -> StringMap.Entry? {
    let unknown = pods.unknownLabels(underKubernetes: minorVersion)
    var undecided: StringMap.Entry?
    for wanted in effectiveSelector(of: service).entries {
      if let found = labels[wanted.key], found.hasSameBytes(as: wanted.value) { continue }
      guard unknown.contains(where: { $0.key.hasSameBytes(as: wanted.key) && $0.value.mayBe(wanted.value) }) else {
        return nil
      }
      undecided = undecided ?? wanted
    }
    return undecided
  }

  /// Whether a Service selects labels once those are left out that are to be ignored.
  private func isSelected(_ labels: StringMap, by service: PreparedService) -> Bool {
    rules.services.ignoredSelectorLabels == .read && labels.contains(effectiveSelector(of: service.service))
  }

  /// Whether the API server copies labels of a Node to the Pods that are bound to it (KNOW-2).
  var areTopologyLabelsCopied: Bool { minorVersion >= WorkloadPods.topologyMinorVersion }

  /// The version 1.*n* of Kubernetes.
  var minorVersion: Int { settings.kubernetesVersion.major > 1 ? Int.max : settings.kubernetesVersion.minor }
}
