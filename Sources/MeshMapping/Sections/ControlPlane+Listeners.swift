public import KubernetesObjects

extension ControlPlane {
  /// Whether a Service gives listeners of a zone proxy and no inbounds (LSN-1).
  func givesListeners(_ service: Service) -> Bool {
    rules.inbounds.zoneProxyServices != .inbounds && service.metadata.labels[KumaKey.zoneProxyType] != nil
  }

  /// The listeners that Services with the label of zone proxies give a Pod (LSN-1 … LSN-3).
  ///
  /// - Throws: ``MappingFailure`` where a Service's label has another value than `ingress` or `egress`, or two Services of
  ///   different types share a port.
  public func listeners(of pod: Pod, through matches: [ServiceMatch]) throws(MappingFailure) -> [Dataplane.Listener] {
    try listeners(of: pod, from: matches.lazy.map(\.service))
  }

  /// The listeners that some Services give a Pod.
  func listeners(of pod: Pod, from services: some Sequence<Service>) throws(MappingFailure) -> [Dataplane.Listener] {
    var listeners: [Dataplane.Listener] = []
    var types: [Int: Dataplane.Listener.ListenerType] = [:]
    var search = InboundSearch()
    let sidecar = sidecarReadiness(of: pod)
    for service in services {
      guard let type = try listenerType(of: service) else { continue }
      for port in service.ports {
        guard let target = search.target(of: port, on: pod) else { continue }
        if let existing = types.updateValue(type, forKey: target.number) {
          guard existing == type else {
            throw .conflictingListeners(port: target.number, service: ExactString(service.metadata.name))
          }
          continue
        }
        let container = search.readiness(of: target, on: pod)
        listeners.append(
          Dataplane.Listener(
            type: type,
            address: pod.status.podIP,
            port: target.number,
            name: port.name.isEmpty ? "\(port.port)" : port.name,
            state: readiness(of: pod, container: container, sidecar: sidecar, relation: .selector).state
          )
        )
      }
    }
    return listeners
  }

  private func listenerType(of service: Service) throws(MappingFailure) -> Dataplane.Listener.ListenerType? {
    guard let value = service.metadata.labels[KumaKey.zoneProxyType] else { return nil }
    switch value {
    case "ingress": return .zoneIngress
    case "egress": return .zoneEgress
    default:
      throw .invalidZoneProxyType(
        service: ExactString(service.metadata.name),
        Evidence(.serviceLabel, key: KumaKey.zoneProxyType, value: value)
      )
    }
  }
}
