package import KubernetesObjects

/// Finds what ports of Services lead to on one Pod, one after the other; however many there are of both, in time linear in their sum.
package struct PortSearch {
  private var places = GrowingIndex<Key, PortTarget.Place>()

  /// What is compared of ports.
  private struct Key: Hashable {
    let transportProtocol: TransportProtocol
    let port: PortReference
  }

  /// A search on a Pod that nothing was looked for on.
  package init() {}

  /// What a port of a Service leads to on the Pod, which is the same in every call.
  package mutating func resolution(of port: ServicePort, on pod: Pod) -> PortResolution {
    PortResolution(of: port, at: declaration(of: port, on: pod), on: pod)
  }

  /// What a port of a Service leads to; nil where that is not TCP, or a name that no container port has.
  mutating func target(of port: ServicePort, on pod: Pod) -> PortTarget? {
    guard port.transportProtocol == .tcp else { return nil }
    if let place = declaration(of: port, on: pod) {
      return PortTarget(number: Int(UInt32(truncatingIfNeeded: pod.containerPort(at: place).containerPort)), place: place)
    }
    guard case .number(let number) = port.targetPort else { return nil }
    return PortTarget(number: Int(UInt32(truncatingIfNeeded: number)), place: nil)
  }

  private mutating func declaration(of port: ServicePort, on pod: Pod) -> PortTarget.Place? {
    places.find(
      Key(transportProtocol: port.transportProtocol, port: port.targetPort),
      looking: { pod.declaration(of: port) },
      all: {
        pod.spec.containers.enumerated().flatMap { container, value in
          value.ports.enumerated().flatMap { index, port in
            let place = PortTarget.Place(container: container, port: index)
            return [PortReference.number(port.containerPort), .name(port.name)].map {
              (Key(transportProtocol: port.transportProtocol, port: $0), place)
            }
          }
        }
      })
  }
}
