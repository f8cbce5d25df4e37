import KubernetesObjects

/// Places filed under pairs of key and value, such as labels.
struct PairIndex: Sendable {
  private var places: [ExactString: [ExactString: PlaceList]] = [:]

  /// The places under a pair.
  subscript(key: String, value: String) -> [Int32] {
    places[ExactString(key)]?[ExactString(value)]?.places ?? []
  }

  /// How many places are under a pair.
  func count(of pair: StringMap.Entry) -> Int {
    places[ExactString(pair.key)]?[ExactString(pair.value)]?.count ?? 0
  }

  /// Files a place under a pair.
  mutating func insert(_ place: Int32, under pair: StringMap.Entry) {
    places[ExactString(pair.key), default: [:]].insert(place, under: ExactString(pair.value))
  }

  /// Takes a place from under a pair. O(*n*) for *n* places there.
  mutating func remove(_ place: Int32, under pair: StringMap.Entry) {
    let key = ExactString(pair.key)
    places[key]?.remove(place, under: ExactString(pair.value))
    if places[key]?.isEmpty ?? false { places[key] = nil }
  }
}
