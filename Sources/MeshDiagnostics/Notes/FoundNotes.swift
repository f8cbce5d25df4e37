import KubernetesObjects
import MeshMapping

/// The notes that concern objects, and the Pods that some may concern.
struct FoundNotes: Sendable {
  /// The notes, those to read among them of which it is not known whether the Pod has a sidecar at all.
  private(set) var notes: [NoteOnObject] = []
  /// The Pods of which nobody knows whether something breaks that a note says.
  private(set) var undecided: [ReleaseComparison.Undecided] = []

  /// The given ones.
  init(_ notes: [NoteOnObject] = [], undecided: [ReleaseComparison.Undecided] = []) {
    self.notes = notes
    self.undecided = undecided
  }

  /// Adds others behind them.
  mutating func add(_ others: FoundNotes) {
    notes += others.notes
    undecided += others.undecided
  }
}

extension [ReleaseComparison.Undecided] {
  /// These and others, each Pod once, in order.
  func joined(with others: [ReleaseComparison.Undecided]) -> [ReleaseComparison.Undecided] {
    guard !others.isEmpty else { return self }
    return Dictionary(grouping: self + others, by: \.pod).map { pod, all in
      let needs = Set(all.flatMap(\.needs))
      return ReleaseComparison.Undecided(
        pod: pod, needs: Completeness.Kind.allCases.filter(needs.contains),
        mayNeedAttention: all.contains(where: \.mayNeedAttention), missing: Set(all.flatMap(\.missing)).sorted())
    }
    .sorted { $0.pod < $1.pod }
  }
}
