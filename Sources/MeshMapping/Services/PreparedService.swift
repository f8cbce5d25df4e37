package import KubernetesObjects

/// A Service with what a control plane makes of it for every Pod behind it.
///
/// A class, though nothing of it ever changes: it is handed on for every Pod that the Service selects, and a value with a dozen
/// fields costs a dozen counted references each time.
package final class PreparedService: Sendable {
  package let service: Service
  /// The namespace and name.
  let name: ObjectName
  /// The labels that a Pod must have.
  let selector: StringMap
  /// The ports, in their order.
  package let ports: [PreparedPort]
  /// Whether the Service is annotated to be left out (SVC-3).
  let isIgnored: Bool
  /// Whether it gives listeners of a zone proxy and no inbounds (LSN-1).
  let givesListeners: Bool

  /// A Service as a control plane sees it.
  ///
  /// - Parameters:
  ///   - service: The Service.
  ///   - podNamespace: The namespace of the Pods; nil for the Service's own.
  ///   - filledInTargetPorts: The positions of the ports whose target port was filled in.
  ///   - controlPlane: The control plane.
  init(
    _ service: Service,
    podNamespace: String? = nil,
    filledInTargetPorts: [Int] = [],
    under controlPlane: ControlPlane
  ) {
    self.service = service
    name = ObjectName(of: service.metadata)
    selector = service.selector
    ports = service.ports.enumerated().map { index, port in
      let prepared = PreparedPort(port, of: service, podNamespace: podNamespace, under: controlPlane)
      return filledInTargetPorts.contains(index) ? prepared.withTargetPortFilledIn(port) : prepared
    }
    isIgnored = controlPlane.isIgnored(service)
    givesListeners = controlPlane.givesListeners(service)
  }

  /// Whether EndpointSlices may lead from the Service to Pods: behind `default/kubernetes` is the API server.
  var mayHaveEndpoints: Bool { !isIgnored && name != ObjectName(namespace: "default", name: "kubernetes") }

  /// A Service whose absent target ports are filled in, as the API server does on creation (PORT-5); itself where none is absent.
  var withTargetPortsFilledIn: PreparedService {
    guard ports.contains(where: \.isTargetPortAbsent) else { return self }
    return PreparedService(fillingIn: self)
  }

  private init(fillingIn other: PreparedService) {
    var service = other.service
    var ports = other.ports
    for index in ports.indices where ports[index].isTargetPortAbsent {
      service.ports[index].targetPort = .number(service.ports[index].port)
      ports[index] = ports[index].withTargetPortFilledIn(service.ports[index])
    }
    self.service = service
    self.ports = ports
    name = other.name
    selector = other.selector
    isIgnored = other.isIgnored
    givesListeners = other.givesListeners
  }

  /// The positions of the ports whose target port was filled in.
  var filledInTargetPorts: [Int] {
    ports.indices.filter { ports[$0].targetPortSource == .filledIn }
  }

  /// Whether the Service comes before another one by its name.
  func precedes(_ other: PreparedService) -> Bool {
    name.name.precedesInBytes(other.name.name)
  }
}

/// Equal are prepared versions of the same Service.
extension PreparedService: Hashable {
  /// Whether both are of the same Service, field by field.
  package static func == (left: PreparedService, right: PreparedService) -> Bool {
    left === right || (left.service == right.service && left.filledInTargetPorts == right.filledInTargetPorts)
  }

  /// Feeds the Service to a hasher.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(service)
  }
}
