import KubernetesObjects

/// The Pods that the workloads of a namespace will make, put together once where many of them are asked for.
struct PlannedIndex: Sendable {
  /// All of them, sorted by name.
  private(set) var sorted: [PlannedEntry]
  private let byName: [ExactString: [Int]]
  private let byWorkload: [ObjectReference: [Int]]
  private var byLabel: PlannedLabels

  init(_ entries: [PlannedEntry]) {
    sorted = entries
    byName = Dictionary(grouping: entries.indices) { ExactString(entries[$0].pods.name.description) }
    byWorkload = Dictionary(grouping: entries.indices) { entries[$0].pods.workload }
    byLabel = PlannedLabels(of: entries)
  }

  /// Those of a name.
  subscript(name: String) -> [PlannedEntry] { (byName[ExactString(name)] ?? []).map { sorted[$0] } }

  /// Those that a workload will make.
  subscript(workload: ObjectReference) -> [PlannedEntry] { (byWorkload[workload] ?? []).map { sorted[$0] } }

  /// Those that a selector may select, in order: what a template says has to be the same, and controllers may add the rest.
  ///
  /// O(*m*) for *m* of them, where nearly all templates have a key of the selector, as nearly always they do; else O(*n*).
  func entries(maybeSelectedBy selector: StringMap) -> [PlannedEntry] {
    let candidates = byLabel.positions(maybeSelectedBy: selector).map { $0.map { sorted[$0] } } ?? sorted
    return candidates.filter { entry in
      selector.entries.allSatisfy { pair in
        entry.pods.template.labels[pair.key].map { $0.hasSameBytes(as: pair.value) } ?? true
      }
    }
  }

  /// Takes what a workload will make for another, unless that has another name; answers whether it did. O(*m*) for *m* templates that have
  /// a label which changes.
  mutating func replace(_ workload: ObjectReference, with entry: PlannedEntry) -> Bool {
    guard let positions = byWorkload[workload], positions.count == 1, entry.pods.name == sorted[positions[0]].pods.name,
      entry.pods.workload == workload
    else { return false }
    byLabel.replace(sorted[positions[0]].pods.template.labels, at: positions[0], with: entry.pods.template.labels)
    sorted[positions[0]] = entry
    return true
  }

  /// Whether a workload will make some of them.
  func contains(_ workload: ObjectReference) -> Bool { byWorkload[workload] != nil }
}
