import KubernetesObjects

/// The labels of templates, by which those are found that a selector may select.
struct PlannedLabels: Sendable {
  /// The positions of the templates that have a label.
  private let byPair: [StringMap.Entry: [Int]]
  /// For each key that most templates have, the positions of those that lack it.
  private let lacking: [ExactString: [Int]]

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
