import KubernetesObjects
public import MeshMapping

/// What happens from one release to another, without stops between, as far as somebody has to know it before.
public struct UpgradeStep: Sendable, Hashable {
  /// The release before.
  public let old: KumaRelease
  /// The release after.
  public let new: KumaRelease
  /// What needs attention, first what begins first and matters most. What is gone again before the release after only concerns those
  /// who stop on the way.
  public let troubles: [Trouble]
  /// How many workloads change in a way that needs no attention, and in no other.
  public let harmless: Int
  /// What the input lacks, and of how many workloads something rests on it that may need attention.
  public let incomplete: [Incompleteness]

  /// What needs attention in the release after.
  ///
  /// - Complexity: O(*n*) for *n* troubles.
  public var lasting: [Trouble] { troubles.filter { $0.gone == nil } }

  /// What needs attention in releases on the way only.
  ///
  /// - Complexity: O(*n*) for *n* troubles.
  public var passing: [Trouble] { troubles.filter { $0.gone != nil } }

  /// Whether the step can be made.
  ///
  /// - Complexity: O(*n*) for *n* workloads.
  public var verdict: Verdict {
    let troubled = lasting.subjects
    if !troubled.isEmpty { return .notReady(workloads: troubled.count) }
    return incomplete.isEmpty ? .ready : .cannotTell(needs: incomplete.map(\.needs))
  }
}

extension [Trouble] {
  /// The workloads that any of these is done to.
  package var subjects: Set<UpgradeSubject> { Set(lazy.flatMap(\.workloads).map(\.subject)) }
}
