import KubernetesObjects

/// The name that somebody meant who mistyped it.
public enum NearestName {
  /// The most bytes that a name has which somebody typed: Kubernetes has none that are longer.
  private static let longest = 253

  /// The name that differs least from another; nil where none is near, or where it is longer than any. O(*n*) for *n* names.
  public static func of(_ name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.utf8)
    guard wanted.count <= longest else { return nil }
    // A word of three letters of which two are others is another word.
    let largest = max(wanted.count > 3 ? 2 : 1, wanted.count / 3)
    let letters = letters(of: name)
    var nearest: (name: String, distance: Int)?
    for other in names {
      // A letter that only one of them has takes an edit, and an edit changes two letters at most.
      guard abs(other.utf8.count - wanted.count) <= largest,
        (letters ^ self.letters(of: other)).nonzeroBitCount <= 2 * largest
      else { continue }
      let bytes = Array(other.utf8)
      let distance = distance(wanted, bytes)
      guard distance <= largest else { continue }
      if let found = nearest, (found.distance, 0) < (distance, other.precedesInBytes(found.name) ? -1 : 1) { continue }
      nearest = (other, distance)
    }
    return nearest?.name
  }

  /// A bit for each letter of a name, modulo 64.
  private static func letters(of name: String) -> UInt64 {
    name.utf8.reduce(0) { $0 | 1 << UInt64($1 & 63) }
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
