import KubernetesObjects

/// The name that somebody meant who mistyped it.
public enum NearestName {
  /// The longest name that is looked at, in bytes: longer than any that Kubernetes allows.
  private static let longest = 300

  /// The name that differs least from another; nil where none is near, or the other one is longer than any name of Kubernetes. O(*n* · *m*²)
  /// for *n* names of *m* bytes.
  public static func of(_ name: String, among names: some Sequence<String>) -> String? {
    guard name.utf8.count <= longest else { return nil }
    let wanted = Array(name.utf8)
    // A word of three letters of which two are others is another word.
    let largest = max(wanted.count > 3 ? 2 : 1, wanted.count / 3)
    var nearest: (name: String, distance: Int)?
    for other in names {
      let bytes = Array(other.utf8)
      guard abs(bytes.count - wanted.count) <= largest else { continue }
      let distance = distance(wanted, bytes)
      guard distance <= largest else { continue }
      if let found = nearest, (found.distance, 0) < (distance, other.precedesInBytes(found.name) ? -1 : 1) { continue }
      nearest = (other, distance)
    }
    return nearest?.name
  }

  /// How many bytes have to be added, removed, replaced or swapped with the next one to make one of the other.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
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
