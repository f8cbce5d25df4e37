import KubernetesObjects

extension ControlPlane {
  /// The labels under which Services select Pods that a workload will make, where that depends on labels whose values nobody knows
  /// before there are Pods; each with the values that a Service wants (WORK-7). O(*n*) for *n* Services that select by such labels.
  ///
  /// - Parameters:
  ///   - pods: The Pods.
  ///   - objects: The objects around them.
  func labelsThatDecide(about pods: WorkloadPods, among objects: any ObjectLookup) -> Set<StringMap> {
    let unknown = pods.unknownLabels(underKubernetes: minorVersion)
    guard !unknown.isEmpty else { return [] }
    var found: Set<StringMap> = []
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

  /// Whether some of the Pods may be exceptions from injection by the value of a label that nobody knows before there are any (INJ-6).
  func exceptionsDepend(on pods: WorkloadPods) -> Bool {
    let unknown = pods.unknownLabels(underKubernetes: minorVersion)
    return settings.exceptionLabels.entries.contains { exception in
      exception.value != "*"
        && unknown.contains { $0.key.hasSameBytes(as: exception.key) && $0.value.mayBe(exception.value) }
    }
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
