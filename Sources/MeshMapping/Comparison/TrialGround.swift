import KubernetesObjects

/// What the trials of a search for causes are held against: what becomes of Pods before and after, and what of their changes was left in
/// trials that were made.
struct TrialGround {
  /// What becomes of the Pods before.
  let before: ComparedCluster
  /// What differs from that after.
  private let found: ClusterDifferences
  private let policies: PolicySelections
  /// What was left in trials, of each Pod that of a few.
  private var seen: [ObjectName: [Outcome]] = [:]

  /// How many outcomes are kept of each Pod: most trials give it what an earlier one did.
  private static let keptOutcomes = 3

  /// Which objects a trial finds.
  enum Objects: Hashable {
    case asFound
    case asBefore
  }

  /// What became of a Pod in a trial, and which of its changes were left.
  private struct Outcome {
    let objects: Objects
    let basis: DifferenceTelling.Basis
    let pods: [ComparedPod]
    let left: [PodDifference.Identity]
  }

  /// Whether changes are of outbounds, which nobody writes after them nor in a trial.
  enum Subject {
    case outboundsThatAreGone
    case anything
  }

  /// What trials are held against.
  ///
  /// - Parameters:
  ///   - before: What becomes of the Pods before.
  ///   - found: What differs from that after.
  ///   - policies: Who selects what.
  init(from before: ComparedCluster, as found: ClusterDifferences, policies: PolicySelections) {
    self.before = before
    self.found = found
    self.policies = policies
  }

  /// Which of some changes are not left in a trial, of those that are the Pod's own.
  ///
  /// - Parameters:
  ///   - changes: The places of the changes, by Pod.
  ///   - identities: What makes each change the same one.
  ///   - trial: What becomes of the Pods in the trial.
  ///   - objects: Which objects it finds.
  ///   - subject: What the changes are of.
  mutating func undone(
    _ changes: [ObjectName: [Int]],
    _ identities: [PodDifference.Identity],
    in trial: ComparedCluster,
    finding objects: Objects,
    of subject: Subject = .anything
  ) -> [Int] {
    guard !changes.isEmpty else { return [] }
    let telling = DifferenceTelling(from: before.cluster, to: trial.cluster, policies: policies)
    let likeness = objects == .asFound ? found.telling.likeness(to: telling) : .none
    var undone: [Int] = []
    for (pod, places) in changes {
      guard let old = before.pods[pod], let new = trial.pods[pod] else {
        undone += places
        continue
      }
      if isLeftAsFound(pod, new, likeness, subject) || found.isHidden(pod, in: trial) { continue }
      let left = left(in: pod, from: old, to: new, telling, objects)
      undone += Self.places(places, without: left, identities)
    }
    return undone
  }

  /// Whether it is plain that all changes of a Pod are left.
  private func isLeftAsFound(
    _ pod: ObjectName, _ new: [ComparedPod], _ likeness: DifferenceTelling.Likeness, _ subject: Subject
  ) -> Bool {
    guard let own = found.own[pod], let after = found.after.pods[pod] else { return false }
    if subject == .outboundsThatAreGone, likeness != .none {
      return after.count == new.count && zip(after, new).allSatisfy { $0.isSameButForSections(as: $1) }
    }
    let isToldAlike = likeness == .same || likeness == .sameButForMerging && !own.told.contains(where: \.mayBeMerged)
    return isToldAlike && after == new
  }

  /// The changes that are not among what is left, which mostly is in their order.
  private static func places(
    _ places: [Int], without left: [PodDifference.Identity], _ identities: [PodDifference.Identity]
  ) -> [Int] {
    var next = 0
    return places.filter { place in
      let identity = identities[place]
      let index = (next..<left.count).first { left[$0] == identity } ?? (0..<next).first { left[$0] == identity }
      guard let index else { return true }
      next = index + 1
      return false
    }
  }

  /// What is left of what differs in a Pod.
  private mutating func left(
    in pod: ObjectName, from old: [ComparedPod], to new: [ComparedPod], _ telling: DifferenceTelling, _ objects: Objects
  ) -> [PodDifference.Identity] {
    var known = seen[pod] ?? []
    if let same = known.first(where: { $0.objects == objects && $0.basis == telling.basis && $0.pods == new }) {
      return same.left
    }
    let differences = telling.differences(from: old, to: new, identified: found.own[pod]?.identification)
    let left = differences.told.map(\.identity)
    if known.count == Self.keptOutcomes { known.removeLast() }
    known.append(Outcome(objects: objects, basis: telling.basis, pods: new, left: left))
    seen[pod] = known
    return left
  }

  /// Which of some entries of direct access are not left in a trial of all Pods.
  ///
  /// - Parameters:
  ///   - places: The places of the changes.
  ///   - changes: All changes.
  ///   - trial: What becomes of all Pods in the trial.
  ///   - objects: Which objects it finds.
  func undone(
    _ places: [Int], of changes: [ReleaseComparison.Change], in trial: ComparedCluster, finding objects: Objects
  ) -> [Int] {
    guard !places.isEmpty else { return [] }
    let left = ClusterDifferences(
      from: before, to: trial, policies: policies, identified: .asIn(found),
      knowing: objects == .asFound ? found : nil)
    return places.filter { !(left.access[changes[$0].pod]?.contains(changes[$0].difference) ?? false) }
  }
}

extension PodDifference {
  /// Whether it is told by which inbounds are merged.
  fileprivate var mayBeMerged: Bool {
    switch self {
    case .inboundMerged: true
    case .field(let difference): difference.path.isInbound && difference.new == nil
    default: false
    }
  }
}
