/// Gathers the entries of a mapping.
struct YAMLMappingBuilder {
  private(set) var entries: [YAMLEntry] = []
  private var positions: [YAMLScalar: Int] = [:]

  /// Sets the value of a key; of a key that is repeated, the last value holds.
  mutating func set(_ key: YAMLScalar, to value: YAMLValue) {
    if let position = positions[key] {
      entries[position].value = value
    } else {
      positions[key] = entries.count
      entries.append(YAMLEntry(key: key, value: value))
    }
  }
}
