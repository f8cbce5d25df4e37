import KubernetesObjects

/// A Service with what a control plane makes of it for every Pod behind it.
///
/// A class, though nothing of it ever changes: it is handed on for every Pod that the Service selects, and a
/// value with a dozen fields costs a dozen counted references each time.
final class PreparedService: Sendable {
  let service: Service
  /// The namespace and name.
  let name: ObjectName
  /// The labels that a Pod must have.
  let selector: StringMap
  /// The ports, in their order.
  let ports: [PreparedPort]
  /// Whether the Service is annotated to be left out (SVC-3).
  let isIgnored: Bool
  /// Whether it gives listeners of a zone proxy and no inbounds (LSN-1).
  let givesListeners: Bool

  /// A Service as a control plane sees it for the Pods of a namespace, its own where none is given.
  init(_ service: Service, podNamespace: String? = nil, under controlPlane: ControlPlane) {
    self.service = service
    name = ObjectName(of: service.metadata)
    selector = service.selector
    let namespace = podNamespace ?? service.metadata.effectiveNamespace
    ports = service.ports.map { PreparedPort($0, of: service, podNamespace: namespace, under: controlPlane) }
    isIgnored = controlPlane.isIgnored(service)
    givesListeners = controlPlane.givesListeners(service)
  }

  /// A Service whose absent target ports are filled in, as the API server does on creation (PORT-5); itself where none is absent.
  var withTargetPortsFilledIn: PreparedService {
    guard ports.contains(where: { $0.port.targetPort == .number(0) }) else { return self }
    return PreparedService(fillingIn: self)
  }

  private init(fillingIn other: PreparedService) {
    var service = other.service
    for index in service.ports.indices where service.ports[index].targetPort == .number(0) {
      service.ports[index].targetPort = .number(service.ports[index].port)
    }
    self.service = service
    name = other.name
    selector = other.selector
    ports = zip(service.ports, other.ports).map { PreparedPort($0, as: $1) }
    isIgnored = other.isIgnored
    givesListeners = other.givesListeners
  }
}

/// Equal are prepared versions of the same Service.
extension PreparedService: Hashable {
  /// Whether both are of the same Service, field by field.
  static func == (left: PreparedService, right: PreparedService) -> Bool {
    left === right || left.service == right.service
  }

  /// Feeds the Service to a hasher.
  func hash(into hasher: inout Hasher) {
    hasher.combine(service)
  }
}
