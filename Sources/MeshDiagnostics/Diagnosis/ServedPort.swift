import KubernetesObjects
import MeshMapping

/// A port of a Service that selects a Pod, and what it leads to there.
struct ServedPort {
  private let prepared: PreparedService
  /// The position of the port among those of the Service.
  let index: Int
  /// The port.
  let port: ServicePort
  /// What it leads to.
  let target: PortResolution

  /// The Service, in a preview with its absent target ports filled in.
  var service: Service { prepared.service }

  /// The ports of some Services that are TCP. O(*n* + *m*) for *n* ports of the Services and *m* of the Pod.
  static func ports(of services: [PreparedService], on pod: Pod) -> [ServedPort] {
    var search = PortSearch()
    return services.flatMap { prepared in
      prepared.ports.enumerated().compactMap { index, port in
        guard port.port.transportProtocol == .tcp else { return nil }
        let target = search.resolution(of: port.port, on: pod)
        return ServedPort(prepared: prepared, index: index, port: port.port, target: target)
      }
    }
  }

  /// A field of the port.
  func field(_ name: String) -> ObjectField {
    ServiceSubject.field(of: service, ["spec", "ports", .index(index), .key(ExactString(name))])
  }

  /// The port in words, e.g. `port 80 of Service web`, safe to print.
  var phrase: String { "port \(port.port) of Service \(service.metadata.name.printedSafely)" }
}
