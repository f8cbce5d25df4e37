import KubernetesObjects

/// Where others reach a zone.
enum AdvertisedPlace: Sendable, Hashable {
  /// At this address and port.
  case place(ExactString, port: Int)
  /// Nothing says it, or nothing yet.
  case none
  /// The input has no Node, which would say it.
  case unknown
}

extension ControlPlane {
  /// Where others reach a zone through a Pod that is a zone ingress (ZONE-2): what is annotated, or what the Service gives.
  ///
  /// - Throws: ``MappingFailure`` where the annotations are not both there, or no Node has an address.
  func advertisedPlace(
    of pod: Pod, through service: Service, among objects: any ObjectLookup
  ) throws(MappingFailure) -> AdvertisedPlace {
    let address = pod.metadata.annotations[KumaKey.ingressPublicAddress]
    let port = try pod.number(KumaKey.ingressPublicPort)
    switch (address, port) {
    case (let address?, let port?): return .place(ExactString(address), port: port)
    case (nil, nil): break
    case (_?, nil): throw .missingPublicPlace(key: ExactString(KumaKey.ingressPublicPort))
    case (nil, _?): throw .missingPublicPlace(key: ExactString(KumaKey.ingressPublicAddress))
    }
    switch service.type {
    case "LoadBalancer":
      guard let place = service.loadBalancer.first else { return .none }
      let name = place.ip.isEmpty ? place.hostname : place.ip
      return name.isEmpty ? .none : .place(ExactString(name), port: service.ports.first?.port ?? 0)
    case "NodePort": return try placeOnNode(service, among: objects)
    default: return .none
    }
  }

  /// The first address of the first Node, one from outside before one from inside. Which Node is the first Kuma leaves to chance; here
  /// it is the first by name.
  private func placeOnNode(_ service: Service, among objects: any ObjectLookup) throws(MappingFailure) -> AdvertisedPlace {
    switch objects.firstNode {
    case .unknown: return .unknown
    case .none: throw .noNodeAddress(node: nil)
    case .node(let node):
      for type in ["ExternalIP", "InternalIP"] {
        guard let found = node.addresses.first(where: { $0.type.hasSameBytes(as: type) }) else { continue }
        return .place(ExactString(found.address), port: service.ports.first?.nodePort ?? 0)
      }
      throw .noNodeAddress(node: ExactString(node.metadata.name))
    }
  }
}
