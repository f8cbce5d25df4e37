public import KubernetesObjects

extension ControlPlane {
  /// The Services that belong to a Pod, in the order in which they give inbounds (SVC-1 … SVC-5). O(*n*) for *n* Services;
  /// ``Fleet`` finds them through an index.
  ///
  /// - Throws: ``MappingFailure`` where the control plane crashes on the way.
  public func services(of pod: Pod, among surroundings: Surroundings) throws(MappingFailure) -> [ServiceMatch] {
    let namespace = pod.metadata.effectiveNamespace
    var matches: [ServiceMatch] = []
    for service in surroundings.services where service.metadata.effectiveNamespace.hasSameBytes(as: namespace) {
      if let relation = try relation(of: service, to: pod, among: surroundings) {
        matches.append(ServiceMatch(service: service, relation: relation))
      }
    }
    return inOrder(matches)
  }

  /// Matches in the order in which they give inbounds (SVC-2).
  func inOrder(_ matches: [ServiceMatch]) -> [ServiceMatch] {
    guard rules.services.order == .byName, matches.count > 1 else { return matches }
    return matches.sorted { $0.service.metadata.name.precedesInBytes($1.service.metadata.name) }
  }

  /// How a Service of a Pod's namespace belongs to the Pod, or nil where it does not.
  func relation(
    of service: Service,
    to pod: Pod,
    among surroundings: Surroundings
  ) throws(MappingFailure) -> ServiceMatch.Relation? {
    if isIgnored(service) { return nil }
    return try relation(of: ObjectName(of: service.metadata), through: service.selector, to: pod, among: surroundings)
  }

  /// How a prepared Service of a Pod's namespace belongs to the Pod, or nil where it does not.
  func relation(
    of service: PreparedService,
    to pod: Pod,
    among surroundings: Surroundings
  ) throws(MappingFailure) -> ServiceMatch.Relation? {
    if service.isIgnored { return nil }
    return try relation(of: service.name, through: service.selector, to: pod, among: surroundings)
  }

  /// How a Service that is not left out belongs to a Pod: by its selector or, without one, by its EndpointSlices (SVC-1, SVC-4).
  private func relation(
    of service: ObjectName,
    through selector: StringMap,
    to pod: Pod,
    among surroundings: Surroundings
  ) throws(MappingFailure) -> ServiceMatch.Relation? {
    if selector.isEmpty { return try endpointRelation(of: service, to: pod, among: surroundings) }
    let labels = pod.metadata.labels
    if labels.contains(selector) { return .selector }
    guard rules.services.ignoredSelectorLabels == .read, !settings.ignoredSelectorLabels.isEmpty else { return nil }
    return labels.contains(effective(selector)) ? .selectorWithoutIgnoredLabels : nil
  }

  /// The selector of a Service that is matched: without the ignored labels, where the release knows them (SVC-4).
  func effectiveSelector(of service: Service) -> StringMap {
    effective(service.selector)
  }

  private func effective(_ selector: StringMap) -> StringMap {
    guard rules.services.ignoredSelectorLabels == .read else { return selector }
    var selector = selector
    for label in settings.ignoredSelectorLabels { selector[label] = nil }
    return selector
  }

  /// Whether a Service is annotated to be left out (SVC-3). A value that cannot be read does not leave it out.
  func isIgnored(_ service: Service) -> Bool {
    guard rules.services.ignoreAnnotation == .read, let value = service.metadata.annotations[KumaKey.ignore] else {
      return false
    }
    return rules.services.ignoreForm == .asGoBool
      ? GoBool.parse(value) == true
      : rules.switchWords.reading(of: value) == .on
  }

  private func endpointRelation(
    of service: ObjectName,
    to pod: Pod,
    among surroundings: Surroundings
  ) throws(MappingFailure) -> ServiceMatch.Relation? {
    guard rules.services.endpointSlices == .read else { return nil }
    for slice in surroundings.endpointSlices(of: service) {
      for endpoint in slice.endpoints {
        guard let target = endpoint.targetRef else {
          guard rules.services.endpointWithoutTarget == .crashes else { continue }
          throw .controlPlaneCrash(.endpointWithoutTarget(slice: slice.metadata.name))
        }
        if target.uid.hasSameBytes(as: pod.metadata.uid) { return .endpointSlice }
      }
    }
    return nil
  }
}
