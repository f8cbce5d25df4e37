import KubernetesObjects
import MeshMapping

/// A label or annotation that somebody wrote for Kuma, and that nobody reads where it stands.
struct KeyFault {
  /// The entry.
  let entry: StringMap.Entry
  /// Where it stands.
  let place: KeyPlace
  /// What is wrong with it.
  let problem: Problem

  /// What is wrong with an entry.
  enum Problem {
    /// The key is read elsewhere.
    case misplaced(KnownKey, read: [KeyPlace])
    /// The key is none, and this one is much like it.
    case mistyped(KnownKey)
  }

  /// The faults among the labels and annotations of an object, labels first, each in the order of the keys.
  static func faults(
    ofLabels labels: StringMap,
    annotations: StringMap,
    of owner: KeyPlace.Owner,
    under rules: MappingRules
  ) -> [KeyFault] {
    faults(among: labels, at: KeyPlace(owner: owner, map: .labels), rules)
      + faults(among: annotations, at: KeyPlace(owner: owner, map: .annotations), rules)
  }

  private static func faults(among entries: StringMap, at place: KeyPlace, _ rules: MappingRules) -> [KeyFault] {
    var faults: [KeyFault] = []
    for entry in entries.entries where entry.key.mentionsKuma {
      if let problem = problem(of: entry.key, at: place, rules) {
        faults.append(KeyFault(entry: entry, place: place, problem: problem))
      }
    }
    return faults
  }

  private static func problem(of key: String, at place: KeyPlace, _ rules: MappingRules) -> Problem? {
    guard let known = KnownKeys.known(key) else {
      return KnownKeys.isKumas(key) ? nil : NearestKey.key(meantBy: key, at: place).map { .mistyped($0) }
    }
    return known.isRead(at: place, under: rules) ? nil : .misplaced(known, read: known.places(under: rules))
  }
}

extension String {
  /// Whether the word kuma is in the string, in letters of either case, so that it may be a key that was meant for Kuma. O(*n*).
  fileprivate var mentionsKuma: Bool {
    let found = unsafe utf8.withContiguousStorageIfAvailable { unsafe Self.mentionsKuma($0) }
    return unsafe found ?? Array(utf8).withUnsafeBufferPointer { unsafe Self.mentionsKuma($0) }
  }

  private static func mentionsKuma(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 4 else { return false }
    for start in 0...(bytes.count - 4) where unsafe bytes[start] | 0x20 == UInt8(ascii: "k") {
      let isWord =
        unsafe bytes[start + 1] | 0x20 == UInt8(ascii: "u") && bytes[start + 2] | 0x20 == UInt8(ascii: "m")
        && bytes[start + 3] | 0x20 == UInt8(ascii: "a")
      if isWord { return true }
    }
    return false
  }
}
