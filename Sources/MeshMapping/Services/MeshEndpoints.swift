import KubernetesObjects

/// What the Dataplanes of a mesh offer, by service: what the outbounds of the mesh are made of (OUT-1, OUT-2).
struct MeshEndpoints: Sendable {
  /// By service, what each Dataplane offers of it.
  private(set) var services: [ExactString: [ObjectName: [Endpoint]]] = [:]

  /// A port of a Dataplane that offers a service.
  struct Endpoint: Sendable, Hashable {
    /// The address; empty where the cluster has yet to give one.
    @ByteExact private(set) var address: String
    let port: Int
    /// The tag of the instance; empty where there is none.
    @ByteExact private(set) var instance: String
    /// Whether the inbound is ignored.
    let isIgnored: Bool
  }

  /// What the given Dataplanes offer.
  init(of dataplanes: some Sequence<Dataplane> = []) {
    for dataplane in dataplanes { insert(dataplane) }
  }

  /// What a Dataplane offers, by service, in the order of its inbounds.
  static func endpoints(of dataplane: Dataplane) -> [ExactString: [Endpoint]] {
    var services: [ExactString: [Endpoint]] = [:]
    for inbound in dataplane.networking.inbound {
      guard let service = inbound.tags[KumaKey.serviceTag] else { continue }
      let endpoint = Endpoint(
        address: inbound.address.isEmpty ? dataplane.networking.address : inbound.address,
        port: inbound.port,
        instance: inbound.tags[KumaKey.instanceTag] ?? "",
        isIgnored: inbound.state == .ignored
      )
      services[ExactString(service), default: []].append(endpoint)
    }
    return services
  }

  /// Adds what a Dataplane offers.
  mutating func insert(_ dataplane: Dataplane) {
    let name = ObjectName(namespace: dataplane.metadata.namespace, name: dataplane.metadata.name)
    for (service, endpoints) in Self.endpoints(of: dataplane) { services[service, default: [:]][name] = endpoints }
  }

  /// Removes what a Dataplane offers.
  mutating func remove(_ dataplane: Dataplane) {
    let name = ObjectName(namespace: dataplane.metadata.namespace, name: dataplane.metadata.name)
    for service in Self.endpoints(of: dataplane).keys {
      services[service]?[name] = nil
      if services[service]?.isEmpty ?? false { services[service] = nil }
    }
  }

  /// Adds what other Dataplanes of the mesh offer.
  mutating func merge(_ other: MeshEndpoints) {
    services.merge(other.services) { $0.merging($1) { $1 } }
  }
}
