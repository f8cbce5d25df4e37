import KubernetesObjects
import MeshMapping

/// What the names of services lead to in a cluster, looked up once for all who ask. It lives for one call.
final class NamedServices {
  private let cluster: Cluster
  private var known: [ServiceName: NamedService] = [:]
  private var namespaces: [ExactString: NameIndex] = [:]
  private var podNames: [ExactString: (all: [ExactString: [ObjectName]], index: NameIndex)] = [:]
  /// The Services that have ports, by name alone.
  private lazy var byName: [ExactString: [ObjectName]] = {
    var found: [ExactString: [ObjectName]] = [:]
    for service in cluster.namespaceNames.flatMap(cluster.services) {
      found[ExactString(service.metadata.name), default: []].append(ObjectName(of: service.metadata))
    }
    return found
  }()

  /// Nothing yet.
  init(in cluster: Cluster) {
    self.cluster = cluster
  }

  /// What the name of a service leads to. O(*n* log *n*) for *n* Services and Pods of a namespace that was not asked for yet.
  subscript(name: ServiceName) -> NamedService {
    if let found = known[name] { return found }
    let found = look(for: name)
    known[name] = found
    return found
  }

  private func look(for name: ServiceName) -> NamedService {
    guard let port = name.port else { return podsWithoutService(named: name) }
    let object = ObjectName(namespace: name.namespace, name: name.name)
    if let service = cluster.service(object) { return self.port(port, of: service) }
    let reference = ObjectReference(.service, namespace: name.namespace, name: name.name)
    guard cluster.hasServices, cluster.hasNamespace(name.namespace), !cluster.isUnreadable(reference) else {
      return .unknown
    }
    return .missing(nearest: nearestService(to: name))
  }

  private func port(_ port: Int, of service: Service) -> NamedService {
    if cluster.controlPlane.rules.inbounds.externalName == .nothing, service.isExternalName {
      return .noInbounds(service, why: "is of type ExternalName")
    }
    if cluster.controlPlane.isIgnored(service) {
      return .noInbounds(service, why: "is left out by its annotation \(KumaKey.ignore)")
    }
    let ports = service.ports.filter { $0.transportProtocol == .tcp }.map(\.port)
    return ports.contains(port) ? .found : .noPort(service, ports: ports)
  }

  private func podsWithoutService(named name: ServiceName) -> NamedService {
    let (names, index) = podNames(in: name.namespace)
    if names.isEmpty { return .unknown }
    // What is called so with a port is most likely what was meant.
    let named = cluster.service(ObjectName(namespace: name.namespace, name: name.name)).flatMap { entry(of: $0, port: nil) }
    if let pods = names[ExactString(name.name)] {
      return service(of: pods).map { .missing(nearest: named ?? $0) } ?? .found
    }
    if let named { return .missing(nearest: named) }
    guard let near = index.nearest(to: name.name) else { return .missing(nearest: nearestService(to: name)) }
    let meant = ServiceName(name: near, namespace: name.namespace)
    if case .missing(let nearest) = podsWithoutService(named: meant) { return .missing(nearest: nearest) }
    return .missing(nearest: "\(meant)")
  }

  /// The service, with a port, that all of some Pods are known by; nil where one of them has no Service.
  private func service(of pods: [ObjectName]) -> String? {
    var found: String?
    for report in cluster.previews(of: pods) {
      let inbounds = report.outcome.dataplane?.networking.inbound ?? []
      let names = inbounds.map { $0.tags[KumaKey.serviceTag].flatMap(ServiceName.init(reading:)) }
      let given =
        names.isEmpty
        ? cluster.services(leadingTo: report.pod, in: report.name.namespace).first.flatMap { entry(of: $0, port: nil) }
        : names.allSatisfy { $0?.port != nil } ? names.first?.map(\.description) : nil
      guard let given else { return nil }
      found = found ?? given
    }
    return found
  }

  private func podNames(in namespace: String) -> (all: [ExactString: [ObjectName]], index: NameIndex) {
    if let known = podNames[ExactString(namespace)] { return known }
    let names = cluster.podsByNameWithoutService(in: namespace)
    let found = (names, NameIndex(of: names.keys.map(\.string).sorted { $0.precedesInBytes($1) }))
    podNames[ExactString(namespace)] = found
    return found
  }

  /// The service that is most likely meant: one of the namespace with a name that is near, or one of the same name elsewhere.
  private func nearestService(to name: ServiceName) -> String? {
    if let nearest = serviceNames(in: name.namespace).nearest(to: name.name),
      let service = cluster.service(ObjectName(namespace: name.namespace, name: nearest))
    {
      return entry(of: service, port: name.port)
    }
    let elsewhere = byName[ExactString(name.name)] ?? []
    return elsewhere.count == 1 ? cluster.service(elsewhere[0]).flatMap { entry(of: $0, port: name.port) } : nil
  }

  private func serviceNames(in namespace: String) -> NameIndex {
    if let known = namespaces[ExactString(namespace)] { return known }
    let names = cluster.services(in: namespace).filter { !$0.ports.isEmpty }.map(\.metadata.name)
    let index = NameIndex(of: names)
    namespaces[ExactString(namespace)] = index
    return index
  }

  private func entry(of service: Service, port: Int?) -> String? {
    let found = service.ports.first { $0.port == port } ?? service.ports.first
    return found.map { "\(ServiceName(of: service, port: $0))" }
  }
}
