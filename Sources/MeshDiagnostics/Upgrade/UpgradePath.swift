public import KubernetesObjects
public import MeshMapping

/// The way from one release of Kuma to a later one, step by step: what needs attention before each (UPG-1 … UPG-5).
///
/// A step goes to the newest release of the next line; each patch release between is looked at too, so that it is known where something
/// begins. A pure function of the cluster and the releases.
public struct UpgradePath: Sendable, Hashable {
  /// The release before.
  public let old: KumaRelease
  /// The release after.
  public let new: KumaRelease
  /// The steps in order.
  public let steps: [UpgradeStep]
  /// How many workloads are looked at; a Pod that nothing makes is one.
  public let workloads: Int
  /// How many Pods there are.
  public let pods: Int
  /// How many of them have a Dataplane under the release before, as far as the input lets one know: what the verdict rests on.
  public let dataplanes: Int
  /// What is taken for granted.
  public let premises: [Premise]
  /// How many workloads have Pods that are refused, or get no Dataplane, under the release before and the one after.
  let failing: Int
  /// How many workloads want no Pods.
  let idle: Int
}

extension UpgradePath {
  /// Looks at the way of a cluster from one release to another.
  ///
  /// Pods that are alike are looked at once. O(*w* · *r*) for *w* workloads and *r* releases with different rules
  /// between the two, and O(*n*) for *n* Pods. ``UpgradeWork`` does the same on several cores.
  ///
  /// - Parameters:
  ///   - cluster: The cluster; under which control plane it is does not matter.
  ///   - old: The release before.
  ///   - new: The release after; where it is not a later one, there are no steps.
  ///   - settings: The settings of all control planes; what they leave open is each release's default.
  ///   - newSettings: The settings of the control planes after the first release, where they are others.
  ///   - isChosen: Whether a Pod is of interest, by its namespace and name.
  public init(
    of cluster: Cluster,
    from old: KumaRelease,
    to new: KumaRelease,
    settings: ControlPlaneSettings = ControlPlaneSettings(),
    newSettings: ControlPlaneSettings? = nil,
    where isChosen: (ObjectName) -> Bool = { _ in true }
  ) {
    var work = UpgradeWork(
      of: cluster, from: old, to: new, settings: settings, newSettings: newSettings, where: isChosen)
    while !work.isDone { work.take(work.pieces(1).map { $0.result() }) }
    self = work.path
  }
}

extension UpgradePath {
  /// Whether the whole way can be gone.
  ///
  /// - Complexity: O(*n*) for *n* workloads and steps.
  public var verdict: Verdict {
    let troubled = steps.flatMap(\.lasting).subjects
    let objects = Set(steps.flatMap(\.blockingNotes).map(\.object))
    if !troubled.isEmpty || !objects.isEmpty { return .notReady(workloads: troubled.count, objects: objects.count) }
    let needs = Set(steps.flatMap(\.incomplete).map(\.needs))
    return needs.isEmpty ? .ready : .cannotTell(needs: Completeness.Kind.allCases.filter(needs.contains))
  }

  /// The notes that the verdict does not decide, each once, in their order (UPG-5).
  ///
  /// - Complexity: O(*n*) for *n* notes of all steps.
  public var notesToRead: [UpgradeNote] {
    let notes = Set(steps.flatMap(\.notesToRead))
    return UpgradeNote.all.filter(notes.contains)
  }

  /// What the verdict rests on that the input does not hold (UPG-4): what no step needs and some do not let one know is harmless either way.
  ///
  /// - Complexity: O(*n*) for *n* steps.
  public var basis: VerdictBasis {
    let needed = Set(steps.flatMap(\.incomplete).map(\.needs))
    let unknowns = Dictionary(grouping: steps.flatMap(\.harmlessUnknowns), by: \.needs)
    return VerdictBasis(
      premises: premises,
      harmlessUnknowns: Completeness.Kind.allCases.filter { !needed.contains($0) }.compactMap { kind in
        unknowns[kind]?.max { $0.pods < $1.pods }
      },
      failing: failing,
      idle: idle)
  }

  /// The first release from which on something needs attention, where it is not gone again in the same line; nil where there is none.
  ///
  /// - Complexity: O(*n*) for *n* troubles.
  public var firstTrouble: KumaRelease? {
    steps.lazy.flatMap { $0.lasting.map(\.first) + $0.blockingNotes.map(\.note.release) }.min()
  }

  /// The newest release on the way up to which nothing needs attention and all is known; nil where that is not known of any behind the
  /// first one.
  ///
  /// - Complexity: O(*n*) for *n* troubles and releases.
  public var safeUpTo: KumaRelease? {
    let doubt = steps.first { !$0.incomplete.isEmpty }?.old
    let trouble = firstTrouble.flatMap { first in KumaRelease.known.last { $0 < first && $0 >= old } }
    let end = [doubt, trouble].compactMap(\.self).min() ?? steps.last?.new
    return end.flatMap { $0 > old ? $0 : nil }
  }
}
