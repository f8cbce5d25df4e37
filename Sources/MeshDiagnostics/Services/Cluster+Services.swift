import KubernetesObjects
public import MeshMapping

extension Cluster {
  /// The services of the cluster's meshes by name, as its Pods will give them once they are injected and run, with what should lead to
  /// a service and does not.
  ///
  /// O(*n* log *n*) for *n* Pods and Services, plus the cost of their previews.
  public func serviceOverview() -> ServiceOverview {
    let reports = previews()
    return ServiceOverview(
      services: ServiceCollection(of: reports, under: controlPlane).services,
      strayServices: strayServices(of: reports),
      strayEntries: DirectAccessOverview(of: reports, in: self).strayEntries + strayReachableServices(of: reports)
    )
  }

  /// The entries of reachable services that name no service of the Pod's mesh.
  private func strayReachableServices(of reports: [PodReport]) -> [StrayEntry] {
    var names: [ExactString: Set<ExactString>] = [:]
    var indices: [ExactString: ServiceNameIndex] = [:]
    var strays: [StrayEntry] = []
    for report in reports {
      guard let dataplane = report.outcome.dataplane else { continue }
      let entries = dataplane.networking.transparentProxying?.reachableServices ?? []
      // An empty entry is how a Pod is kept from reaching anything.
      guard entries.contains(where: { !$0.isEmpty }) else { continue }
      if names.isEmpty {
        names = Self.serviceNames(of: reports)
        indices = names.mapValues { ServiceNameIndex(of: $0.sorted().map(\.string)) }
      }
      let known = names[ExactString(dataplane.mesh)] ?? []
      for entry in entries where !entry.isEmpty && !known.contains(ExactString(entry)) {
        let nearest = indices[ExactString(dataplane.mesh)]?.nearest(to: entry)
        strays.append(
          StrayEntry(pod: report.name, annotation: KumaKey.reachableServices, entry: entry, nearest: nearest))
      }
    }
    return strays
  }

  /// The names of services by mesh, as the tags of Dataplanes give them.
  private static func serviceNames(of reports: [PodReport]) -> [ExactString: Set<ExactString>] {
    var names: [ExactString: Set<ExactString>] = [:]
    for dataplane in reports.lazy.compactMap(\.outcome.dataplane) {
      let tags = dataplane.networking.inbound.map(\.tags) + [dataplane.networking.gateway?.tags].compactMap(\.self)
      for service in tags.compactMap({ $0[KumaKey.serviceTag] }) {
        names[ExactString(dataplane.mesh), default: []].insert(ExactString(service))
      }
    }
    return names
  }
}

/// The services that Pods give, collected by mesh and name.
struct ServiceCollection {
  /// The services, by mesh and name.
  var services: [MeshService] {
    collected.map { key, found in
      MeshService(
        mesh: key.mesh.string,
        name: key.name.string,
        sources: found.sources.sorted { $0.phrase.precedesInBytes($1.phrase) },
        protocols: found.protocols.sorted { $0.name.precedesInBytes($1.name) },
        endpoints: found.endpoints.sorted()
      )
    }
    .sorted { left, right in
      left.mesh.hasSameBytes(as: right.mesh) ? left.name.precedesInBytes(right.name) : left.mesh.precedesInBytes(right.mesh)
    }
  }

  private struct Key: Hashable {
    let mesh: ExactString
    let name: ExactString
  }

  private struct Found {
    var sources: Set<MeshService.Source> = []
    var protocols: Set<MeshService.ApplicationProtocol> = []
    var endpoints: [ServiceEndpoint] = []
  }

  private var collected: [Key: Found] = [:]

  /// The services that Pods give.
  init(of reports: [PodReport], under controlPlane: ControlPlane) {
    for report in reports {
      guard let dataplane = report.outcome.dataplane else { continue }
      let names = ServicePortNames(of: report)
      if let gateway = dataplane.networking.gateway { add(gateway, of: dataplane, in: report, names) }
      for inbound in dataplane.networking.inbound {
        add(inbound, of: dataplane, in: report, under: controlPlane, names)
      }
    }
  }

  private mutating func add(
    _ gateway: Dataplane.Gateway, of dataplane: Dataplane, in report: PodReport, _ names: ServicePortNames
  ) {
    guard let name = gateway.tags[KumaKey.serviceTag] ?? gateway.tags[KumaKey.gatewayServiceName] else { return }
    let origin = gateway.tags.origin(of: KumaKey.serviceTag)
    let endpoint = ServiceEndpoint(
      pod: report.name, workload: report.workload, count: report.planned?.count ?? .exactly(1),
      address: dataplane.networking.address, port: nil, state: report.planned == nil ? .ready : nil)
    let source =
      origin == .gatewayAnnotation
      ? .gatewayAnnotation(report.workload, pod: report.name)
      : Self.source(of: name, from: origin, in: report, names)
    insert(endpoint, name, [source], Self.applicationProtocol(in: gateway.tags), in: dataplane.mesh)
  }

  private mutating func add(
    _ inbound: Dataplane.Inbound,
    of dataplane: Dataplane,
    in report: PodReport,
    under controlPlane: ControlPlane,
    _ names: ServicePortNames
  ) {
    let endpoint = ServiceEndpoint(inbound, of: dataplane, in: report)
    if let name = inbound.tags[KumaKey.serviceTag] {
      let source = Self.source(of: name, from: inbound.tags.origin(of: KumaKey.serviceTag), in: report, names)
      insert(endpoint, name, [source], Self.applicationProtocol(in: inbound.tags), in: dataplane.mesh)
      return
    }
    for (service, port) in names.ports(leadingTo: inbound.port) {
      let name = ObjectName(of: service.metadata)
      let said = controlPlane.appProtocol(of: service, port: port)
      insert(
        endpoint, "\(name):\(port.port)", [.servicePort(name, port: port.port)],
        .init(name: said.value, origin: said.origin), in: dataplane.mesh)
    }
  }

  private mutating func insert(
    _ endpoint: ServiceEndpoint,
    _ name: String,
    _ sources: [MeshService.Source],
    _ applicationProtocol: MeshService.ApplicationProtocol?,
    in mesh: String
  ) {
    let key = Key(mesh: ExactString(mesh), name: ExactString(name))
    collected[key, default: Found()].sources.formUnion(sources)
    if let applicationProtocol { collected[key, default: Found()].protocols.insert(applicationProtocol) }
    collected[key, default: Found()].endpoints.append(endpoint)
  }

  private static func applicationProtocol(in tags: Tags) -> MeshService.ApplicationProtocol? {
    tags[KumaKey.protocolTag].map { value in
      MeshService.ApplicationProtocol(name: value, origin: tags.origin(of: KumaKey.protocolTag) ?? .resource)
    }
  }

  /// What gives a service its name, by where the tag comes from.
  private static func source(
    of name: String, from origin: TagOrigin?, in report: PodReport, _ names: ServicePortNames
  ) -> MeshService.Source {
    switch origin {
    case .podLabel, .nodeLabel: return .label(pod: report.name)
    case .podName: return .pod(report.name)
    case .owner: return report.workload.map { .workload($0) } ?? .pod(report.name)
    default: break
    }
    if let (service, port) = names.first(named: name) { return .servicePort(service, port: port) }
    return report.workload.map { .workload($0) } ?? .pod(report.name)
  }
}
