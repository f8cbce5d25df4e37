import KubernetesObjects

/// The objects of kinds that nothing reads: counted, and known by what names them, so that one that changes is counted once and one
/// that was never there is not taken off.
struct UnsupportedObjects: Sendable {
  /// How many objects of each type there are.
  private(set) var counts: [ObjectType: Int] = [:]
  /// The types of the objects that have a name.
  private var types: [ObjectReference: ObjectType] = [:]

  /// What names the objects that have a name, in no order.
  var named: some Sequence<ObjectReference> { types.keys }

  /// Whether an object is there just as it is; one without a name is another one each time.
  func contains(_ object: UnsupportedObject) -> Bool {
    types[object.reference] == object.type
  }

  /// Adds an object, or replaces the one of its kind and name.
  mutating func insert(_ object: UnsupportedObject) {
    count(object.type, 1)
    // A manifest that leaves its name to the API server has none: each is another object.
    guard !object.name.isEmpty else { return }
    if let old = types.updateValue(object.type, forKey: object.reference) { count(old, -1) }
  }

  /// Removes the object of a kind and name, where it is there.
  mutating func remove(_ reference: ObjectReference) {
    guard let type = types.removeValue(forKey: reference) else { return }
    count(type, -1)
  }

  /// Adds the objects of another part of the same cluster; what both have is counted once. O(*n*) for *n* objects of the other.
  mutating func merge(_ other: UnsupportedObjects) {
    counts.merge(other.counts, uniquingKeysWith: +)
    for (reference, type) in other.types {
      if let old = types.updateValue(type, forKey: reference) { count(old, -1) }
    }
  }

  private mutating func count(_ type: ObjectType, _ change: Int) {
    let count = counts[type, default: 0] + change
    counts[type] = count == 0 ? nil : count
  }
}
