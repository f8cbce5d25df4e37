import KubernetesObjects

/// Objects found by their name, each at a place that stays its own while it is there, so that indexes can hold places.
struct SlotMap<Object: Sendable>: Sendable {
  private var places: [ExactString: Int32] = [:]
  private var objects: [Object?] = []
  private var free: [Int32] = []

  /// How many objects there are.
  var count: Int { places.count }

  /// The place of a name; nil where there is no such object.
  func place(of name: String) -> Int32? {
    places[ExactString(name)]
  }

  /// The object of a name.
  subscript(name: String) -> Object? {
    place(of: name).flatMap { objects[Int($0)] }
  }

  /// The object at a place; nil where the place is free.
  subscript(place: Int32) -> Object? {
    objects[Int(place)]
  }

  /// The names of all objects, in no order.
  var names: [String] { places.keys.map(\.string) }

  /// All objects, in no order.
  var all: some Sequence<Object> { objects.lazy.compactMap(\.self) }

  /// Puts an object at the place of its name, a new one where it has none.
  mutating func insert(_ object: Object, named name: String) -> Int32 {
    let key = ExactString(name)
    if let place = places[key] {
      objects[Int(place)] = object
      return place
    }
    let place = free.popLast() ?? Int32(truncatingIfNeeded: objects.count)
    if Int(place) == objects.count { objects.append(object) } else { objects[Int(place)] = object }
    places[key] = place
    return place
  }

  /// Takes an object away and frees its place.
  mutating func remove(_ name: String) {
    guard let place = places.removeValue(forKey: ExactString(name)) else { return }
    objects[Int(place)] = nil
    free.append(place)
  }
}
