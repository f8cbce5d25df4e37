import KubernetesObjects
import MeshMapping

/// What an entry that names a service leads to in the input.
enum NamedService {
  /// A Service with such a port, or Pods without a Service.
  case found
  /// Unknown: the input has no Services, nothing of the namespace, or could not read the Service.
  case unknown
  /// The Service has no such port for TCP, and these.
  case noPort(Service, ports: [Int])
  /// The Service gives no inbounds at all, and why.
  case noInbounds(Service, why: String)
  /// There is no such Service, nor Pods of such a name without one; the name that is nearest, if any is near.
  case missing(nearest: String?)
}

extension Diagnostics {
  /// What the name of a service leads to.
  ///
  /// O(1) where the input has the Service; O(*n*) for *n* Services of the namespace where it does not.
  func service(named name: ServiceName) -> NamedService {
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
    if controlPlane.rules.inbounds.externalName == .nothing, service.isExternalName {
      return .noInbounds(service, why: "is of type ExternalName")
    }
    if controlPlane.isIgnored(service) {
      return .noInbounds(service, why: "is left out by its annotation \(KumaKey.ignore)")
    }
    let ports = service.ports.filter { $0.transportProtocol == .tcp }.map(\.port)
    return ports.contains(port) ? .found : .noPort(service, ports: ports)
  }

  private func podsWithoutService(named name: ServiceName) -> NamedService {
    let names = cluster.namesWithoutService(in: name.namespace)
    if names.isEmpty || names.contains(ExactString(name.name)) { return names.isEmpty ? .unknown : .found }
    // What is called so with a port is most likely what was meant.
    if let service = cluster.service(ObjectName(namespace: name.namespace, name: name.name)) {
      return .missing(nearest: service.ports.first.map { "\(ServiceName(of: service, port: $0))" })
    }
    let nearest = NearestName.of(name.name, among: names.map(\.string).sorted { $0.precedesInBytes($1) })
    return .missing(nearest: nearest.map { "\(ServiceName(name: $0, namespace: name.namespace))" })
  }

  /// The service that is most likely meant: one of the namespace with a name that is near, or one of the same name elsewhere.
  private func nearestService(to name: ServiceName) -> String? {
    let others = cluster.services(in: name.namespace).filter { !$0.ports.isEmpty }
    if let nearest = NearestName.of(name.name, among: others.map(\.metadata.name)),
      let service = others.first(where: { $0.metadata.name.hasSameBytes(as: nearest) })
    {
      return entry(of: service, port: name.port)
    }
    let elsewhere = cluster.namespaceNames.compactMap { namespace in
      cluster.service(ObjectName(namespace: namespace, name: name.name))
    }
    return elsewhere.count == 1 ? entry(of: elsewhere[0], port: name.port) : nil
  }

  private func entry(of service: Service, port: Int?) -> String? {
    let found = service.ports.first { $0.port == port } ?? service.ports.first
    return found.map { "\(ServiceName(of: service, port: $0))" }
  }
}

extension NamedService {
  /// Why an entry names nothing, as the end of a sentence that begins with the entry, and what to write instead of it, where that is
  /// known; nil where it names something, or nobody knows.
  func problem(of name: ServiceName) -> (phrase: String, instead: String?)? {
    switch self {
    case .found, .unknown: return nil
    case .noPort(let service, let ports):
      let list = ports.listed
      let instead = ports.count == 1 ? "\(ServiceName(name: name.name, namespace: name.namespace, port: ports[0]))" : nil
      let what = ports.isEmpty ? "no port for TCP" : ports.count == 1 ? "port \(list)" : "ports \(list)"
      let advice = instead.map { "; write \($0.printedSafely)" } ?? ""
      return ("names no port of Service \(service.metadata.name.printedSafely), which has \(what)\(advice)", instead)
    case .noInbounds(let service, let why):
      return ("names Service \(service.metadata.name.printedSafely), which \(why) and gives no inbounds", nil)
    case .missing(let nearest):
      let kind = name.port == nil ? "no Pods without a Service" : "no Service"
      let advice = nearest.map { "; did you mean \($0.printedSafely)?" } ?? ""
      return ("names \(kind) of namespace \(name.namespace.printedSafely)\(advice)", nearest)
    }
  }
}
