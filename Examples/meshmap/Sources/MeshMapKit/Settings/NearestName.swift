/// The name that somebody meant who mistyped it.
package enum NearestName {
  /// The name that differs least from another; nil where none is near.
  package static func of(_ name: String, among names: [String]) -> String? {
    let distances = names.map { (name: $0, distance: distance(Array(name.utf8), Array($0.utf8))) }
    guard let nearest = distances.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) else { return nil }
    return nearest.distance <= max(2, name.utf8.count / 3) ? nearest.name : nil
  }

  /// How many bytes have to be added, removed or replaced to make one of the other.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
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
