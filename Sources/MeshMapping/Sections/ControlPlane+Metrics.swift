import KubernetesObjects

extension ControlPlane {
  /// The section of metrics that the annotations of a Pod give (MET-1, MET-2); nil where they say nothing of it.
  ///
  /// - Parameter pod: The Pod as it stands in the cluster.
  /// - Throws: ``MappingFailure`` where the control plane gives up on the Pod there (FAIL-1).
  func metrics(of pod: Pod) throws(MappingFailure) -> Dataplane.Metrics? {
    guard rules.sections.metrics == .read else { return nil }
    let port = try pod.number(KumaKey.metricsPort)
    let path = pod.metadata.annotations[KumaKey.metricsPath] ?? ""
    let applications = try aggregatedApplications(of: pod)
    if port == nil, path.isEmpty, applications.isEmpty { return nil }
    return Dataplane.Metrics(path: path, port: port ?? 0, aggregate: applications)
  }

  /// The applications whose metrics are to be aggregated, in the order of their names. Kuma's own order is left to chance, and so
  /// is which of several faulty ones it reports.
  private func aggregatedApplications(of pod: Pod) throws(MappingFailure) -> [Dataplane.Metrics.Application] {
    guard rules.sections.aggregatedMetrics == .read else { return [] }
    var names: Set<ExactString> = []
    // Hardly any annotation is one of these.
    for annotation in pod.metadata.annotations.entries(from: AggregatedMetricsKey.firstWord) {
      let application = AggregatedMetricsKey.application(of: annotation.key, rules.sections.aggregatedKeys)
      if let application { names.insert(ExactString(application)) }
    }
    if names.isEmpty { return [] }
    var applications: [Dataplane.Metrics.Application] = []
    for name in names.map(\.string).sorted(by: { $0.precedesInBytes($1) }) {
      applications.append(try aggregatedApplication(name, of: pod))
    }
    return applications
  }

  private func aggregatedApplication(
    _ name: String, of pod: Pod
  ) throws(MappingFailure) -> Dataplane.Metrics.Application {
    let annotations = pod.metadata.annotations
    let switchKey = KumaKey.aggregatedMetrics(of: name, .enabled)
    let isOn = annotations[switchKey] == nil ? true : try pod.isOn(switchKey, words: rules.switchWords)
    let portKey = KumaKey.aggregatedMetrics(of: name, .port)
    let port = try pod.number(portKey)
    if port == nil, isOn { throw .missingMetricsPort(key: ExactString(portKey)) }
    let isAddressRead = rules.sections.aggregatedAddress == .read
    return Dataplane.Metrics.Application(
      name: name,
      path: annotations[KumaKey.aggregatedMetrics(of: name, .path)] ?? "/metrics",
      port: port ?? 0,
      isEnabled: isOn,
      address: isAddressRead ? annotations[KumaKey.aggregatedMetrics(of: name, .address)] ?? "" : ""
    )
  }
}
