/// Gathers the entries of a mapping.
struct YAMLMappingBuilder {
  private(set) var entries: [YAMLEntry] = []
  private var positions: [YAMLValue: Int] = [:]

  /// Whether there is no entry.
  var isEmpty: Bool { entries.isEmpty }

  /// Sets the value of a key; of a key that is repeated, the last value holds.
  ///
  /// - Returns: Whether the key is one: collections are none.
  mutating func set(_ key: YAMLValue, to value: YAMLValue) -> Bool {
    switch key {
    case .sequence, .mapping: return false
    default: break
    }
    if let position = positions[key] {
      entries[position].value = value
    } else {
      positions[key] = entries.count
      entries.append(YAMLEntry(key: key, value: value))
    }
    return true
  }
}
