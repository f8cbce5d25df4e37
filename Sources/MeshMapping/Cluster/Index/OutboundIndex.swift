import KubernetesObjects

/// What the Dataplanes of a cluster offer, by mesh, and the outbounds that each mesh gives its Pods.
///
/// Kept only where a control plane writes outbounds into Dataplanes. It knows the Services of all namespaces, so that a part of a
/// cluster has what the whole has.
struct OutboundIndex: Sendable {
  private var endpoints: [ExactString: MeshEndpoints] = [:]
  private var services: [ObjectName: ServiceAddress] = [:]
  /// The Dataplanes that there are.
  private var dataplanes: Set<ObjectName> = []
  /// The outbounds of each mesh, as its Dataplanes make them.
  private var lists: [ExactString: MeshOutbounds] = [:]
  /// The meshes whose outbounds are to be worked out anew.
  private var stale: Set<ExactString> = []
  /// The outbounds of each mesh, as the Dataplanes would make them that previews give; nil where nobody worked them out.
  private(set) var listsOfPreviews: [ExactString: MeshOutbounds]?
  /// What the input would have to hold for the outbounds of previews to be known.
  private(set) var needsOfPreviews = OutboundNeeds()
  /// Whose outbounds are looked up.
  private var isOfPreviews = false

  /// Whether a Dataplane exists.
  var hasDataplanes: Bool { !dataplanes.isEmpty }

  /// The outbounds that a mesh gives its Pods; nil where it has none.
  func outbounds(of mesh: String) -> MeshOutbounds? {
    (isOfPreviews ? listsOfPreviews ?? lists : lists)[ExactString(mesh)]
  }

  /// Whether previews are given the same outbounds as by another index.
  func isSameForPreviews(as other: OutboundIndex) -> Bool {
    (listsOfPreviews ?? lists).mapValues(\.all) == (other.listsOfPreviews ?? other.lists).mapValues(\.all)
  }

  /// Adds a Dataplane that was not there.
  mutating func insert(_ dataplane: Dataplane) {
    let mesh = ExactString(dataplane.mesh)
    endpoints[mesh, default: MeshEndpoints()].insert(dataplane)
    dataplanes.insert(dataplane.objectName)
    stale.insert(mesh)
    forgetPreviews()
  }

  /// Removes a Dataplane.
  mutating func remove(_ dataplane: Dataplane) {
    let mesh = ExactString(dataplane.mesh)
    endpoints[mesh]?.remove(dataplane)
    dataplanes.remove(dataplane.objectName)
    stale.insert(mesh)
    forgetPreviews()
  }

  /// Makes the Service of a name be the given one, or none.
  mutating func set(_ service: Service?, named name: ObjectName) {
    let address = service.map(ServiceAddress.init)
    guard services[name] != address else { return }
    services[name] = address
    stale.formUnion(endpoints.keys)
    forgetPreviews()
  }

  /// Forgets what previews give, since something changed that they look at.
  mutating func forgetPreviews() {
    listsOfPreviews = nil
    needsOfPreviews = OutboundNeeds()
  }

  /// Adds what another part of the same cluster holds.
  mutating func merge(_ other: OutboundIndex) {
    endpoints.merge(other.endpoints) { mine, others in
      var merged = mine
      merged.merge(others)
      return merged
    }
    services.merge(other.services) { $1 }
    dataplanes.formUnion(other.dataplanes)
    stale.formUnion(endpoints.keys)
    forgetPreviews()
  }

  /// Works out the outbounds of the meshes in which something changed. O(*n* log *n*) for *n* endpoints of these meshes.
  mutating func prepare(by rules: OutboundRules) {
    for mesh in stale { lists[mesh] = endpoints[mesh].map { outbounds($0, by: rules) } }
    stale = []
  }

  /// The index under other rules: the outbounds of all meshes are worked out again. O(*n* log *n*) for *n* endpoints.
  func prepared(by rules: OutboundRules) -> OutboundIndex {
    var index = self
    index.stale = Set(endpoints.keys)
    index.prepare(by: rules)
    index.forgetPreviews()
    return index
  }

  /// The index, where the outbounds are those that Dataplanes give which are yet to be made.
  ///
  /// - Parameters:
  ///   - dataplanes: The Dataplanes.
  ///   - needs: What the input would have to hold for one to know what they offer.
  ///   - rules: The rules.
  func ofPreviews(
    _ dataplanes: some Sequence<Dataplane>,
    needing needs: OutboundNeeds,
    by rules: OutboundRules
  ) -> OutboundIndex {
    var meshes: [ExactString: MeshEndpoints] = [:]
    for dataplane in dataplanes { meshes[ExactString(dataplane.mesh), default: MeshEndpoints()].insert(dataplane) }
    var index = self
    index.listsOfPreviews = meshes.mapValues { outbounds($0, by: rules) }
    index.needsOfPreviews = needs
    return index
  }

  /// The index that looks up what previews give, as far as somebody worked it out.
  var lookingAtPreviews: OutboundIndex {
    var index = self
    index.isOfPreviews = true
    return index
  }

  private func outbounds(_ endpoints: MeshEndpoints, by rules: OutboundRules) -> MeshOutbounds {
    MeshOutbounds(of: endpoints, by: rules) { services[$0] }
  }
}

extension OutboundIndex {
  /// Whether the outbounds of a mesh become others once a Dataplane is as given.
  func isChanged(by old: Dataplane?, becoming new: Dataplane?, _ rules: OutboundRules) -> Bool {
    [old, new].compactMap { $0.map { ExactString($0.mesh) } }.contains { mesh in
      let before = Self.counted(old, in: mesh, rules)
      let after = Self.counted(new, in: mesh, rules)
      let name = (new ?? old)?.objectName
      return Set(before.keys).union(after.keys).contains { service in
        guard before[service] != after[service],
          let address = ServiceAddress.parse(service.string).flatMap({ services[$0.service] })
        else { return false }
        if address.isHeadless { return true }
        // One address stands for all Pods behind a Service: it comes with the first of them and goes with the last.
        let isOfOthers = endpoints[mesh]?.services[service]?.contains { other in
          other.key != name && other.value.contains { rules.ignoredInbounds == .counted || !$0.isIgnored }
        }
        return !(isOfOthers ?? false) && (before[service] == nil) != (after[service] == nil)
      }
    }
  }

  /// Whether the outbounds of a mesh become others once the Service of a name is as given. O(*n*) for *n* services.
  func isChanged(by name: ObjectName, becoming service: Service?) -> Bool {
    guard services[name] != service.map(ServiceAddress.init) else { return false }
    return endpoints.values.contains { mesh in
      mesh.services.keys.contains { ServiceAddress.parse($0.string)?.service == name }
    }
  }

  private static func counted(
    _ dataplane: Dataplane?, in mesh: ExactString, _ rules: OutboundRules
  ) -> [ExactString: [MeshEndpoints.Endpoint]] {
    guard let dataplane, ExactString(dataplane.mesh) == mesh else { return [:] }
    return MeshEndpoints.endpoints(of: dataplane)
      .mapValues { $0.filter { rules.ignoredInbounds == .counted || !$0.isIgnored } }
      .filter { !$0.value.isEmpty }
  }
}
