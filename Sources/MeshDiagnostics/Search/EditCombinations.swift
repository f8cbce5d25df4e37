import KubernetesObjects
import MeshMapping

/// The moves that lead to a goal, alone and together.
struct EditCombinations {
  /// The proposals, the smallest first: by the number of edits, then by how many other Pods they touch. Those by which Pods stop working
  /// come after the others.
  private(set) var proposals: [EditProposal] = []

  private let trial: EditTrial
  private let cluster: Cluster
  private let names: [ObjectName]
  /// What becomes of each Pod of the namespace before any edit.
  private let fates: [Key: Fate]
  /// The Pods that the goal is about: those of one workload.
  private let own: Set<Key>
  /// What happens to the Pod before any edit.
  private let report: PodReport
  /// What has to be recreated where the edits do not do that.
  private let recreation: Recreation?

  /// What tells Pods apart: those that two workloads will make may have one name.
  private struct Key: Hashable {
    let name: ObjectName
    let workload: WorkloadReference?

    init(of report: PodReport) { (name, workload) = (report.name, report.workload) }
  }

  /// How many moves are made together at most.
  private static let largest = 3
  /// How many answers are given at most.
  private static let mostAnswers = 6

  /// Tries some moves in a cluster whose Pods are as created anew.
  ///
  /// - Parameters:
  ///   - moves: The moves.
  ///   - report: What happens to the Pod before any of them.
  ///   - trial: What tells whether the goal is reached.
  ///   - cluster: The cluster.
  ///   - recreation: What has to be recreated where the edits do not do that.
  init(
    of moves: [EditMove], for report: PodReport, _ trial: EditTrial, in cluster: Cluster, recreating recreation: Recreation?
  ) {
    self.trial = trial
    self.cluster = cluster
    self.report = report
    self.recreation = recreation
    names = cluster.previewNames(in: trial.name.namespace)
    let reports = cluster.previews(of: names)
    fates = Dictionary(reports.map { (Key(of: $0), Fate(of: $0)) }) { first, _ in first }
    let pod = Key(of: report)
    own = Set(reports.map { Key(of: $0) }.filter { $0 == pod || pod.workload != nil && $0.workload == pod.workload })
    search(moves)
  }

  private mutating func search(_ moves: [EditMove]) {
    var reached: [Set<Int>] = []
    for size in 1...Self.largest {
      // Whoever can do with less, and touches nobody else, needs no more.
      if proposals.contains(where: { $0.otherPods == 0 && $0.warnings.isEmpty }) { break }
      for indices in Self.combinations(of: moves.indices, size: size) {
        let chosen = Set(indices)
        guard !reached.contains(where: { $0.isSubset(of: chosen) }), let proposal = attempt(indices.map { moves[$0] })
        else { continue }
        reached.append(chosen)
        proposals.append(proposal)
      }
    }
    let order = proposals.indices.sorted { left, right in
      let (mine, others) = (proposals[left], proposals[right])
      let keys = [
        (mine.isHarmful ? 1 : 0, others.isHarmful ? 1 : 0), (mine.fix.edits.count, others.fix.edits.count),
        (mine.otherPods, others.otherPods), (left, right),
      ]
      for (first, second) in keys where first != second { return first < second }
      return false
    }
    proposals = order.prefix(Self.mostAnswers).map { proposals[$0] }
  }

  /// What some moves do, where they lead to the goal.
  private func attempt(_ moves: [EditMove]) -> EditProposal? {
    let edits = moves.flatMap(\.edits)
    guard Set(edits.map(\.field)).count == edits.count, let changed = cluster.applying(edits),
      let report = trial.report(in: changed), trial.isReached(by: report)
    else { return nil }
    let effects = effects(of: edits, leadingTo: changed)
    let isOfTemplate = edits.contains { $0.field.path.steps.contains("template") }
    let recreation = isOfTemplate ? nil : recreation
    let fix = Fix(
      moves.map(\.phrase).joined(separator: ", and "), edits,
      pods: (own.map(\.name) + effects.names.values.joined()).sorted(),
      restarts: [recreation?.workload].compactMap(\.self))
    let (before, after) = (selection(of: self.report, in: cluster), selection(of: report, in: changed))
    return EditProposal(
      fix: fix, report: report, others: effects.names, gainedServices: after.subtracting(before).sorted(),
      lostServices: before.subtracting(after).sorted(), recreation: recreation, numbers: effects.numbers,
      needs: Completeness.Kind.allCases.filter(effects.needs.contains))
  }

  /// What edits do to other Pods.
  private struct Effects {
    var names: [EditEffect: [ObjectName]] = [:]
    var numbers: [EditEffect: Int] = [:]
    var needs: Set<Completeness.Kind> = []
  }

  private func effects(of edits: [Edit], leadingTo changed: Cluster) -> Effects {
    // Only what is edited can lead elsewhere: no edit of a label is of another Pod.
    let edited = Set(edits.map(\.field.object).filter { $0.kind == Service.kind }.map(\.objectName))
    let (before, after) = (edited.compactMap(cluster.service), edited.compactMap(changed.service))
    var effects = Effects()
    for other in changed.previews(of: names) {
      let key = Key(of: other)
      guard !own.contains(key), let fate = fates[key] else { continue }
      let isReselected =
        !edited.isEmpty
        && ServiceSelection(of: other.pod, among: before) != ServiceSelection(of: other.pod, among: after)
      let changedFate = Fate(of: other)
      guard let effect = EditEffect(from: fate, to: changedFate, isReselected: isReselected) else { continue }
      effects.names[effect, default: []].append(other.name)
      effects.numbers[effect, default: 0] += other.planned?.count.number ?? 1
      if effect == .unknown { effects.needs.formUnion(fate.needs + changedFate.needs) }
    }
    return effects
  }

  /// The Services that lead to a Pod, but for the one that is wanted.
  private func selection(of report: PodReport, in cluster: Cluster) -> Set<ObjectName> {
    let services = ServiceSelection(of: report.pod, among: cluster.services(in: report.name.namespace)).services
    guard case .service(let name) = trial.goal, let wanted = try? ServiceName(parsing: name.string) else { return services }
    return services.subtracting([ObjectName(namespace: wanted.namespace, name: wanted.name)])
  }

  /// The combinations of some indices of a size, in order.
  private static func combinations(of indices: Range<Int>, size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    return indices.flatMap { first in
      combinations(of: first + 1..<max(first + 1, indices.upperBound), size: size - 1).map { [first] + $0 }
    }
  }
}
