import KubernetesObjects

/// The name that somebody meant who mistyped it.
public enum NearestName {
  /// The most bytes that a name has which somebody typed: Kubernetes has none that are longer.
  static let longest = 253

  /// The name that differs least from another; nil where none is near, or where it is longer than any. O(*n*) for *n* names; for several
  /// names see ``NameIndex``.
  public static func of(_ name: String, among names: some Sequence<String>) -> String? {
    NameIndex(of: names).nearest(to: name)
  }

  /// How many bytes have to be added, removed, replaced or swapped with the next one to make one of the other.
  ///
  /// O(*n* · *m*). Names that are longer than any are the same or wholly different, since their lengths are what an attacker chooses.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard max(left.count, right.count) <= 2 * longest else { return left == right ? 0 : max(left.count, right.count) }
    // What both begin with and end with is the same.
    let start = zip(left, right).prefix { $0 == $1 }.count
    let rest = zip(left[start...].reversed(), right[start...].reversed()).prefix { $0 == $1 }.count
    return difference(left[start..<left.count - rest], right[start..<right.count - rest])
  }

  private static func difference(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var row = Array(0...right.count)
    var (before, next) = (row, row)
    for (index, byte) in zip(left.indices, left) {
      next[0] = index - left.startIndex + 1
      for column in 0..<right.count {
        let place = right.startIndex + column
        var least = min(next[column] + 1, row[column + 1] + 1, row[column] + (byte == right[place] ? 0 : 1))
        if index > left.startIndex, column > 0, byte == right[place - 1], left[index - 1] == right[place] {
          least = min(least, before[column - 1] + 1)
        }
        next[column + 1] = least
      }
      // The oldest row is written over.
      (before, row, next) = (row, next, before)
    }
    return row[right.count]
  }
}
