import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// Which workload meets what in which step: only those to which something happens, and only steps in which something does.
struct UpgradeMatrix {
  struct Row {
    /// The workloads, more than one where many of one kind meet the same.
    var subjects: [UpgradeSubject]
    /// The letters for each column, those that matter most first.
    let cells: [String]

    /// What stands before the letters.
    var title: String {
      guard subjects.count > 1, let first = subjects.first else { return subjects.map(\.phrase).joined() }
      let namespaces = Set(subjects.map { ExactString($0.namespace) }).count
      let place = namespaces == 1 ? "of \(first.namespace.printedSafely)" : "in \(namespaces) namespaces"
      return "\(subjects.count) \(first.kind.printedSafely)s \(place)"
    }
  }

  /// From how many on workloads of one kind and namespace that meet the same are one row; so are those of all namespaces where there are
  /// more rows than one looks through.
  private static let fold = 4
  /// How many rows one looks through.
  private static let patience = 24

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
    let single = Set(cells.keys).union(unknown.keys).sorted().map { subject in
      let effects = cells[subject] ?? none
      return Row(
        subjects: [subject],
        cells: effects.indices.map { column in
          let letters = String(effects[column].sorted().map(\.letter))
          let isUnknown = unknown[subject]?.contains(column) ?? false
          return letters.isEmpty ? isUnknown ? "?" : "." : letters + (isUnknown ? "?" : "")
        })
    }
    let rows = single.folded(from: Self.fold) { ExactString($0.namespace) }
    self.rows = rows.count <= Self.patience ? rows : rows.folded(from: Self.fold) { _ in "" }
    effects = Set(cells.values.joined().joined()).sorted()
    isAnythingUnknown = !unknown.isEmpty
  }

  /// What the letters stand for.
  var legend: [(letter: Character, phrase: String)] {
    effects.map { ($0.letter, "workloads \($0.phrase(of: 2))") }
      + (isAnythingUnknown ? [("?", "the input does not say enough to know")] : [])
  }
}

extension [UpgradeMatrix.Row] {
  /// What tells rows apart that are not folded.
  private struct Key: Hashable {
    let place: ExactString?
    let kind: ExactString
    let cells: [String]
  }

  /// The rows, so many of one place and kind that are alike being one, where the first of them stood.
  fileprivate func folded(
    from count: Int, by place: (UpgradeSubject) -> ExactString
  ) -> [UpgradeMatrix.Row] {
    let groups = Dictionary(grouping: indices) { index in
      let subject = self[index].subjects.first
      return Key(place: subject.map(place), kind: ExactString(subject?.kind ?? ""), cells: self[index].cells)
    }
    var rows: [UpgradeMatrix.Row] = self
    var gone: Set<Int> = []
    for places in groups.values where places.reduce(0, { $0 + self[$1].subjects.count }) >= count {
      rows[places[0]].subjects = places.flatMap { self[$0].subjects }
      gone.formUnion(places.dropFirst())
    }
    return indices.filter { !gone.contains($0) }.map { rows[$0] }
  }
}
