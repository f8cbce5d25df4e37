import KubernetesObjects

/// The labels of templates, by which those are found that a selector may select.
struct PlannedLabels: Sendable {
  /// The positions of the templates that have a label.
  private var byPair: [StringMap.Entry: [Int]]
  /// For each key that most templates have, the positions of those that lack it.
  private var lacking: [ExactString: [Int]]

  init(of entries: [PlannedEntry]) {
    var byPair: [StringMap.Entry: [Int]] = [:]
    var counts: [ExactString: Int] = [:]
    for (position, entry) in entries.enumerated() {
      for label in entry.pods.template.labels.entries {
        byPair[label, default: []].append(position)
        counts[label.id, default: 0] += 1
      }
    }
    self.byPair = byPair
    // Hardly more keys than a template has labels.
    let usual = counts.filter { 4 * $0.value >= 3 * entries.count }.keys
    lacking = Dictionary(
      uniqueKeysWithValues: usual.map { key in
        (key, entries.indices.filter { entries[$0].pods.template.labels[key.string] == nil })
      })
  }

  /// Takes note that the labels of a template are others. What keys most templates have is not counted once more.
  mutating func replace(_ old: StringMap, at position: Int, with new: StringMap) {
    if old == new { return }
    for label in old.entries { byPair[label]?.removeInOrder(position) }
    for label in new.entries { byPair[label, default: []].insertInOrder(position) }
    for key in lacking.keys {
      switch (old[key.string] == nil, new[key.string] == nil) {
      case (true, false): lacking[key]?.removeInOrder(position)
      case (false, true): lacking[key]?.insertInOrder(position)
      case (true, true), (false, false): break
      }
    }
  }

  /// The positions of templates among which all are that a selector may select, in order; nil where any may be.
  func positions(maybeSelectedBy selector: StringMap) -> [Int]? {
    let found = selector.entries.compactMap { pair in
      lacking[pair.id].map { (having: byPair[pair] ?? [], lacking: $0) }
    }
    guard let least = found.min(by: { $0.having.count + $0.lacking.count < $1.having.count + $1.lacking.count }) else {
      return nil
    }
    return least.lacking.isEmpty ? least.having : (least.having + least.lacking).sorted()
  }
}

extension [Int] {
  /// Takes a number out of numbers in order, where it is among them.
  fileprivate mutating func removeInOrder(_ number: Int) {
    let index = partition { $0 >= number }
    if index < count, self[index] == number { remove(at: index) }
  }

  /// Puts a number into numbers in order, unless it is among them.
  fileprivate mutating func insertInOrder(_ number: Int) {
    let index = partition { $0 >= number }
    if index == count || self[index] != number { insert(number, at: index) }
  }
}
