import MeshDiagnostics
import MeshMapping

/// Which workload meets what in which step: only those to which something happens, and only steps in which something does.
struct UpgradeMatrix {
  struct Row {
    let subject: UpgradeSubject
    /// The letters for each column, those that matter most first.
    let cells: [String]
  }

  /// The lines of releases.
  let columns: [String]
  let rows: [Row]
  private let effects: [TroubleEffect]
  private let isAnythingUnknown: Bool

  /// Whether nothing happens.
  var isEmpty: Bool { rows.isEmpty }

  init(_ path: UpgradePath) {
    let steps = path.steps.filter { !$0.troubles.isEmpty || !$0.undecided.isEmpty }
    // Two steps of one line are told apart by their patch releases.
    let lines = steps.map { "\($0.new.major).\($0.new.minor)" }
    columns = zip(steps, lines).map { step, line in lines.count { $0 == line } > 1 ? "\(step.new)" : line }
    var cells: [UpgradeSubject: [Set<TroubleEffect>]] = [:]
    var unknown: [UpgradeSubject: Set<Int>] = [:]
    let none = [Set<TroubleEffect>](repeating: [], count: steps.count)
    for (column, step) in steps.enumerated() {
      for trouble in step.troubles {
        for workload in trouble.workloads { cells[workload.subject, default: none][column].insert(trouble.effect) }
      }
      for workload in step.undecided { unknown[workload.subject, default: []].insert(column) }
    }
    rows = Set(cells.keys).union(unknown.keys).sorted().map { subject in
      let effects = cells[subject] ?? none
      return Row(
        subject: subject,
        cells: effects.indices.map { column in
          let letters = String(effects[column].sorted().map(\.letter))
          let isUnknown = unknown[subject]?.contains(column) ?? false
          return letters.isEmpty ? isUnknown ? "?" : "." : letters + (isUnknown ? "?" : "")
        })
    }
    effects = Set(cells.values.joined().joined()).sorted()
    isAnythingUnknown = !unknown.isEmpty
  }

  /// What the letters stand for.
  var legend: [(letter: Character, phrase: String)] {
    effects.map { ($0.letter, "workloads \($0.phrase(of: 2))") }
      + (isAnythingUnknown ? [("?", "the input does not say enough to know")] : [])
  }
}
