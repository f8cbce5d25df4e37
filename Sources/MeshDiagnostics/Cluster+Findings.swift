import KubernetesObjects
public import MeshMapping

extension Cluster {
  /// What the owner of a Pod would want to know about what happens to it, in the order of the stages, each finding once.
  public func findings(on report: PodReport) -> [Finding] {
    let labels = report.outcome.dataplane.map { labelFindings(of: report.pod, in: $0) } ?? []
    let all =
      refusals(on: report) + injectionFindings(on: report) + serviceFindings(on: report) + listenerFindings(on: report)
      + labels + proxyingFindings(on: report) + admissionFindings(on: report) + meshFindings(on: report)
    var seen: Set<Finding> = []
    return all.filter { seen.insert($0).inserted }
  }

  /// What is refused in the Mesh of the Pod, once somebody changes it.
  private func meshFindings(on report: PodReport) -> [Finding] {
    let problem = report.mesh.flatMap { controlPlane.problem(of: Mesh(name: $0.name)) }
    return problem.map { [.meshNameRefused($0)] } ?? []
  }

  /// What is refused, and what would be were it looked at.
  private func admissionFindings(on report: PodReport) -> [Finding] {
    if case .fail(.dataplaneRefused(let refusal)) = report.outcome.verdict {
      guard case .invalid(let problems) = refusal else { return [.dataplaneRefused(refusal)] }
      return problems.map(Finding.invalidDataplane)
    }
    guard let dataplane = report.outcome.dataplane, let namespace = namespace(report.name.namespace) else { return [] }
    switch controlPlane.dataplaneWebhooks(in: namespace) {
    // What passed is valid.
    case .asked: return []
    case .notAsked(.leftOut): return controlPlane.problems(of: dataplane).map(Finding.invalidDataplane)
    case .notAsked(let reason): return controlPlane.problems(of: dataplane).map { .invalidDataplaneStored($0, reason) }
    }
  }

  private func injectionFindings(on report: PodReport) -> [Finding] {
    var findings: [Finding] = []
    let decision = report.admission.decision
    if let evidence = decision.evidence, evidence.key == KumaKey.sidecarInjection,
      [.podAnnotation, .namespaceAnnotation].contains(evidence.place),
      controlPlane.rules.injection.switchPlaces.contains(.podLabel)
    {
      findings.append(.switchByAnnotation(evidence))
    }
    if let namespace = namespace(report.name.namespace) {
      for place in [MetadataPlace.podAnnotation, .namespaceAnnotation]
      where !controlPlane.rules.injection.switchPlaces.contains(place) {
        let evidence = place.evidence(of: KumaKey.sidecarInjection, pod: report.pod, namespace: namespace)
        if let evidence { findings.append(.switchNotRead(evidence)) }
      }
    }
    if let sidecar = report.pod.sidecarEvidence {
      if decision.verdict != .skip { findings.append(.sidecarNotLookedFor(sidecar)) }
      if case .skip(.alreadyInjected) = decision, report.pod.status.phase == "Running" {
        let anew = admissionAnew(of: report.pod, in: report.name.namespace).decision
        switch anew {
        // What fails now says why already.
        case .reject where report.outcome.verdict.action == .fail: break
        // Nobody knows what the input lacks.
        case .reject(.namespaceNotFound), .reject(.meshNotFound): break
        case .skip, .reject: findings.append(.wouldGetNoSidecar(anew, of: report.workload))
        case .inject, .unknown: break
        }
      }
    } else if case .inject = decision, report.pod.status.phase == "Running" {
      findings.append(.runsWithoutSidecar(of: report.workload))
    }
    return findings
  }

  /// Why the Pod, or its Dataplane, does not come to be. A Namespace that is not in the input is no refusal: nobody knows.
  private func refusals(on report: PodReport) -> [Finding] {
    var findings: [Finding] = []
    switch report.admission.decision {
    case .reject(.namespaceNotFound): break
    case .reject(let reason): findings.append(.podRefused(reason, of: report.workload))
    case .inject, .skip, .unknown: break
    }
    switch report.outcome.verdict {
    // What the webhooks refuse is told in more detail.
    case .fail(.namespaceNotFound), .fail(.dataplaneRefused): break
    case .fail(let failure): findings.append(.dataplaneFails(failure))
    case .apply, .delete, .leave, .pending, .unknown: break
    }
    return findings
  }

  private func serviceFindings(on report: PodReport) -> [Finding] {
    var findings: [Finding] = []
    for match in report.matches {
      let service = ExactString(match.service.service.metadata.name)
      findings += controlPlane.refusedProtocols(of: match.service.service).map { .serviceRefused(service: service, $0) }
      if controlPlane.rules.inbounds.externalName == .nothing, match.service.service.isExternalName {
        findings.append(.externalNameService(service: service))
        continue
      }
      for prepared in match.service.ports {
        let port = prepared.port
        guard port.transportProtocol == .tcp else {
          let name = ExactString(port.transportProtocol.name)
          findings.append(.portNotTCP(service: service, port: port.port, transportProtocol: name))
          continue
        }
        if case .unresolved(let name) = PortResolution(of: port, on: report.pod) {
          findings.append(.unresolvedTargetPort(service: service, port: port.port, name: name))
        }
        if prepared.targetPortSource == .filledIn {
          findings.append(.targetPortFilledIn(service: service, port: port.port))
        }
      }
    }
    return findings
  }

  /// The Services of zone proxies that give a Dataplane no listeners, which the control plane tells by an event.
  private func listenerFindings(on report: PodReport) -> [Finding] {
    guard controlPlane.rules.inbounds.zoneProxyServices == .listeners, let mesh = report.outcome.dataplane?.mesh else {
      return []
    }
    guard let service = report.matches.lazy.map(\.service.service).first(where: \.isOfZoneProxies) else { return [] }
    guard controlPlane.meshServicesMode(of: mesh, in: meshes) != .exclusive else { return [] }
    return [.zoneProxyListenersSkipped(service: ExactString(service.metadata.name), mesh: ExactString(mesh))]
  }

  private func labelFindings(of pod: Pod, in dataplane: Dataplane) -> [Finding] {
    let networking = dataplane.networking
    // The tags of a builtin gateway are annotated, and nobody expects the Pod's labels among them.
    guard networking.gateway?.type != .builtin else { return [] }
    guard let tags = networking.gateway?.tags ?? networking.inbound.first?.tags else { return [] }
    var findings: [Finding] = []
    for label in controlPlane.droppedLabels(among: pod.metadata.labels, from: tags) {
      switch label.reason {
      case .reserved where !Self.controlLabels.contains(label.key):
        findings.append(.reservedLabel(key: ExactString(label.key), value: ExactString(label.value)))
      case .empty: findings.append(.emptyLabel(key: ExactString(label.key)))
      case .overridden(let origin):
        findings.append(.overriddenLabel(key: ExactString(label.key), value: ExactString(label.value), by: origin))
      case .reserved, .tagsDisabled, .providedGateway, .builtinGateway: break
      }
    }
    let isConverted = { (tag: KumaTag) in tag.origin == .podLabel && ReservedKey.isReserved(tag.key) }
    if !tags.allLayersSatisfy({ !isConverted($0) }) {
      for tag in tags.sorted where isConverted(tag) && !Self.controlLabels.contains(tag.key) {
        findings.append(.reservedLabelConverted(key: ExactString(tag.key), value: ExactString(tag.value)))
      }
    }
    let isPlaceholder = networking.inbound.first?.port == Dataplane.reservedPort
    return findings + (isPlaceholder ? differences(of: pod) : [])
  }

  /// Where the documented rules differ from every release about a Pod without a Service.
  private func differences(of pod: Pod) -> [Finding] {
    let rules = controlPlane.rules.tags
    var findings: [Finding] = []
    if rules.reservedLabelsWithoutService == .dropped,
      pod.metadata.labels.entries.contains(where: { !$0.value.isEmpty && ReservedKey.isReserved($0.key) })
    {
      findings.append(.differsFromReleases(.reservedLabelsWithoutService))
    }
    let isNamedOtherwise = !pod.metadata.ownerReferences.isEmpty || ControlPlane.hasSuffixes(pod.metadata.name)
    if rules.nameWithoutService == .podName, isNamedOtherwise { findings.append(.differsFromReleases(.nameWithoutService)) }
    return findings
  }

  private func proxyingFindings(on report: PodReport) -> [Finding] {
    guard let networking = report.outcome.dataplane?.networking else { return [] }
    let rules = controlPlane.rules.transparentProxying
    var findings: [Finding] = []
    let entries = networking.transparentProxying?.directAccessServices ?? []
    let isEveryService = entries.contains { $0.hasSameBytes(as: DirectAccess.wildcard) }
    for entry in entries {
      if entry.hasSameBytes(as: DirectAccess.wildcard) {
        findings.append(rules.nameMatching == .nothing ? .directAccessToEveryServiceOnly : .directAccessToEveryService)
      } else if rules.nameMatching != .serviceTag {
        if !isEveryService { findings.append(.directAccessName(ExactString(entry), rules.nameMatching)) }
      } else {
        do throws(ServiceNameError) {
          _ = try ServiceName(parsing: entry)
        } catch {
          findings.append(.directAccessEntry(ExactString(entry), error))
        }
      }
    }
    let annotation = report.pod.metadata.annotations[KumaKey.directAccessServices] ?? ""
    if rules.directAccess == .documented, AnnotationList.hasWhitespace(annotation) {
      findings.append(.differsFromReleases(.whitespaceInDirectAccess))
    }
    if controlPlane.rules.outbounds.virtualIPs == .present { findings.append(.outboundsNotMapped) }
    return findings
  }

  /// Reserved labels that are meant for Kuma, so that nobody expects them to be tags.
  private static let controlLabels = [KumaKey.sidecarInjection, KumaKey.mesh, KumaKey.zoneProxyType]
}

extension Pod {
  /// The sidecar of the Pod, wherever it stands; nil where it has none.
  fileprivate var sidecarEvidence: Evidence? {
    let isSidecar = { (container: Container) in container.name == KumaContainer.sidecar }
    if spec.containers.contains(where: isSidecar) {
      return Evidence(.podContainer, key: "name", value: KumaContainer.sidecar)
    }
    guard spec.initContainers.contains(where: isSidecar) else { return nil }
    return Evidence(.podInitContainer, key: "name", value: KumaContainer.sidecar)
  }
}
