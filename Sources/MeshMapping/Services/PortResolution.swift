public import KubernetesObjects

/// What a Service's target port is on a Pod (PORT-2, PORT-3).
public enum PortResolution: Sendable, Hashable {
  /// A port that a container declares.
  case declared(port: Int, name: ExactString, container: ExactString)
  /// A number that no container declares, which is open all the same as far as anybody knows.
  case undeclared(port: Int)
  /// A name that no container port of the same protocol has.
  case unresolved(name: ExactString)

  /// The number of the port; nil where the name is unresolved.
  public var number: Int? {
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
    self.init(of: port, at: pod.declaration(of: port), on: pod)
  }

  /// The target of a Service's port that is declared at a place of a Pod, or at none.
  init(of port: ServicePort, at place: PortTarget.Place?, on pod: Pod) {
    if let place {
      let declared = pod.containerPort(at: place)
      self = .declared(
        port: declared.containerPort, name: ExactString(declared.name), container: pod.spec.containers[place.container].id)
      return
    }
    switch port.targetPort {
    case .number(let number): self = .undeclared(port: number)
    case .name(let name): self = .unresolved(name: name)
    }
  }
}
