import KubernetesObjects

/// The name that somebody meant who mistyped it.
enum NearestName {
  /// The name that differs least from another, of several the first in the order of bytes; nil where none is near. O(*n* · *m*) for the
  /// bytes of the one and of all others.
  static func of(_ name: String, among names: some Sequence<String>) -> String? {
    let distances = names.map { (name: $0, distance: distance(from: name, to: $0)) }
    let nearest = distances.min { left, right in
      left.distance == right.distance ? left.name.precedesInBytes(right.name) : left.distance < right.distance
    }
    guard let nearest else { return nil }
    return nearest.distance <= max(1, name.utf8.count / 3) ? nearest.name : nil
  }

  /// How many bytes have to be added, removed or replaced to make one name of the other.
  static func distance(from left: String, to right: String) -> Int {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    var row = Array(0...right.count)
    for (index, byte) in left.enumerated() {
      var previous = row[0]
      row[0] = index + 1
      for column in right.indices {
        let next = min(row[column] + 1, row[column + 1] + 1, previous + (byte == right[column] ? 0 : 1))
        previous = row[column + 1]
        row[column + 1] = next
      }
    }
    return row[right.count]
  }
}
