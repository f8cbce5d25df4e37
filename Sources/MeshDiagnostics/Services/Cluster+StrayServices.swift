import KubernetesObjects
import MeshMapping

extension Cluster {
  /// The Services that lead to no Pod in a mesh, by namespace and name.
  func strayServices(of reports: [PodReport]) -> [StrayService] {
    let use = ServiceUse(of: reports)
    return namespaceNames.flatMap { namespace in
      services(in: namespace).flatMap { service in
        let name = ObjectName(of: service.metadata)
        return reasons(against: service, named: name, used: use).map { StrayService(service: name, reason: $0) }
      }
    }
  }

  private func reasons(against service: Service, named name: ObjectName, used use: ServiceUse) -> [StrayService.Reason] {
    if use.served.contains(name) {
      return service.ports.compactMap { port in
        guard case .name(let target) = port.targetPort, port.transportProtocol == .tcp,
          !use.resolved.contains(ServiceUse.Port(service: name, number: port.port))
        else { return nil }
        return .unresolved(port: port.port, target: target)
      }
    }
    // The API server has it, and it leads to no Pod of anybody.
    if name == ObjectName(namespace: "default", name: "kubernetes") { return [] }
    if controlPlane.isIgnored(service) { return [.ignored] }
    if service.isExternalName { return [.externalName] }
    if !service.ports.contains(where: { $0.transportProtocol == .tcp }) { return [.noTCPPort] }
    if service.selector.isEmpty {
      return [completeness.known.contains(.endpointSlices) ? .namesNothing : .unknown(needs: .endpointSlices)]
    }
    return [reason(against: service, of: name, outside: use)]
  }

  /// Why a Service with a selector leads to no Pod in a mesh.
  private func reason(against service: Service, of name: ObjectName, outside use: ServiceUse) -> StrayService.Reason {
    let selector = controlPlane.effectiveSelector(of: service)
    let toCome = use.planned[ExactString(name.namespace)] ?? []
    let planned = toCome.filter { $0.labels.contains(selector) }
    let count =
      pods(in: name.namespace, selectedBy: selector).count + planned.reduce(0) { $0 + ($1.pods.count.number ?? 1) }
    if count > 0, use.undecided.contains(ExactString(name.namespace)) { return .unknown(needs: .namespaces) }
    if count > 0 { return use.failing.contains(name) ? .podsFail(count) : .podsOutsideMesh(count) }
    let undecided = toCome.lazy.compactMap { [controlPlane] in
      controlPlane.undecidedLabel(wantedBy: service, of: $0.pods, labelled: $0.labels)
    }
    if let label = undecided.first { return .labelUnknown(key: label.id, wanted: ExactString(label.value)) }
    let hasPods = !pods(in: name.namespace).isEmpty || use.planned[ExactString(name.namespace)] != nil
    return hasPods || completeness.known.contains(.pods) ? .selectsNothing : .unknown(needs: .pods)
  }
}

/// Which Services lead to Pods that have a Dataplane, and what is known of Pods that there are not yet.
private struct ServiceUse {
  /// A port of a Service.
  struct Port: Hashable {
    let service: ObjectName
    let number: Int
  }

  /// The Services that lead to a Pod with a Dataplane.
  private(set) var served: Set<ObjectName> = []
  /// The Services that lead to a Pod on which the control plane fails.
  private(set) var failing: Set<ObjectName> = []
  /// Their ports that lead to a port of such a Pod.
  private(set) var resolved: Set<Port> = []
  /// The namespaces of Pods of which nobody knows whether they are in a mesh, since that rests on a Namespace that is not in the input.
  private(set) var undecided: Set<ExactString> = []
  /// The Pods that workloads will make, by namespace.
  private(set) var planned: [ExactString: [(labels: StringMap, pods: WorkloadPods)]] = [:]

  init(of reports: [PodReport]) {
    for report in reports {
      if let pods = report.planned {
        planned[ExactString(report.name.namespace), default: []].append((report.pod.metadata.labels, pods))
      }
      if report.admission.decision.needs.contains(.namespaces) { undecided.insert(ExactString(report.name.namespace)) }
      guard report.outcome.resource != nil else {
        if report.outcome.verdict.action == .fail {
          for match in report.services { failing.insert(ObjectName(of: match.service.metadata)) }
        }
        continue
      }
      var search = PortSearch()
      let pod = report.pod
      for match in report.services {
        let name = ObjectName(of: match.service.metadata)
        served.insert(name)
        for port in match.service.ports where search.resolution(of: port, on: pod).number != nil {
          resolved.insert(Port(service: name, number: port.port))
        }
      }
    }
  }
}
