public import KubernetesObjects
public import MeshMapping

/// What direct access means in a cluster, and what it costs.
public struct DirectAccessOverview: Sendable, Hashable {
  /// The Pods that list services to reach directly, by namespace and name.
  public let pods: [PodDirectAccess]

  /// The Pods that list services and get no Dataplane, so that the list does nothing, by namespace and name.
  public let withoutDataplane: [ObjectName]

  /// An overview of the given Pods.
  public init(pods: [PodDirectAccess], withoutDataplane: [ObjectName] = []) {
    self.pods = pods
    self.withoutDataplane = withoutDataplane
  }

  /// How many listeners direct access adds to all proxies together; at least so many, where it is unknown how many Pods a workload makes.
  /// O(*n*).
  public var listenerCount: Int { pods.reduce(0) { $0 + $1.listenerCount * ($1.count.number ?? 1) } }

  /// The entries that name nothing, by Pod and in the order written. O(*n*).
  public var strayEntries: [StrayEntry] {
    pods.flatMap { pod in
      pod.entries.filter(\.answer.isNothing).map { entry in
        StrayEntry(
          pod: pod.pod, annotation: KumaKey.directAccessServices, entry: entry.name, nearest: entry.answer.nearest?.string)
      }
    }
  }
}

extension Cluster {
  /// What the direct access of the cluster's Pods means, once they are injected and run, and what it costs (DA-1 … DA-7).
  ///
  /// Dataplanes whose Pods are not in the input count among what is reached. O(*n* log *n*) for *n* inbounds, and O(*n*) for each Pod that
  /// lists `*`; plus the cost of the previews.
  public func directAccess() -> DirectAccessOverview {
    DirectAccessOverview(of: previews(), in: self)
  }
}

extension DirectAccessOverview {
  /// What the direct access of some Pods means among all of a cluster.
  init(of reports: [PodReport], in cluster: Cluster) {
    let isAsked = { (report: PodReport) in
      !(report.outcome.dataplane?.networking.transparentProxying?.directAccessServices.isEmpty ?? true)
    }
    let without = reports.filter { report in
      report.outcome.resource == nil
        && !(report.pod.metadata.annotations[KumaKey.directAccessServices] ?? "").isEmpty
    }.map(\.name)
    guard reports.contains(where: isAsked) else {
      self.init(pods: [], withoutDataplane: without)
      return
    }
    let surroundings = DirectAccessSurroundings(of: reports, in: cluster)
    self.init(pods: reports.filter(isAsked).compactMap(surroundings.answer), withoutDataplane: without)
  }
}

/// What the meshes of a cluster offer to direct access.
private struct DirectAccessSurroundings {
  private let cluster: Cluster
  private let controlPlane: ControlPlane
  private var directories: [ExactString: MeshDirectory] = [:]
  /// By mesh, the names of its services, for whoever mistyped one.
  private var names: [ExactString: ServiceNameIndex] = [:]
  /// By mesh, what the virtual IPs of headless Services take, by service.
  private var virtualPlaces: [ExactString: [ExactString: [MeshDirectory.Place]]] = [:]

  init(of reports: [PodReport], in cluster: Cluster) {
    self.cluster = cluster
    controlPlane = cluster.controlPlane
    let matching = controlPlane.rules.transparentProxying.nameMatching
    let known = Set(reports.map(\.name))
    let own = reports.compactMap { report in
      report.outcome.dataplane.map {
        MeshDirectory.Member(name: report.name, dataplane: $0, count: report.planned?.count ?? .exactly(1))
      }
    }
    let others = cluster.existingDataplanes.filter { !known.contains($0.objectName) }
      .map { MeshDirectory.Member(name: $0.objectName, dataplane: $0) }
    for (mesh, members) in Dictionary(grouping: own + others, by: { ExactString($0.dataplane.mesh) }) {
      let prometheus = PrometheusInbound(of: cluster.meshes.mesh(mesh.string), under: controlPlane.rules)
      let directory = MeshDirectory(of: members, by: matching, with: prometheus)
      directories[mesh] = directory
      names[mesh] = ServiceNameIndex(of: directory.services.keys.sorted().map(\.string).filter { !$0.isEmpty })
    }
    guard controlPlane.keepsOutboundsApart else { return }
    for report in reports {
      guard let dataplane = report.outcome.dataplane,
        controlPlane.meshServicesMode(of: dataplane.mesh, in: cluster.meshes) != .exclusive
      else { continue }
      for match in report.services where match.service.isHeadless {
        for port in match.service.ports {
          let name = ExactString(ServiceName(of: match.service, port: port).description)
          let place = MeshDirectory.Place(address: dataplane.networking.address, port: port.port)
          virtualPlaces[ExactString(dataplane.mesh), default: [:]][name, default: []].append(place)
        }
      }
    }
  }

  /// What the direct access of a Pod means.
  func answer(_ report: PodReport) -> PodDirectAccess? {
    guard let dataplane = report.outcome.dataplane else { return nil }
    let mesh = ExactString(dataplane.mesh)
    guard let directory = directories[mesh], let proxying = dataplane.networking.transparentProxying else { return nil }
    let taken = places(takenBy: dataplane)
    let listeners = controlPlane.directAccessListeners(of: dataplane, named: report.name, in: directory, taken: taken)
    let named = controlPlane.directAccessListeners(of: dataplane, named: report.name, in: directory, taken: [])
    let entries = proxying.directAccessServices
    let isEverything = entries.contains { $0.hasSameBytes(as: DirectAccess.wildcard) }
    return PodDirectAccess(
      pod: report.name,
      workload: report.workload,
      count: report.planned?.count ?? .exactly(1),
      mesh: dataplane.mesh,
      entries: entries.map { .init(name: $0, answer: answer($0, of: report.name, in: dataplane.mesh, directory)) },
      isServed: controlPlane.isDirectAccessServed(dataplane),
      listeners: listeners,
      outboundAlready: named.filter { taken.contains(.init(of: $0)) },
      replacement: isEverything ? replacement(for: listeners, in: directory) : nil
    )
  }

  private func answer(
    _ entry: String,
    of name: ObjectName,
    in mesh: String,
    _ directory: MeshDirectory
  ) -> PodDirectAccess.Answer {
    if entry.hasSameBytes(as: DirectAccess.wildcard) { return .everyService }
    if let found = directory.services[ExactString(entry)] {
      return .places(found.filter { $0.pod != name })
    }
    let matching = controlPlane.rules.transparentProxying.nameMatching
    guard matching == .serviceTag else { return .notMatched(matching) }
    let nearest = names[ExactString(mesh)]?.nearest(to: entry).map { ExactString($0) }
    do throws(ServiceNameError) {
      if cluster.hasPort(named: try ServiceName(parsing: entry)) { return .unoffered }
      return .nothing(nearest: nearest)
    } catch {
      return .noName(error, nearest: nearest)
    }
  }

  /// What is outbound for a Dataplane already: what is written into it, and what the control plane keeps apart from it.
  private func places(takenBy dataplane: Dataplane) -> Set<MeshDirectory.Place> {
    var taken = ControlPlane.outboundPlaces(of: dataplane)
    guard let virtual = virtualPlaces[ExactString(dataplane.mesh)] else { return taken }
    let reachable = dataplane.networking.transparentProxying?.reachableServices ?? []
    let services = reachable.isEmpty ? Array(virtual.keys) : reachable.map { ExactString($0) }
    for service in services { taken.formUnion(virtual[service] ?? []) }
    return taken
  }

  /// The names that give the same listeners as `*`, as few as the names that give any; nil where names do not count.
  private func replacement(for listeners: [DirectAccessListener], in directory: MeshDirectory) -> [String]? {
    guard controlPlane.rules.transparentProxying.nameMatching == .serviceTag else { return nil }
    let wanted = Set(listeners.map(MeshDirectory.Place.init(of:)))
    return directory.services.filter { name, places in
      !name.string.isEmpty && places.contains { wanted.contains(.init(of: $0)) }
    }
    .keys.sorted().map(\.string)
  }
}

extension Cluster {
  /// Whether there is a port for TCP that a name of a service says.
  fileprivate func hasPort(named name: ServiceName) -> Bool {
    let service = service(ObjectName(namespace: name.namespace, name: name.name))
    return service?.ports.contains { $0.port == name.port && $0.transportProtocol == .tcp } ?? false
  }
}

extension ControlPlane {
  /// Whether the control plane keeps the outbounds of a mesh as virtual IPs, apart from Dataplanes (TP-7).
  fileprivate var keepsOutboundsApart: Bool {
    switch rules.outbounds.writing {
    case .always, .never: false
    case .byDefault, .whereSet: !writesOutbounds
    }
  }
}
