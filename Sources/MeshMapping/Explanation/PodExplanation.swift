public import KubernetesObjects

/// The full story of a Pod: every step with what it rests on, what did not match included.
public struct PodExplanation: Sendable, Hashable {
  /// What happens to the Pod.
  public let report: PodReport
  /// What stands at each place where the switch of the injection is read, in order.
  public let switches: [Reading]
  /// What stands at each place where the mesh is read, in order.
  public let meshes: [Reading]
  /// Every Service of the Pod's namespace, by name, with whether it belongs to the Pod.
  public let services: [ServiceExplanation]
  /// The labels that are not among the tags, each with why.
  public let droppedLabels: [DroppedLabel]
  /// What the owner of the Pod would want to know.
  public let findings: [Finding]

  /// What stands at a place; nil where nothing does.
  public struct Reading: Sendable, Hashable {
    /// The place.
    public let place: MetadataPlace
    /// What stands there.
    public let evidence: Evidence?
  }
}

/// Whether a Service belongs to a Pod, and why.
public struct ServiceExplanation: Sendable, Hashable {
  /// The Service's name.
  public let name: String
  /// Whether it belongs to the Pod.
  public let verdict: Verdict

  /// Whether a Service belongs to a Pod.
  public enum Verdict: Sendable, Hashable {
    /// It does, and its ports are found so.
    case belongs(ServiceMatch.Relation, ports: [Port])
    /// It is annotated to be left out.
    case ignored(Evidence)
    /// It has no selector, and no EndpointSlice of it names the Pod, or the release does not look at them.
    case noSelector
    /// The Pod's label is not what the selector wants; nil where the label is absent.
    case labelDiffers(key: String, wanted: String, found: String?)
    /// The control plane does not survive looking.
    case crash(MappingFailure)
  }

  /// A port of a Service on a Pod.
  public struct Port: Sendable, Hashable {
    /// The port.
    public let port: ServicePort
    /// What it is on the Pod.
    public let resolution: PortResolution
  }
}

extension Fleet {
  /// The full story of a Pod, over the same stages as its report. O(*n*) for *n* Services of its namespace. Nil where there is no
  /// such Pod.
  public func explanation(of name: ObjectName) -> PodExplanation? {
    guard let report = preview(of: name) else { return nil }
    let pod = report.pod
    // Places of a Namespace that is not there have nothing.
    let namespace = namespace(name.namespace) ?? Namespace(metadata: ObjectMeta(name: name.namespace))
    let rules = controlPlane.rules
    func readings(_ places: [MetadataPlace], of key: String) -> [PodExplanation.Reading] {
      places.map { .init(place: $0, evidence: $0.evidence(of: key, pod: pod, namespace: namespace)) }
    }
    let networking = report.outcome.dataplane?.networking
    let tags = networking?.gateway?.tags ?? networking?.inbound.first?.tags
    return PodExplanation(
      report: report,
      switches: readings(rules.injection.switchPlaces, of: KumaKey.sidecarInjection),
      meshes: readings(rules.mesh.controller.pod + rules.mesh.controller.namespace, of: KumaKey.mesh),
      services: serviceExplanations(for: report),
      droppedLabels: tags.map { controlPlane.droppedLabels(among: pod.metadata.labels, from: $0) } ?? [],
      findings: findings(on: report)
    )
  }

  /// Every Service of the Pod's namespace, by name.
  private func serviceExplanations(for report: PodReport) -> [ServiceExplanation] {
    let view = view(of: report.name.namespace)
    var shown: [ExactString: Service] = [:]
    // A preview fills target ports in, so its own copy of a Service is the one to tell of.
    for match in report.services { shown[ExactString(match.service.metadata.name)] = match.service }
    return view.services.sorted.map { service in
      let shown = shown[ExactString(service.metadata.name)] ?? service
      return explanation(of: service, shownAs: shown, for: report.pod, among: view.surroundings)
    }
  }

  private func explanation(
    of service: Service,
    shownAs shown: Service,
    for pod: Pod,
    among surroundings: Surroundings
  ) -> ServiceExplanation {
    let verdict: ServiceExplanation.Verdict
    do throws(MappingFailure) {
      let relation = try controlPlane.relation(of: service, to: pod, among: surroundings)
      let ports = shown.ports.map { port in
        ServiceExplanation.Port(port: port, resolution: PortResolution(of: port, on: pod))
      }
      verdict = relation.map { .belongs($0, ports: ports) } ?? reason(against: service, for: pod)
    } catch {
      verdict = .crash(error)
    }
    return ServiceExplanation(name: service.metadata.name, verdict: verdict)
  }

  private func reason(against service: Service, for pod: Pod) -> ServiceExplanation.Verdict {
    if controlPlane.isIgnored(service) {
      let value = service.metadata.annotations[KumaKey.ignore] ?? ""
      return .ignored(Evidence(.serviceAnnotation, key: KumaKey.ignore, value: value))
    }
    for wanted in controlPlane.effectiveSelector(of: service).entries {
      let found = pod.metadata.labels[wanted.key]
      if let found, found.hasSameBytes(as: wanted.value) { continue }
      return .labelDiffers(key: wanted.key, wanted: wanted.value, found: found)
    }
    return .noSelector
  }
}
