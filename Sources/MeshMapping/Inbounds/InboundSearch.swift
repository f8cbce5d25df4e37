import KubernetesObjects

/// What is looked for on one Pod for each of its inbounds or listeners.
struct InboundSearch {
  private var ports = PortSearch()
  private var statuses = StatusSearch()

  /// What a port of a Service leads to; nil where that is not TCP, or a name that no container port has.
  mutating func target(of port: ServicePort, on pod: Pod) -> PortTarget? {
    ports.target(of: port, on: pod)
  }

  /// Whether the container that declares a target is ready; nil where none does, or nothing is known of it.
  mutating func readiness(of target: PortTarget, on pod: Pod) -> Bool? {
    target.place.flatMap { statuses.readiness(ofContainer: $0.container, of: pod) }
  }
}
