public import KubernetesObjects

/// What a Service's target port is on a Pod (PORT-2, PORT-3).
public enum PortResolution: Sendable, Hashable {
  /// A port that a container declares.
  case declared(port: Int32, name: String, container: String)
  /// A number that no container declares, which is open all the same as far as anybody knows.
  case undeclared(port: Int32)
  /// A name that no container port of the same protocol has.
  case unresolved(name: String)

  /// The number of the port; nil where the name is unresolved.
  public var number: Int32? {
    switch self {
    case .declared(let port, _, _), .undeclared(let port): port
    case .unresolved: nil
    }
  }
}

extension PortResolution {
  /// Finds the target of a Service's port among the containers of a Pod; init containers are not looked at.
  /// O(*n*) for *n* container ports.
  public init(of port: ServicePort, on pod: Pod) {
    if let place = pod.declaration(of: port) {
      let container = pod.spec.containers[place.container]
      let declared = container.ports[place.port]
      self = .declared(port: declared.containerPort, name: declared.name, container: container.name)
      return
    }
    switch port.targetPort {
    case .number(let number): self = .undeclared(port: number)
    case .name(let name): self = .unresolved(name: name)
    }
  }
}

extension Pod {
  /// Where the first container port stands that is the target of a Service's port: the index of its container and its own there;
  /// nil where none is.
  func declaration(of target: ServicePort) -> (container: Int, port: Int)? {
    for container in spec.containers.indices {
      for port in spec.containers[container].ports.indices
      where spec.containers[container].ports[port].isTarget(of: target) { return (container, port) }
    }
    return nil
  }
}

extension ContainerPort {
  /// Whether a Service's port means this one.
  fileprivate func isTarget(of port: ServicePort) -> Bool {
    guard transportProtocol == port.transportProtocol else { return false }
    return switch port.targetPort {
    case .number(let number): containerPort == number
    case .name(let name): self.name.hasSameBytes(as: name)
    }
  }
}
