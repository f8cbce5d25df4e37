import KubernetesObjects
import MeshMapping

/// The ports of the Services of a Pod, found by the name of the service that they give and by where they lead: of a Pod with many inbounds
/// each asks. Nothing is put together before it is asked for.
final class ServicePortNames {
  private let report: PodReport
  private lazy var byName: [ExactString: (service: ObjectName, port: Int)] = makeNames()
  private lazy var byTarget: [Int: [(service: Service, port: ServicePort)]] = makeTargets()

  init(of report: PodReport) {
    self.report = report
  }

  /// The first port that gives a service of a name.
  func first(named name: String) -> (service: ObjectName, port: Int)? { byName[ExactString(name)] }

  /// The ports that lead to one of the Pod, in the order of the Services.
  func ports(leadingTo number: Int) -> [(service: Service, port: ServicePort)] { byTarget[number] ?? [] }

  private func makeNames() -> [ExactString: (service: ObjectName, port: Int)] {
    var names: [ExactString: (service: ObjectName, port: Int)] = [:]
    for match in report.services {
      let service = ObjectName(of: match.service.metadata)
      for port in match.service.ports {
        let name = ExactString("\(ServiceName(of: match.service, port: port))")
        if names[name] == nil { names[name] = (service, port.port) }
      }
    }
    return names
  }

  private func makeTargets() -> [Int: [(service: Service, port: ServicePort)]] {
    var search = PortSearch()
    var targets: [Int: [(service: Service, port: ServicePort)]] = [:]
    for match in report.services {
      for port in match.service.ports {
        if let number = search.resolution(of: port, on: report.pod).number {
          targets[number, default: []].append((match.service, port))
        }
      }
    }
    return targets
  }
}
