import KubernetesObjects
import MeshMapping

/// What the Dataplanes of one mesh offer to direct access: every inbound, and those of each name.
struct MeshDirectory {
  /// The listeners for all inbounds, in order, each place once.
  private(set) var all: [DirectAccessListener] = []
  /// The listeners for the inbounds of a service, in order.
  private(set) var services: [ExactString: [DirectAccessListener]] = [:]

  /// A Dataplane among those of the mesh.
  struct Member {
    /// The namespace and name of its Pod; a pattern where a workload has yet to make it, whose name its Dataplane cannot have.
    let name: ObjectName
    let dataplane: Dataplane
    /// How many Pods it stands for.
    var count = PodCount.exactly(1)
  }

  /// What some Dataplanes offer. O(*n* log *n*) for *n* inbounds.
  ///
  /// - Parameters:
  ///   - members: The Dataplanes of the mesh.
  ///   - matching: What names of services are held against.
  ///   - prometheus: The inbound that every proxy of the mesh has besides; nil for none.
  init(
    of members: some Sequence<Member>,
    by matching: DirectAccess.NameMatching,
    with prometheus: PrometheusInbound? = nil
  ) {
    var places: [Place: DirectAccessListener] = [:]
    var names: [ExactString: Set<Place>] = [:]
    for member in members {
      let dataplane = member.dataplane
      let label = dataplane.metadata.labels[KumaKey.serviceTag] ?? ""
      if let prometheus {
        let listener = DirectAccessListener(
          pod: member.name, address: dataplane.networking.address, port: prometheus.port(of: dataplane), count: member.count)
        let place = Place(of: listener)
        if places[place].map({ listener.pod < $0.pod }) ?? true { places[place] = listener }
        names[ExactString(prometheus.service), default: []].insert(place)
      }
      for inbound in dataplane.networking.inbound {
        let listener = DirectAccessListener(
          pod: member.name,
          address: inbound.address.isEmpty ? dataplane.networking.address : inbound.address,
          port: inbound.port,
          count: member.count
        )
        let place = Place(of: listener)
        if places[place].map({ listener.pod < $0.pod }) ?? true { places[place] = listener }
        switch matching {
        case .serviceTag: names[ExactString(inbound.tags[KumaKey.serviceTag] ?? ""), default: []].insert(place)
        case .serviceLabel: names[ExactString(label), default: []].insert(place)
        default: break
        }
      }
    }
    all = places.values.sorted()
    services = names.mapValues { $0.compactMap { places[$0] }.sorted() }
  }

  /// What makes two listeners one: the place that they listen at. Pods without an address are told apart by their names.
  struct Place: Hashable {
    let address: ExactString
    let port: Int

    init(of listener: DirectAccessListener) {
      address = ExactString(listener.address.isEmpty ? "\(listener.pod)" : listener.address)
      port = listener.port
    }

    init(address: String, port: Int) {
      self.address = ExactString(address)
      self.port = port
    }
  }
}
