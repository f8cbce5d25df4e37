/// Gathers the entries of a mapping.
struct YAMLMappingBuilder {
  private(set) var entries: [YAMLEntry] = []
  private var positions: [YAMLScalar: Int] = [:]

  /// Whether there is no entry.
  var isEmpty: Bool { entries.isEmpty }

  /// Sets the value of a key; of a key that is repeated, the last value holds.
  ///
  /// - Throws: `malformed` where the key is a collection.
  mutating func set(_ key: YAMLValue, to value: YAMLValue) throws(YAMLError.Reason) {
    guard case .scalar(let key) = key else { throw .malformed }
    if let position = positions[key] {
      entries[position].value = value
    } else {
      positions[key] = entries.count
      entries.append(YAMLEntry(key: key, value: value))
    }
  }
}
