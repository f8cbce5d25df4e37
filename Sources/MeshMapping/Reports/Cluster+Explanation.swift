public import KubernetesObjects

extension Cluster {
  /// The full story of a Pod, over the same stages as its report. O(*n*) for *n* Services of its namespace. Nil where there is no
  /// such Pod.
  ///
  /// - Parameters:
  ///   - name: The namespace and name of the Pod.
  ///   - standpoint: Whether to tell what would happen to the Pod, or what the controller does with it as it stands.
  public func explanation(of name: ObjectName, as standpoint: PodReport.Standpoint = .preview) -> PodExplanation? {
    let told = standpoint == .preview ? preview(of: name) : reconciliation(of: name)
    return told.map { explanation(of: $0) }
  }

  /// The full story of a report of this cluster: on a Pod, or on those that a workload will make. O(*n*) for *n* Services of its
  /// namespace.
  public func explanation(of report: PodReport) -> PodExplanation {
    let rules = controlPlane.rules
    // The mesh of a Pod that is still to be injected is that which the injector writes down.
    let isToBeInjected = report.standpoint == .preview && report.admission.decision.verdict == .inject
    let meshes = isToBeInjected ? rules.mesh.injector : rules.mesh.controller
    let networking = report.outcome.dataplane?.networking
    let tags = networking?.gateway?.tags ?? networking?.inbound.first?.tags
    return PodExplanation(
      report: report,
      switches: lookups(
        rules.injection.switchPlaces, of: KumaKey.sidecarInjection, for: report,
        decisive: report.admission.decision.evidence, isAsked: Self.isSwitchRead(for: report)),
      meshes: lookups(
        meshes.pod + meshes.namespace, of: KumaKey.mesh, for: report,
        decisive: report.mesh?.evidence, isAsked: report.mesh != nil || report.admission.decision.verdict == .unknown),
      services: serviceExplanations(for: report),
      droppedLabels: networking?.gateway?.type == .builtin
        ? report.pod.metadata.labels.map { DroppedLabel(key: $0.key, value: $0.value, reason: .builtinGateway) }
        : tags.map { controlPlane.droppedLabels(among: report.pod.metadata.labels, from: $0) } ?? []
    )
  }

  /// What stands under a key at some places.
  private func lookups(
    _ places: [MetadataPlace],
    of key: String,
    for report: PodReport,
    decisive: Evidence?,
    isAsked: Bool
  ) -> [PodExplanation.Lookup] {
    let pod = report.pod
    let name = pod.metadata.effectiveNamespace
    let found = namespace(name)
    let assumed = report.standpoint == .preview ? completeness.namespaceLabels : nil
    // For the controller, places of a Namespace that is not there have nothing.
    let isUnknown =
      found == nil && assumed == nil && report.standpoint == .preview
      && completeness.mayHold(.namespaces, .namespace(name))
    let namespace = found ?? Namespace(metadata: ObjectMeta(name: name, labels: assumed ?? [:]))
    let evidence = places.map { $0.evidence(of: key, pod: pod, namespace: namespace) }
    let first = evidence.firstIndex { $0 != nil && $0 == decisive }
    return places.indices.map { index in
      let isReached = isAsked && index < first ?? places.count
      return .init(
        place: places[index],
        evidence: evidence[index],
        needs: isUnknown && places[index].isOfNamespace ? .namespaces : nil,
        standing: index == first ? .decisive : isReached ? .lookedAt : .notReached
      )
    }
  }

  /// Whether anybody looks for the switch of a Pod: not where the API server does not ask, nor where something else decides before.
  private static func isSwitchRead(for report: PodReport) -> Bool {
    switch report.admission.decision {
    case .skip(.webhookNotCalled), .skip(.excepted), .skip(.alreadyInjected): false
    case .skip, .inject, .reject, .unknown: true
    }
  }

  /// Every Service of the Pod's namespace: those first that belong to the Pod, and each by name.
  private func serviceExplanations(for report: PodReport) -> [ServiceExplanation] {
    let objects = view(of: report.name.namespace).objects
    // A preview fills target ports in, so its own copy of a Service is the one to tell of.
    var matched: [ExactString: PreparedService] = [:]
    for match in report.matches { matched[ExactString(match.service.name.name)] = match.service }
    var search = PortSearch()
    let all = objects.services.sorted.map { service in
      let own = matched[ExactString(service.name.name)] ?? service
      return explanation(of: own, for: report, through: objects.endpointSlices, &search)
    }
    return all.filter(\.verdict.isBelonging) + all.filter { !$0.verdict.isBelonging }
  }

  private func explanation(
    of service: PreparedService,
    for report: PodReport,
    through slices: EndpointSliceIndex,
    _ search: inout PortSearch
  ) -> ServiceExplanation {
    let pod = report.pod
    let verdict: ServiceExplanation.Verdict
    do throws(MappingFailure) {
      let relation = try controlPlane.relation(of: service, to: pod, through: slices)
      let ports = service.ports.map { port in
        ServiceExplanation.Port(port: port.port, resolution: search.resolution(of: port.port, on: pod))
      }
      verdict = relation.map { .belongs($0, ports: ports) } ?? reason(against: service.service, for: report)
    } catch {
      verdict = .crash(error)
    }
    return ServiceExplanation(name: service.name.name, verdict: verdict)
  }

  private func reason(against service: Service, for report: PodReport) -> ServiceExplanation.Verdict {
    if controlPlane.isIgnored(service) {
      let value = service.metadata.annotations[KumaKey.ignore] ?? ""
      return .ignored(Evidence(.serviceAnnotation, key: KumaKey.ignore, value: value))
    }
    let unknown = report.planned?.unknownLabels(underKubernetes: controlPlane.minorVersion) ?? []
    var undecided: StringMap.Entry?
    for wanted in controlPlane.effectiveSelector(of: service).entries {
      let found = report.pod.metadata.labels[wanted.key]
      if let found, found.hasSameBytes(as: wanted.value) { continue }
      if unknown.contains(where: { $0.key.hasSameBytes(as: wanted.key) && $0.value.mayBe(wanted.value) }) {
        undecided = undecided ?? wanted
        continue
      }
      return .labelDiffers(key: wanted.id, wanted: ExactString(wanted.value), found: found.map { ExactString($0) })
    }
    return undecided.map { .labelUnknown(key: $0.id, wanted: ExactString($0.value)) } ?? .noSelector
  }
}

extension ServiceExplanation.Verdict {
  /// Whether the Service belongs to the Pod.
  fileprivate var isBelonging: Bool {
    if case .belongs = self { true } else { false }
  }
}
