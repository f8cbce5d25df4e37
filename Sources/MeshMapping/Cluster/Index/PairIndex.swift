import KubernetesObjects

/// Slots filed under pairs of key and value, such as labels.
struct PairIndex: Sendable {
  private var slots: [ExactString: [ExactString: SlotList]] = [:]

  /// The slots under a pair.
  subscript(key: String, value: String) -> [Int32] {
    slots[ExactString(key)]?[ExactString(value)]?.slots ?? []
  }

  /// All pairs that slots are under, in no order. O(*n*).
  var pairs: [StringMap.Entry] {
    slots.flatMap { key, values in values.keys.map { StringMap.Entry(key: key.string, value: $0.string) } }
  }

  /// How many slots are under a pair.
  func count(of pair: StringMap.Entry) -> Int {
    slots[ExactString(pair.key)]?[ExactString(pair.value)]?.count ?? 0
  }

  /// Files a slot under a pair.
  mutating func insert(_ slot: Int32, under pair: StringMap.Entry) {
    slots[ExactString(pair.key), default: [:]].insert(slot, under: ExactString(pair.value))
  }

  /// Takes a slot from under a pair. O(*n*) for *n* slots there.
  mutating func remove(_ slot: Int32, under pair: StringMap.Entry) {
    let key = ExactString(pair.key)
    slots[key]?.remove(slot, under: ExactString(pair.value))
    if slots[key]?.isEmpty ?? false { slots[key] = nil }
  }
}
