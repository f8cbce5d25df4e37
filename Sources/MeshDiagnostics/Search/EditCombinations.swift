import KubernetesObjects
import MeshMapping

/// The moves that lead to a goal, alone and together.
struct EditCombinations {
  /// The proposals, the smallest first: by the number of edits, then by how many other Pods they touch.
  private(set) var proposals: [EditProposal] = []

  private let trial: EditTrial
  private let cluster: Cluster
  /// What becomes of each Pod of the namespace before any edit.
  private let fates: [ObjectName: Fate]
  private let names: [ObjectName]
  private let counts: [ObjectName: Int]
  /// The Pods that the goal is about: those of one workload.
  private let own: Set<ObjectName>

  /// How many moves are made together at most.
  private static let largest = 3
  /// How many answers are given at most.
  private static let mostAnswers = 6

  /// Tries some moves in a cluster whose Pods are as created anew.
  init(of moves: [EditMove], for trial: EditTrial, in cluster: Cluster) {
    self.trial = trial
    self.cluster = cluster
    names = cluster.previewNames(in: trial.name.namespace)
    let reports = cluster.previews(of: names)
    fates = Dictionary(reports.map { ($0.name, Fate(of: $0)) }) { first, _ in first }
    counts = Dictionary(reports.compactMap { report in (report.planned?.count.number).map { (report.name, $0) } }) {
      $0 + $1
    }
    let workload = reports.first { $0.name == trial.name }?.workload
    own = Set(reports.filter { $0.name == trial.name || workload != nil && $0.workload == workload }.map(\.name))
    search(moves)
  }

  private mutating func search(_ moves: [EditMove]) {
    var reached: [Set<Int>] = []
    for size in 1...Self.largest {
      // Whoever can do with less, and touches nobody else, needs no more.
      if proposals.contains(where: { $0.otherPods == 0 }) { break }
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
      let keys = [(mine.fix.edits.count, others.fix.edits.count), (mine.otherPods, others.otherPods), (left, right)]
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
    var (joining, leaving, changing): ([ObjectName], [ObjectName], [ObjectName]) = ([], [], [])
    for other in changed.previews(of: names) where !own.contains(other.name) {
      guard let before = fates[other.name] else { continue }
      let after = Fate(of: other)
      if before == after { continue }
      switch (before.hasSidecar, after.hasSidecar) {
      case (false, true): joining.append(other.name)
      case (true, false): leaving.append(other.name)
      case (true, true), (false, false): changing.append(other.name)
      }
    }
    let isOfTemplate = edits.contains { $0.field.path.steps.contains("template") }
    let isOfNamespace = edits.contains { $0.field.object.kind == Namespace.kind }
    let restarts = isOfNamespace && !isOfTemplate && report.planned == nil ? [report.workload].compactMap(\.self) : []
    let fix = Fix(
      moves.map(\.phrase).joined(separator: ", and "), edits,
      pods: (Array(own) + joining + leaving + changing).sorted(), restarts: restarts)
    return EditProposal(fix: fix, joining: joining, leaving: leaving, changing: changing, counts: counts)
  }

  /// The combinations of some indices of a size, in order.
  private static func combinations(of indices: Range<Int>, size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    return indices.flatMap { first in
      combinations(of: first + 1..<max(first + 1, indices.upperBound), size: size - 1).map { [first] + $0 }
    }
  }
}

/// What matters to others about what becomes of a Pod.
private struct Fate: Hashable {
  let hasSidecar: Bool
  let mesh: ExactString?
  let services: Set<Offer>

  /// A service, and the port of the Pod that it is offered at.
  struct Offer: Hashable {
    let service: ExactString
    let port: Int
  }

  init(of report: PodReport) {
    switch report.admission.decision {
    case .inject, .skip(.alreadyInjected): hasSidecar = true
    case .skip, .reject, .unknown: hasSidecar = false
    }
    mesh = hasSidecar ? report.mesh.map { ExactString($0.name) } : nil
    let networking = report.outcome.dataplane?.networking
    let inbounds = networking?.inbound.map { ($0.tags[KumaKey.serviceTag] ?? "", $0.port) } ?? []
    let gateways = networking?.gateway.map { [($0.tags[KumaKey.serviceTag] ?? "", 0)] } ?? []
    services = Set((inbounds + gateways).map { Offer(service: ExactString($0.0), port: $0.1) })
  }
}
