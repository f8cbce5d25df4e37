import KubernetesObjects

/// Places under which objects are found, in order; mostly one, which takes no memory of its own.
enum PlaceList: Sendable {
  case one(Int32)
  case many([Int32])

  /// How many there are.
  var count: Int {
    switch self {
    case .one: 1
    case .many(let places): places.count
    }
  }

  /// The places.
  var places: [Int32] {
    switch self {
    case .one(let place): [place]
    case .many(let places): places
    }
  }

  /// Adds a place, unless it is among them. O(*n*), but O(1) for the greatest.
  mutating func insert(_ place: Int32) {
    var places = take()
    let isGreatest = places.last.map { $0 < place } ?? true
    let index = isGreatest ? places.count : Self.index(of: place, in: places)
    if isGreatest || places[index] != place { places.insert(place, at: index) }
    self = places.count == 1 ? .one(place) : .many(places)
  }

  /// Takes a place away, where it is among them. O(*n*), by moving what is behind it.
  mutating func remove(_ place: Int32) {
    var places = take()
    let index = Self.index(of: place, in: places)
    if index < places.count, places[index] == place { places.remove(at: index) }
    self = places.count == 1 ? .one(places[0]) : .many(places)
  }

  /// The places, which this list then no longer has, so that nothing shares their memory.
  private mutating func take() -> [Int32] {
    defer { self = .many([]) }
    return places
  }

  private static func index(of place: Int32, in places: [Int32]) -> Int {
    places.partition { $0 >= place }
  }
}

extension [ExactString: PlaceList] {
  /// Files a place under a name.
  mutating func insert(_ place: Int32, under name: ExactString) {
    if self[name]?.insert(place) == nil { self[name] = .one(place) }
  }

  /// Takes a place from under a name.
  mutating func remove(_ place: Int32, under name: ExactString) {
    self[name]?.remove(place)
    if self[name]?.count == 0 { self[name] = nil }
  }
}
