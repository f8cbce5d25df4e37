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

  /// How many bytes have to be added, removed, replaced or exchanged with their neighbour to make one name of the other.
  static func distance(from left: String, to right: String) -> Int {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    var (before, row) = ([Int](), Array(0...right.count))
    for index in left.indices {
      var next = [index + 1]
      for column in right.indices {
        let replaced = row[column] + (left[index] == right[column] ? 0 : 1)
        var least = min(next[column] + 1, row[column + 1] + 1, replaced)
        let isExchange =
          index > 0 && column > 0 && left[index] == right[column - 1] && left[index - 1] == right[column]
        if isExchange { least = min(least, before[column - 1] + 1) }
        next.append(least)
      }
      (before, row) = (row, next)
    }
    return row[right.count]
  }
}
