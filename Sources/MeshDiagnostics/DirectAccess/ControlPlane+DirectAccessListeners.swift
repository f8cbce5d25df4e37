import KubernetesObjects
public import MeshMapping

extension ControlPlane {
  /// The listeners that direct access adds to the proxy of a Dataplane: one for each address and port of the inbounds of other
  /// Dataplanes that are of a listed service, or for all of them where `*` is listed, without what is outbound already (DA-7).
  ///
  /// They are sorted by address as a string and by port, as the control plane sorts them. Ready or not does not matter, and the reserved
  /// port of a Pod without a Service counts; gateways have no inbound but that of Prometheus. O(*n* log *n*) for *n* inbounds.
  ///
  /// - Parameters:
  ///   - dataplane: The Dataplane, with its outbounds.
  ///   - others: The Dataplanes of its mesh. Those of its own name and namespace do not count.
  ///   - mesh: The Mesh: where its metrics go to Prometheus, each proxy has an inbound that no Dataplane shows. Nil for one that says nothing
  ///     of metrics.
  public func directAccessListeners(
    of dataplane: Dataplane,
    among others: some Sequence<Dataplane>,
    in mesh: Mesh? = nil
  ) -> [DirectAccessListener] {
    let matching = rules.transparentProxying.nameMatching
    let name = dataplane.objectName
    let members = others.filter { $0.objectName != name && $0.mesh.hasSameBytes(as: dataplane.mesh) }
      .map { MeshDirectory.Member(name: $0.objectName, dataplane: $0) }
    return directAccessListeners(
      of: dataplane, named: name,
      in: MeshDirectory(of: members, by: matching, with: PrometheusInbound(of: mesh, under: rules)),
      taken: Self.outboundPlaces(of: dataplane))
  }

  /// The listeners that direct access adds among what the mesh offers.
  func directAccessListeners(
    of dataplane: Dataplane,
    named name: ObjectName,
    in directory: MeshDirectory,
    taken: Set<MeshDirectory.Place>
  ) -> [DirectAccessListener] {
    let entries = dataplane.networking.transparentProxying?.directAccessServices ?? []
    guard !entries.isEmpty, isDirectAccessServed(dataplane) else { return [] }
    let isEverything = entries.contains { $0.hasSameBytes(as: DirectAccess.wildcard) }
    let candidates =
      isEverything ? directory.all : Self.merged(Set(entries.map { ExactString($0) }).compactMap { directory.services[$0] })
    return candidates.filter { $0.pod != name && !taken.contains(.init(of: $0)) }
  }

  /// Several lists in order as one, each place once.
  private static func merged(_ lists: [[DirectAccessListener]]) -> [DirectAccessListener] {
    if lists.count == 1 { return lists[0] }
    var places: Set<MeshDirectory.Place> = []
    return lists.flatMap(\.self).sorted().filter { places.insert(.init(of: $0)).inserted }
  }

  /// What a Dataplane reaches through its own outbounds.
  static func outboundPlaces(of dataplane: Dataplane) -> Set<MeshDirectory.Place> {
    Set(dataplane.networking.outbound.map { .init(address: $0.address, port: $0.port) })
  }

  /// Whether the control plane gives the proxy listeners for direct access at all: whether its traffic is redirected (DA-7).
  func isDirectAccessServed(_ dataplane: Dataplane) -> Bool {
    guard let proxying = dataplane.networking.transparentProxying else { return false }
    switch rules.transparentProxying.activation {
    case .alwaysOn, .listsAlone: return true
    case .annotation: return proxying.redirectPortInbound != 0 && proxying.redirectPortOutbound != 0
    // The lists are read only where it is on, and be it by a configuration that the Dataplane does not show.
    case .annotationOrConfiguration:
      let address = dataplane.networking.address
      return proxying.ipFamilyMode != .ipv4 || address.isEmpty || address.isIPv4Address
    }
  }
}

extension String {
  /// Whether the string is an address of IPv4, four numbers from 0 to 255 between dots.
  fileprivate var isIPv4Address: Bool {
    let parts = utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8(String(decoding: $0, as: UTF8.self)) != nil }
  }
}
