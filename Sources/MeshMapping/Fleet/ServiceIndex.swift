import KubernetesObjects

/// The Services of a namespace, found for a Pod through its labels: each is filed under the rarest pair of its selector, so that
/// few are looked at in vain and nothing scans the namespace.
struct ServiceIndex: Sendable {
  private var services = SlotMap<PreparedService>()
  private var byRarestPair = PairIndex()
  /// How many selectors have a pair.
  private var frequencies: [StringMap.Entry: Int] = [:]
  /// The Services that labels do not lead to: without a selector, or with one that is emptied.
  private var unindexed: Set<Int32> = []
  /// The Services that make the Pods behind them zone proxies, by name.
  private var zoneProxiesByName: [ExactString: Service] = [:]
  /// Under which pair each Service is filed.
  private var filed: [Int32: StringMap.Entry] = [:]

  /// The Service of a name.
  subscript(name: String) -> Service? { services[name]?.service }

  /// All Services, in no order.
  var all: some Sequence<Service> { services.all.lazy.map(\.object.service) }

  /// All Services by name. O(*n* log *n*).
  var sorted: [Service] { all.sorted { $0.metadata.name.precedesInBytes($1.metadata.name) } }

  /// The Services that make the Pods behind them zone proxies, by name; mostly none.
  var zoneProxies: [Service] {
    zoneProxiesByName.isEmpty ? [] : zoneProxiesByName.values.sorted { $0.metadata.name.precedesInBytes($1.metadata.name) }
  }

  /// The index of some Services; of two with the same name the last one holds.
  init(_ services: some Sequence<Service> = [], under controlPlane: ControlPlane) {
    // The frequencies of all pairs are known before the first Service is filed.
    for service in services {
      _ = self.services.insert(PreparedService(service, under: controlPlane), named: service.metadata.name)
    }
    let selectors = self.services.all.map { ($0.place, controlPlane.effectiveSelector(of: $0.object.service)) }
    for (_, selector) in selectors { count(selector, 1) }
    for (place, selector) in selectors { file(place, under: selector) }
    for service in services { note(service) }
  }

  /// The Services that belong to a Pod, by name: those that its labels lead to are verified.
  ///
  /// - Throws: ``MappingFailure`` where the control plane crashes on the way.
  func matches(
    of pod: Pod,
    among surroundings: Surroundings,
    under controlPlane: ControlPlane
  ) throws(MappingFailure) -> [ServiceMatch] {
    var matches: [ServiceMatch] = []
    for place in places(for: pod.metadata.labels) {
      guard let service = services[place] else { continue }
      if let relation = try controlPlane.relation(of: service.service, to: pod, among: surroundings) {
        matches.append(ServiceMatch(service, relation: relation))
      }
    }
    return matches
  }

  /// The places of the Services that may belong to a Pod of the given labels, in the order of their names.
  private func places(for labels: StringMap) -> [Int32] {
    var places = Array(unindexed)
    // There are mostly fewer keys to look for than labels to look up.
    if byRarestPair.keyCount <= labels.entries.count {
      for key in byRarestPair.keys {
        if let value = labels[key] { places += byRarestPair[key, value] }
      }
    } else {
      for label in labels.entries { places += byRarestPair[label.key, label.value] }
    }
    if places.count > 1 { places.sort { name(at: $0).precedesInBytes(name(at: $1)) } }
    return places
  }

  /// The name of the Service at a place; empty where the place is free.
  private func name(at place: Int32) -> String { services[place]?.service.metadata.name ?? "" }

  /// Adds a Service, or replaces the one of its name.
  mutating func insert(_ service: Service, under controlPlane: ControlPlane) {
    remove(service.metadata.name, under: controlPlane)
    let place = services.insert(PreparedService(service, under: controlPlane), named: service.metadata.name)
    let selector = controlPlane.effectiveSelector(of: service)
    count(selector, 1)
    file(place, under: selector)
    note(service)
  }

  /// Takes a Service away.
  mutating func remove(_ name: String, under controlPlane: ControlPlane) {
    guard let place = services.place(of: name), let service = services[place]?.service else { return }
    count(controlPlane.effectiveSelector(of: service), -1)
    if let pair = filed.removeValue(forKey: place) { byRarestPair.remove(place, under: pair) }
    unindexed.remove(place)
    zoneProxiesByName[ExactString(name)] = nil
    services.remove(name)
  }

  private mutating func note(_ service: Service) {
    let isZoneProxy = service.metadata.labels[KumaKey.zoneProxyType] != nil
    zoneProxiesByName[ExactString(service.metadata.name)] = isZoneProxy ? service : nil
  }

  private mutating func count(_ selector: StringMap, _ change: Int) {
    for pair in selector.entries {
      let frequency = frequencies[pair, default: 0] + change
      frequencies[pair] = frequency == 0 ? nil : frequency
    }
  }

  private mutating func file(_ place: Int32, under selector: StringMap) {
    let rarest = selector.entries.min { frequencies[$0, default: 0] < frequencies[$1, default: 0] }
    filed[place] = rarest
    if let rarest { byRarestPair.insert(place, under: rarest) } else { unindexed.insert(place) }
  }
}
