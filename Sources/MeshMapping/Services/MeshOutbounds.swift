import KubernetesObjects

/// The outbounds that a mesh gives its Pods, worked out once for all of them (TP-7, OUT-1 … OUT-3).
///
/// A class, though nothing of it ever changes: most Pods have the very same list.
final class MeshOutbounds: Sendable {
  /// All outbounds, by service.
  let all: [Dataplane.Outbound]
  /// Where those of a service stand.
  private let places: [ExactString: Range<Int>]
  /// Where those stand that lead to an address of a Pod.
  private let ofAddress: [ExactString: [Int]]
  /// Where those stand that lead to a Pod without an address.
  private let ofDataplane: [ObjectName: [Int]]
  /// The services of which an address is yet to come.
  private let awaited: Set<ExactString>
  /// Whether the validator refuses none of them (VALID-14).
  let areAllowed: Bool

  /// The outbounds that a mesh gives its Pods. O(*n* log *n*) for *n* endpoints.
  ///
  /// - Parameters:
  ///   - endpoints: What its Dataplanes offer.
  ///   - rules: The rules.
  ///   - address: What is known of the Service of a name; nil where there is none.
  init(of endpoints: MeshEndpoints, by rules: OutboundRules, at address: (ObjectName) -> ServiceAddress?) {
    var all: [Dataplane.Outbound] = []
    var places: [ExactString: Range<Int>] = [:]
    var awaited: Set<ExactString> = []
    var (ofAddress, ofDataplane): ([ExactString: [Int]], [ObjectName: [Int]]) = ([:], [:])
    for tag in endpoints.services.keys.sorted(by: { $0.string.precedesInBytes($1.string) }) {
      guard let (name, port) = ServiceAddress.parse(tag.string), let service = address(name) else { continue }
      if rules.externalName == .leftOut, service.isExternalName { continue }
      let isCounted = { (endpoint: MeshEndpoints.Endpoint) in rules.ignoredInbounds == .counted || !endpoint.isIgnored }
      let offers = (endpoints.services[tag] ?? [:]).mapValues { $0.filter(isCounted) }.filter { !$0.value.isEmpty }
      guard !offers.isEmpty else { continue }
      let first = all.count
      if service.isHeadless {
        for dataplane in offers.keys.sorted() {
          for endpoint in offers[dataplane] ?? [] {
            let tags: StringMap = [KumaKey.serviceTag: tag.string, KumaKey.instanceTag: endpoint.instance]
            if endpoint.address.isEmpty {
              ofDataplane[dataplane, default: []].append(all.count)
            } else {
              ofAddress[ExactString(endpoint.address), default: []].append(all.count)
            }
            all.append(Dataplane.Outbound(address: endpoint.address, port: endpoint.port, tags: tags))
          }
        }
      } else {
        all.append(.init(address: service.clusterIP, port: port, tags: [KumaKey.serviceTag: tag.string]))
      }
      places[tag] = first..<all.count
      // An alias of a name outside the cluster never gets an address.
      if !service.isExternalName, all[first...].contains(where: \.address.isEmpty) { awaited.insert(tag) }
    }
    self.all = all
    self.places = places
    self.ofAddress = ofAddress
    self.ofDataplane = ofDataplane
    self.awaited = awaited
    areAllowed = all.allSatisfy { $0.problems(at: "").isEmpty }
  }

  /// Whether any of some outbounds of the mesh has yet to be given its address. O(1) where none of the mesh has, else O(*n*).
  func isAwaited(anyOf outbounds: [Dataplane.Outbound]) -> Bool {
    guard !awaited.isEmpty else { return false }
    return outbounds.contains { outbound in
      outbound.address.isEmpty && outbound.tags[KumaKey.serviceTag].map { awaited.contains(ExactString($0)) } ?? false
    }
  }

  /// The outbounds of a Dataplane: all but those that lead to its own address, and only those of the services that it may reach
  /// where they are listed. O(1) where that leaves all of them; else O(*n*).
  ///
  /// - Parameters:
  ///   - name: The namespace and name of the Dataplane.
  ///   - address: Its address; empty where it has none yet.
  ///   - reachable: The services that it may reach; all where the list is empty.
  func outbounds(of name: ObjectName, at address: String, reaching reachable: [String]) -> [Dataplane.Outbound] {
    let own = (address.isEmpty ? ofDataplane[name] : ofAddress[ExactString(address)]) ?? []
    if reachable.isEmpty { return all(without: own) }
    let indices =
      Set(reachable.map { ExactString($0) }).compactMap { places[$0] }.sorted { $0.lowerBound < $1.lowerBound }
      .flatMap { Array($0) }
    let left = Set(own)
    return indices.filter { !left.contains($0) }.map { all[$0] }
  }

  /// All but some, which are given in order. O(1) where those are none.
  private func all(without left: [Int]) -> [Dataplane.Outbound] {
    if left.isEmpty { return all }
    var outbounds: [Dataplane.Outbound] = []
    outbounds.reserveCapacity(all.count)
    var next = 0
    for index in left {
      outbounds += all[next..<index]
      next = index + 1
    }
    return outbounds + all[next...]
  }
}
