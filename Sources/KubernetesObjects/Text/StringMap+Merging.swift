extension StringMap {
  /// An entry that is added to a map.
  package struct Addition {
    let entry: Entry
    let precedence: Precedence

    /// What becomes of an entry that has the key already.
    enum Precedence {
      case always
      case whereAbsent
    }

    /// An entry that replaces one of its key.
    package static func always(_ key: String, _ value: String) -> Addition {
      Addition(entry: Entry(key: key, value: value), precedence: .always)
    }

    /// An entry that is left out where there is one of its key.
    package static func whereAbsent(_ key: String, _ value: String) -> Addition {
      Addition(entry: Entry(key: key, value: value), precedence: .whereAbsent)
    }
  }

  /// Adds entries that are in the order of their keys, each key once. O(*n* + *m*).
  package mutating func merge(_ additions: [Addition]) {
    if holds(additions) { return }
    var merged: [Entry] = []
    merged.reserveCapacity(count + additions.count)
    var next = 0
    for own in entries {
      var isReplaced = false
      while next < additions.count {
        let order = additions[next].entry.key.byteOrder(to: own.key)
        guard order <= 0 else { break }
        let isLeftOut = order == 0 && additions[next].precedence == .whereAbsent
        if !isLeftOut { merged.append(additions[next].entry) }
        isReplaced = order == 0 && !isLeftOut
        next += 1
      }
      if !isReplaced { merged.append(own) }
    }
    for addition in additions[next...] { merged.append(addition.entry) }
    let added = additions.reduce(0) { $0 | Self.bit(ofLengthOf: $1.entry.key) }
    self = StringMap(ascending: merged, lengths: lengths | added)
  }

  /// Whether adding entries would change nothing.
  private func holds(_ additions: [Addition]) -> Bool {
    additions.allSatisfy { addition in
      guard let value = self[addition.entry.key] else { return false }
      return addition.precedence == .whereAbsent || value.hasSameBytes(as: addition.entry.value)
    }
  }
}
