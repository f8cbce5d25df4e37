import KubernetesObjects

extension StringMap {
  /// What two maps have in common; the values in which they differ are patterns. O(*n*) for *n* entries.
  func blended(with other: StringMap) -> StringMap {
    if self == other { return self }
    var blend = self
    for entry in other.entries { blend[entry.key] = self[entry.key].map(entry.value.blended) ?? "*" }
    for entry in entries where other[entry.key] == nil { blend[entry.key] = "*" }
    return blend
  }
}

extension String {
  /// What two strings have in common at their beginnings and ends, and `*` between.
  func blended(with other: String) -> String {
    if hasSameBytes(as: other) { return self }
    let beginning = zip(utf8, other.utf8).prefix { $0 == $1 }.map(\.0)
    let rest = (utf8.dropFirst(beginning.count), other.utf8.dropFirst(beginning.count))
    let ending = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.map(\.0).reversed()
    return "\(String(decoding: beginning, as: UTF8.self))*\(String(decoding: Array(ending), as: UTF8.self))"
  }
}

extension ExactString {
  /// What two strings have in common at their beginnings and ends, and `*` between.
  func blended(with other: ExactString) -> ExactString { ExactString(string.blended(with: other.string)) }
}

extension Evidence {
  /// Evidence that stands for two of one place and key, its value a pattern where theirs differ; nil for others.
  func blended(with other: Evidence) -> Evidence? {
    guard place == other.place, key.hasSameBytes(as: other.key) else { return nil }
    return Evidence(place, key: key, value: value.blended(with: other.value))
  }
}
