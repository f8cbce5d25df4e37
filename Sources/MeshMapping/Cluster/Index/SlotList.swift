import KubernetesObjects

/// Slots under which objects are found, in order; mostly one, which takes no memory of its own.
enum SlotList: Sendable {
  case one(Int32)
  case many([Int32])

  /// How many there are.
  var count: Int {
    switch self {
    case .one: 1
    case .many(let slots): slots.count
    }
  }

  /// The slots.
  var slots: [Int32] {
    switch self {
    case .one(let slot): [slot]
    case .many(let slots): slots
    }
  }

  /// Adds a slot, unless it is among them. O(*n*), but O(1) for the greatest.
  mutating func insert(_ slot: Int32) {
    var slots = take()
    let isGreatest = slots.last.map { $0 < slot } ?? true
    let index = isGreatest ? slots.count : Self.index(of: slot, in: slots)
    if isGreatest || slots[index] != slot { slots.insert(slot, at: index) }
    self = slots.count == 1 ? .one(slot) : .many(slots)
  }

  /// Takes a slot away, where it is among them. O(*n*), by moving what is behind it.
  mutating func remove(_ slot: Int32) {
    var slots = take()
    let index = Self.index(of: slot, in: slots)
    if index < slots.count, slots[index] == slot { slots.remove(at: index) }
    self = slots.count == 1 ? .one(slots[0]) : .many(slots)
  }

  /// The slots, which this list then no longer has, so that nothing shares their memory.
  private mutating func take() -> [Int32] {
    defer { self = .many([]) }
    return slots
  }

  private static func index(of slot: Int32, in slots: [Int32]) -> Int {
    slots.partition { $0 >= slot }
  }
}

extension [ExactString: SlotList] {
  /// Files a slot under a name.
  mutating func insert(_ slot: Int32, under name: ExactString) {
    if self[name]?.insert(slot) == nil { self[name] = .one(slot) }
  }

  /// Takes a slot from under a name.
  mutating func remove(_ slot: Int32, under name: ExactString) {
    self[name]?.remove(slot)
    if self[name]?.count == 0 { self[name] = nil }
  }
}
