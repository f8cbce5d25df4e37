import KubernetesObjects

extension ControlPlane {
  /// Reads what the control plane reads for the sections of a Dataplane that the mapping does not write (FAIL-1, FAIL-2).
  ///
  /// - Parameter pod: The Pod as it stands in the cluster, so with what the injector wrote on it.
  /// - Throws: ``MappingFailure`` where the control plane gives up on the Pod there.
  func checkUnmappedSections(of pod: Pod) throws(MappingFailure) {
    try checkMetrics(of: pod)
    try checkProbes(of: pod)
  }

  /// Reads the annotations of metrics (FAIL-1).
  private func checkMetrics(of pod: Pod) throws(MappingFailure) {
    _ = try pod.number(KumaKey.metricsPort)
    for application in aggregatedApplications(of: pod) {
      let switchKey = KumaKey.aggregatedMetrics(of: application, .enabled)
      let isOn = pod.metadata.annotations[switchKey] == nil ? true : try pod.isOn(switchKey, words: rules.switchWords)
      let portKey = KumaKey.aggregatedMetrics(of: application, .port)
      if try pod.number(portKey) == nil, isOn { throw .missingMetricsPort(key: ExactString(portKey)) }
    }
  }

  /// The applications whose metrics are to be aggregated, in the order of their names. Which of several faulty ones the
  /// control plane reports first is left to chance there.
  private func aggregatedApplications(of pod: Pod) -> [String] {
    guard rules.unmapped.aggregatedMetrics == .read else { return [] }
    var applications: Set<String> = []
    // Hardly any annotation is one of these.
    for annotation in pod.metadata.annotations.entries(from: AggregatedMetricsKey.firstWord) {
      let application = AggregatedMetricsKey.application(of: annotation.key, rules.unmapped.aggregatedKeys)
      if let application { applications.insert(application) }
    }
    return applications.isEmpty ? [] : applications.sorted()
  }

  /// Reads the annotations of virtual probes and, where they are on, the probes (FAIL-2).
  private func checkProbes(of pod: Pod) throws(MappingFailure) {
    guard try pod.isOn(KumaKey.virtualProbes, words: rules.switchWords) else { return }
    guard let port = try pod.number(KumaKey.virtualProbesPort) else {
      throw .missingProbesPort(key: ExactString(KumaKey.virtualProbesPort))
    }
    let isProxyRead = rules.unmapped.probeProxy == .read
    let proxyPort = isProxyRead ? try pod.number(KumaKey.probeProxyPort) ?? 0 : 0
    if rules.unmapped.nativeSidecarProbes == .read, !pod.spec.initContainers.isEmpty {
      // Native sidecars that start before the proxy are not asked through it.
      for container in pod.spec.initContainers.drop(while: { !$0.isSidecar }) where container.restartPolicy == "Always" {
        try checkProbes(of: container, virtualPort: port, proxyPort: proxyPort)
      }
    }
    for index in pod.spec.containers.indices where !pod.spec.containers[index].httpProbes.isEmpty {
      try checkProbes(of: pod.spec.containers[index], virtualPort: port, proxyPort: proxyPort)
    }
  }

  /// Reads the probes of a container, which the injector made virtual, but for those of the proxy.
  private func checkProbes(
    of container: Container,
    virtualPort: Int,
    proxyPort: Int
  ) throws(MappingFailure) {
    guard !container.isSidecar else { return }
    for probe in container.httpProbes where probe.kind != .startup || rules.unmapped.startupProbes == .read {
      if let problem = problem(of: probe, virtualPort: virtualPort, proxyPort: proxyPort) {
        throw .notVirtualProbe(container: container.id, probe, problem)
      }
    }
  }

  /// What keeps a probe from being a virtual one, which asks the virtual port, or that of the proxy, for a path that begins
  /// with the port of the application.
  private func problem(of probe: HTTPProbe, virtualPort: Int, proxyPort: Int) -> VirtualProbeProblem? {
    let port = portNumber(probe.port)
    guard port == virtualPort || (proxyPort > 0 && port == proxyPort) else { return .otherPort }
    let path = probe.path.utf8
    let isVirtual = unsafe path.withContiguousStorageIfAvailable(isVirtualPath) ?? isVirtualPath(Array(path))
    return isVirtual ? nil : .noPortInPath
  }

  /// Whether a path begins with the port of the application or, where there is a proxy of probes, with its word for another kind of
  /// probe.
  private func isVirtualPath(_ path: some RandomAccessCollection<UInt8>) -> Bool {
    guard path.first == UInt8(ascii: "/") else { return false }
    let segment = path.dropFirst().prefix { $0 != UInt8(ascii: "/") }
    if let port = SignedDecimal.parse(segment), (Int64(Int32.min)...Int64(Int32.max)).contains(port) { return true }
    let isOfProxy = segment.elementsEqual("tcp".utf8) || segment.elementsEqual("grpc".utf8)
    return rules.unmapped.probeProxy == .read && isOfProxy
  }
}

/// Keys of annotations that ask for the metrics of an application to be aggregated.
enum AggregatedMetricsKey {
  /// What keys begin with under every rule.
  static let firstWord = "prometheus"
  private static let start = "prometheus.metrics.kuma.io/aggregate-"

  /// The application that a key names, or nil where it is another key.
  static func application(of key: String, _ rule: UnmappedSectionRules.AggregatedKeys) -> String? {
    let scalars = Array(key.unicodeScalars)
    let pattern = Array(start.unicodeScalars)
    let isFound = scalars.count > pattern.count && zip(scalars, pattern).allSatisfy { isMatch($0, $1, rule) }
    guard isFound else { return nil }
    let rest = scalars[pattern.count...]
    for field in KumaKey.MetricsField.found {
      let end = Array("-\(field.rawValue)".unicodeScalars)
      guard rest.count > end.count, rest.suffix(end.count).elementsEqual(end) else { continue }
      let name = rest.dropLast(end.count)
      if name.allSatisfy(isNamePart) { return String(String.UnicodeScalarView(name)) }
    }
    return nil
  }

  private static func isMatch(
    _ scalar: Unicode.Scalar,
    _ pattern: Unicode.Scalar,
    _ rule: UnmappedSectionRules.AggregatedKeys
  ) -> Bool {
    scalar == pattern || (rule == .anyCharacterForDots && pattern == "." && scalar != "\n")
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-": true
    default: false
    }
  }
}
