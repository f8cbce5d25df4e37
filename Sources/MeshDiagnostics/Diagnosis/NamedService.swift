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
