import KubernetesObjects

/// Objects found by their name, each at a slot that stays its own while it is there, so that indexes can hold slots.
struct SlotMap<Object: Sendable>: Sendable {
  private var slots: [ExactString: Int32] = [:]
  private var objects: [Object?] = []
  private var free: [Int32] = []

  /// How many objects there are.
  var count: Int { slots.count }

  /// The slot of a name; nil where there is no such object.
  func slot(of name: String) -> Int32? {
    slots[ExactString(name)]
  }

  /// The object of a name.
  subscript(name: String) -> Object? {
    slot(of: name).flatMap { objects[Int($0)] }
  }

  /// The object at a slot; nil where the slot is free.
  subscript(slot: Int32) -> Object? {
    objects[Int(slot)]
  }

  /// The names of all objects, in no order.
  var names: [String] { slots.keys.map(\.string) }

  /// All objects, in no order.
  var all: some Sequence<Object> { objects.lazy.compactMap(\.self) }

  /// Puts an object at the slot of its name, a new one where it has none.
  mutating func insert(_ object: Object, named name: String) -> Int32 {
    let key = ExactString(name)
    if let slot = slots[key] {
      objects[Int(slot)] = object
      return slot
    }
    let slot = free.popLast() ?? Int32(truncatingIfNeeded: objects.count)
    if Int(slot) == objects.count { objects.append(object) } else { objects[Int(slot)] = object }
    slots[key] = slot
    return slot
  }

  /// Removes an object and frees its slot.
  mutating func remove(_ name: String) {
    guard let slot = slots.removeValue(forKey: ExactString(name)) else { return }
    objects[Int(slot)] = nil
    free.append(slot)
  }

  /// Replaces every object by what is made of it, at the same slot.
  mutating func mapObjects(_ transform: (Object) -> Object) {
    for index in objects.indices {
      if let object = objects[index] { objects[index] = transform(object) }
    }
  }
}
