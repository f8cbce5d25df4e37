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
    var (before, row) = ([Int](), Array(0...right.count))
    for index in left.indices {
      var next = [index + 1]
      for column in right.indices {
        var least = min(next[column] + 1, row[column + 1] + 1, row[column] + (left[index] == right[column] ? 0 : 1))
        if index > 0, column > 0, left[index] == right[column - 1], left[index - 1] == right[column] {
          least = min(least, before[column - 1] + 1)
        }
        next.append(least)
      }
      (before, row) = (row, next)
    }
    return row[right.count]
  }
}
