import KubernetesObjects
import MeshMapping

/// What the Dataplanes of one mesh offer to direct access: every inbound, and those of each name.
struct MeshDirectory {
  /// The listeners for all inbounds, in order, each place once.
  private(set) var all: [DirectAccessListener] = []
  /// The listeners for the inbounds of a service, in order.
  private(set) var services: [ExactString: [DirectAccessListener]] = [:]

  /// What some Dataplanes offer. O(*n* log *n*) for *n* inbounds.
  ///
  /// - Parameters:
  ///   - dataplanes: The Dataplanes of the mesh, in order.
  ///   - counts: How many Pods those stand for that stand for more than one.
  ///   - matching: What names of services are held against.
  init(
    of dataplanes: some Sequence<Dataplane>,
    counting counts: [ObjectName: PodCount] = [:],
    by matching: DirectAccess.NameMatching
  ) {
    var places: [Place: DirectAccessListener] = [:]
    var names: [ExactString: Set<Place>] = [:]
    for dataplane in dataplanes {
      let label = dataplane.metadata.labels[KumaKey.serviceTag] ?? ""
      let name = dataplane.objectName
      for inbound in dataplane.networking.inbound {
        let listener = DirectAccessListener(
          pod: name,
          address: inbound.address.isEmpty ? dataplane.networking.address : inbound.address,
          port: inbound.port,
          count: counts[name] ?? .exactly(1)
        )
        let place = Place(of: listener)
        if places[place] == nil { places[place] = listener }
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
