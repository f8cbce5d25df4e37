import KubernetesObjects

/// The Services of a namespace, found for a Pod through its labels: each is filed under the rarest pair of its selector, so that
/// few are looked at in vain and nothing scans the namespace.
struct ServiceIndex: Sendable {
  private var services: [ExactString: Filed] = [:]
  private var byRarestPair = ServicesByPair()
  /// How many selectors have a pair.
  private var frequencies: [StringMap.Entry: Int] = [:]
  /// The Services whose selector has a label, by its key and then by name.
  private var byKey: [ExactString: [ExactString: PreparedService]] = [:]
  /// The Services that labels do not lead to, by name: without a selector, where EndpointSlices are read, or with one that is
  /// emptied. Every Pod looks at each of them.
  private var unindexed: [PreparedService] = []
  /// The Services that make the Pods behind them zone proxies, by name; mostly none.
  private(set) var zoneProxies: [Service] = []

  /// A Service and the pair that it is filed under, if any.
  private struct Filed {
    let service: PreparedService
    let pair: StringMap.Entry?
  }

  /// The Service of a name.
  subscript(name: String) -> Service? { services[ExactString(name)]?.service.service }

  /// Those of the Services that have no selector, by name, behind which EndpointSlices may show Pods; none where the release does
  /// not read those. O(*n*) for *n* Services that labels do not lead to.
  var withoutSelector: [PreparedService] {
    unindexed.filter { $0.selector.isEmpty && $0.mayHaveEndpoints }
  }

  /// All Services, in no order.
  var all: some Sequence<Service> { services.values.lazy.map(\.service.service) }

  /// All Services by name. O(*n* log *n*).
  var sorted: [PreparedService] { services.values.map(\.service).sorted { $0.precedes($1) } }

  /// The Services whose selector has one of some labels, by its key; one that has several is there as often, in no order.
  func services(selectingBy keys: [String]) -> [PreparedService] {
    keys.flatMap { byKey[ExactString($0)]?.values.map(\.self) ?? [] }
  }

  /// The index of some Services; of two with the same name the last one holds. O(*n* log *n*).
  init(_ services: some Sequence<Service> = [], under controlPlane: ControlPlane) {
    var latest: [ExactString: Service] = [:]
    for service in services { latest[ExactString(service.metadata.name)] = service }
    // The frequencies of all pairs are known before the first Service is filed.
    for service in latest.values { count(controlPlane.effectiveSelector(of: service), 1) }
    for service in latest.values.sorted(by: { $0.metadata.name.precedesInBytes($1.metadata.name) }) {
      file(service, under: controlPlane)
    }
  }

  /// The Services that belong to a Pod, by name: those that its labels lead to are verified.
  ///
  /// - Throws: ``MappingFailure`` where the control plane crashes on the way.
  func matches(
    of pod: Pod,
    through slices: EndpointSliceIndex,
    under controlPlane: ControlPlane
  ) throws(MappingFailure) -> [PreparedMatch] {
    var matches: [PreparedMatch] = []
    for service in unindexed {
      try Self.verify(service, &matches, of: pod, through: slices, under: controlPlane)
    }
    try byRarestPair.forEachService(for: pod.metadata.labels) { service throws(MappingFailure) in
      try Self.verify(service, &matches, of: pod, through: slices, under: controlPlane)
    }
    if matches.count > 1 { matches.sort { $0.service.precedes($1.service) } }
    return matches
  }

  /// Adds a Service to the matches of a Pod, where it belongs to it.
  private static func verify(
    _ service: PreparedService,
    _ matches: inout [PreparedMatch],
    of pod: Pod,
    through slices: EndpointSliceIndex,
    under controlPlane: ControlPlane
  ) throws(MappingFailure) {
    guard let relation = try controlPlane.relation(of: service, to: pod, through: slices) else { return }
    matches.append(PreparedMatch(service: service, relation: relation))
  }

  /// Adds a Service, or replaces the one of its name.
  mutating func insert(_ service: Service, under controlPlane: ControlPlane) {
    remove(service.metadata.name, under: controlPlane)
    count(controlPlane.effectiveSelector(of: service), 1)
    file(service, under: controlPlane)
  }

  /// Removes a Service.
  mutating func remove(_ name: String, under controlPlane: ControlPlane) {
    guard let filed = services.removeValue(forKey: ExactString(name)) else { return }
    count(controlPlane.effectiveSelector(of: filed.service.service), -1)
    for pair in filed.service.selector.entries {
      byKey[pair.id]?[ExactString(name)] = nil
      if byKey[pair.id]?.isEmpty == true { byKey[pair.id] = nil }
    }
    if let pair = filed.pair {
      byRarestPair.remove(filed.service, under: pair)
    } else {
      let place = unindexed.partition { !$0.precedes(filed.service) }
      if place < unindexed.count, unindexed[place] === filed.service { unindexed.remove(at: place) }
    }
    if filed.service.service.isOfZoneProxies { zoneProxies.removeAll { $0.metadata.name.hasSameBytes(as: name) } }
  }

  private mutating func count(_ selector: StringMap, _ change: Int) {
    for pair in selector.entries {
      let frequency = frequencies[pair, default: 0] + change
      frequencies[pair] = frequency == 0 ? nil : frequency
    }
  }

  private mutating func file(_ service: Service, under controlPlane: ControlPlane) {
    let prepared = PreparedService(service, under: controlPlane)
    let selector = controlPlane.effectiveSelector(of: service)
    let rarest = selector.entries.min { frequencies[$0, default: 0] < frequencies[$1, default: 0] }
    services[ExactString(service.metadata.name)] = Filed(service: prepared, pair: rarest)
    for pair in prepared.selector.entries { byKey[pair.id, default: [:]][ExactString(service.metadata.name)] = prepared }
    if let rarest {
      byRarestPair.insert(prepared, under: rarest)
    } else if !service.selector.isEmpty || controlPlane.rules.services.endpointSlices == .read {
      unindexed.insert(prepared, at: unindexed.partition(where: prepared.precedes))
    }
    if service.isOfZoneProxies {
      let place = zoneProxies.partition { service.metadata.name.precedesInBytes($0.metadata.name) }
      zoneProxies.insert(service, at: place)
    }
  }
}
