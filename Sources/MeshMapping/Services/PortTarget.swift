import KubernetesObjects

/// The port of a Pod that a port of a Service leads to (PORT-1, PORT-2, PORT-3): what ``PortResolution`` reports, as the mapping
/// needs it for every inbound.
struct PortTarget {
  /// The number of the port, as a field of 32 bits without a sign holds it.
  let number: Int
  /// Where a container declares the port; nil where none does.
  let place: Place?

  /// Where a container port stands in its Pod.
  struct Place {
    /// The index of the container.
    let container: Int
    /// The index of the port in the container.
    let port: Int
  }
}

extension Pod {
  /// Where the first container port stands that a port of a Service means; nil where there is none.
  func declaration(of target: ServicePort) -> PortTarget.Place? {
    for container in spec.containers.indices {
      for port in spec.containers[container].ports.indices
      where spec.containers[container].ports[port].isTarget(of: target) {
        return PortTarget.Place(container: container, port: port)
      }
    }
    return nil
  }

  /// The container port at a place of this Pod.
  func containerPort(at place: PortTarget.Place) -> ContainerPort {
    spec.containers[place.container].ports[place.port]
  }
}

extension ContainerPort {
  /// Whether a port of a Service means this one.
  fileprivate func isTarget(of port: ServicePort) -> Bool {
    guard transportProtocol == port.transportProtocol else { return false }
    return switch port.targetPort {
    case .number(let number): containerPort == number
    case .name(let name): self.name.hasSameBytes(as: name.string)
    }
  }
}
