import KubernetesObjects

/// Slots under which objects are found; mostly one, which takes no memory of its own.
enum SlotList: Sendable {
  case one(Int32)
  /// Few, in order.
  case few([Int32])
  /// So many that moving them would take longer than hashing: an event must not cost more the more objects have a label.
  case many(Set<Int32>)

  /// Up to how many slots are few.
  private static let most = 64

  /// How many there are.
  var count: Int {
    switch self {
    case .one: 1
    case .few(let slots): slots.count
    case .many(let slots): slots.count
    }
  }

  /// The slots, in order. O(*n* log *n*).
  var slots: [Int32] {
    switch self {
    case .one(let slot): [slot]
    case .few(let slots): slots
    case .many(let slots): slots.sorted()
    }
  }

  /// Adds a slot, unless it is among them. O(1), but for growing now and then.
  mutating func insert(_ slot: Int32) {
    switch take() {
    case .one(let other): self = other == slot ? .one(slot) : .few([min(slot, other), max(slot, other)])
    case .few(var slots):
      let index = Self.index(of: slot, in: slots)
      if index == slots.count || slots[index] != slot { slots.insert(slot, at: index) }
      self = slots.count == 1 ? .one(slot) : slots.count > Self.most ? .many(Set(slots)) : .few(slots)
    case .many(var slots):
      slots.insert(slot)
      self = .many(slots)
    }
  }

  /// Takes a slot away, where it is among them. O(1), but for shrinking now and then.
  mutating func remove(_ slot: Int32) {
    switch take() {
    case .one(let other): if other != slot { self = .one(other) }
    case .few(var slots):
      let index = Self.index(of: slot, in: slots)
      if index < slots.count, slots[index] == slot { slots.remove(at: index) }
      self = slots.count == 1 ? .one(slots[0]) : .few(slots)
    case .many(var slots):
      slots.remove(slot)
      // Far below the limit, so that one slot that comes and goes is not hashed anew each time.
      self = slots.count < Self.most / 2 ? .few(slots.sorted()) : .many(slots)
    }
  }

  /// The slots, which this list then no longer has, so that nothing shares their memory.
  private mutating func take() -> SlotList {
    let taken = self
    self = .few([])
    return taken
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
