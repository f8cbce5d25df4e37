import KubernetesObjects

/// Names among which those are looked for that somebody meant who mistyped one.
///
/// Whoever writes an input chooses how many names there are and how near they are to each other, so that of many only some are compared:
/// those that begin or end alike, and of these the ones whose letters are most alike.
struct NameIndex {
  private struct Entry {
    let name: String
    let count: Int
    /// A bit for each letter, modulo 64.
    let letters: UInt64
  }

  private let entries: [Entry]
  /// The positions of the names in the order of their bytes, and in that of their bytes from the end; empty where there are few names.
  private var byBeginning: [Int] = []
  private var byEnd: [Int] = []

  /// Up to how many names all are looked at, and of more, how many before and behind the place of a name in each order.
  private static let (few, neighbours) = (2048, 64)
  /// How many names are compared byte by byte at most.
  private static let mostCompared = 32

  /// Some names. O(*n* log *n*).
  init(of names: some Sequence<String>) {
    entries = names.map { Entry(name: $0, count: $0.utf8.count, letters: Self.letters(of: $0)) }
    guard entries.count > Self.few else { return }
    let (all, reversed) = (entries.map { Array($0.name.utf8) }, entries.map { Array($0.name.utf8.reversed()) })
    byBeginning = all.indices.sorted { all[$0].lexicographicallyPrecedes(all[$1]) }
    byEnd = all.indices.sorted { reversed[$0].lexicographicallyPrecedes(reversed[$1]) }
  }

  /// The name that differs least from another; nil where none is near. It takes no longer the more names there are, once they are many.
  func nearest(to name: String) -> String? {
    let wanted = Array(name.utf8)
    guard wanted.count <= NearestName.longest else { return nil }
    // A word of three letters of which two are others is another word.
    let largest = max(wanted.count > 3 ? 2 : 1, wanted.count / 3)
    let letters = Self.letters(of: name)
    var candidates: [(entry: Entry, letters: Int, count: Int)] = []
    for position in positions(around: wanted) {
      let entry = entries[position]
      // A letter that only one of them has takes an edit, and an edit changes two letters at most.
      let (others, longer) = ((letters ^ entry.letters).nonzeroBitCount, abs(entry.count - wanted.count))
      if longer <= largest, others <= 2 * largest { candidates.append((entry, others, longer)) }
    }
    if candidates.count > Self.mostCompared {
      candidates.sort { ($0.letters, $0.count) < ($1.letters, $1.count) }
      candidates.removeSubrange(Self.mostCompared...)
    }
    var nearest: (name: String, distance: Int)?
    for (entry, _, _) in candidates {
      let distance = NearestName.distance(wanted, Array(entry.name.utf8))
      guard distance <= largest else { continue }
      if let found = nearest, (found.distance, 0) < (distance, entry.name.precedesInBytes(found.name) ? -1 : 1) { continue }
      nearest = (entry.name, distance)
    }
    return nearest?.name
  }

  /// The positions of the names that are looked at, in order, each once.
  private func positions(around wanted: [UInt8]) -> [Int] {
    guard !byBeginning.isEmpty else { return Array(entries.indices) }
    let reversed = Array(wanted.reversed())
    let first = byBeginning.partition { !entries[$0].name.utf8.lexicographicallyPrecedes(wanted) }
    let last = byEnd.partition { !entries[$0].name.utf8.reversed().lexicographicallyPrecedes(reversed) }
    return Set(Self.neighbours(of: first, in: byBeginning) + Self.neighbours(of: last, in: byEnd)).sorted()
  }

  private static func neighbours(of place: Int, in order: [Int]) -> ArraySlice<Int> {
    order[max(0, place - neighbours)..<min(order.count, place + neighbours)]
  }

  private static func letters(of name: String) -> UInt64 {
    name.utf8.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
