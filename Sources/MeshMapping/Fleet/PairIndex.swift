import KubernetesObjects

/// Places filed under pairs of key and value, such as labels.
struct PairIndex: Sendable {
  private var places: [ExactString: [ExactString: [Int32]]] = [:]

  /// How many different keys there are.
  var keyCount: Int { places.count }

  /// The different keys, in no order.
  var keys: some Sequence<String> { places.keys.lazy.map(\.string) }

  /// The places under a pair.
  subscript(key: String, value: String) -> [Int32] {
    places[ExactString(key)]?[ExactString(value)] ?? []
  }

  /// How many places are under a pair.
  func count(of pair: StringMap.Entry) -> Int {
    places[ExactString(pair.key)]?[ExactString(pair.value)]?.count ?? 0
  }

  /// Files a place under a pair.
  mutating func insert(_ place: Int32, under pair: StringMap.Entry) {
    places[ExactString(pair.key), default: [:]][ExactString(pair.value), default: []].append(place)
  }

  /// Takes a place from under a pair. O(*n*) for *n* places there.
  mutating func remove(_ place: Int32, under pair: StringMap.Entry) {
    let key = ExactString(pair.key)
    let value = ExactString(pair.value)
    guard let index = places[key]?[value]?.firstIndex(of: place) else { return }
    places[key]?[value]?.remove(at: index)
    if places[key]?[value]?.isEmpty ?? false { places[key]?[value] = nil }
    if places[key]?.isEmpty ?? false { places[key] = nil }
  }
}
