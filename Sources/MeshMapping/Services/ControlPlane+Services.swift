public import KubernetesObjects

extension ControlPlane {
  /// The Services that belong to a Pod, in the order in which they give inbounds (SVC-1 … SVC-5). O(*n*) for *n* Services;
  /// ``Cluster`` finds them through an index.
  ///
  /// - Throws: ``MappingFailure`` where the control plane crashes on the way.
  public func services(of pod: Pod, among catalog: ObjectCatalog) throws(MappingFailure) -> [ServiceMatch] {
    try lookup(in: catalog, for: pod).services(of: pod).map(\.match)
  }

  /// How a Service of a Pod's namespace belongs to the Pod: by its selector or, without one, by its EndpointSlices (SVC-1, SVC-3,
  /// SVC-4, SVC-5); nil where it does not.
  ///
  /// - Throws: ``MappingFailure`` where the control plane crashes on the way.
  func relation(
    of service: PreparedService,
    to pod: Pod,
    through slices: EndpointSliceIndex
  ) throws(MappingFailure) -> ServiceMatch.Relation? {
    if service.isIgnored { return nil }
    if service.selector.isEmpty { return try endpointRelation(of: service.name, to: pod, through: slices) }
    let labels = pod.metadata.labels
    if labels.contains(service.selector) { return .selector }
    guard rules.services.ignoredSelectorLabels == .read, !settings.ignoredSelectorLabels.isEmpty else { return nil }
    return labels.contains(effectiveSelector(of: service.service)) ? .selectorWithoutIgnoredLabels : nil
  }

  /// The selector of a Service that is matched: without the ignored labels, where the release knows them (SVC-4).
  package func effectiveSelector(of service: Service) -> StringMap {
    var selector = service.selector
    guard rules.services.ignoredSelectorLabels == .read else { return selector }
    for label in settings.ignoredSelectorLabels { selector[label] = nil }
    return selector
  }

  private func endpointRelation(
    of service: ObjectName,
    to pod: Pod,
    through slices: EndpointSliceIndex
  ) throws(MappingFailure) -> ServiceMatch.Relation? {
    guard rules.services.endpointSlices == .read else { return nil }
    for slice in slices.slices(of: service) {
      for endpoint in slice.endpoints {
        guard let target = endpoint.targetRef else {
          guard rules.services.endpointWithoutTarget == .crashes else { continue }
          throw .controlPlaneCrash(.endpointWithoutTarget(slice: ExactString(slice.metadata.name)))
        }
        // A Pod that runs has an identifier: a target without one names none, least of all the Pods that are not there yet.
        if !target.uid.isEmpty, target.uid.hasSameBytes(as: pod.metadata.uid) { return .endpointSlice }
      }
    }
    return nil
  }
}
