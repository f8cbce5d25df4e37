extension NearestName {
  /// How many bytes have to be added, removed, replaced or swapped with the next one to make one name of the other.
  static func distance(from left: String, to right: String) -> Int {
    distance(Array(left.utf8), Array(right.utf8))
  }

  /// Whether one word is probably another one mistyped: a third of its letters at most are others. Words of one letter or two are not.
  static func isNear(_ name: String, to other: String) -> Bool {
    let length = name.utf8.count
    return length > 2 && distance(from: name, to: other) <= max(1, length / 3)
  }
}
