public import KubernetesObjects
public import MeshMapping

/// The way from one release of Kuma to a later one, step by step: what needs attention before each (UPG-1 … UPG-4).
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

  /// Looks at the way of a cluster from one release to another.
  ///
  /// Pods that are alike are looked at once (``Representatives``). O(*w* · *r*) for *w* workloads and *r* releases with different rules
  /// between the two, and O(*n*) for *n* Pods.
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
    self.old = old
    self.new = new
    let representatives = Representatives(of: cluster, settings: [settings, newSettings].compactMap(\.self))
    let workloads = WorkloadsOfPods(representatives, where: isChosen)
    func walk(_ cluster: Cluster) -> (steps: [UpgradeStep], podsWithDataplane: Set<ObjectName>) {
      let walk = UpgradeWalk(in: cluster, from: old, to: new, settings: settings, newSettings: newSettings)
      let steps = walk.steps.map { step in
        let (before, after) = (ReleaseHistory.rules(of: step.old), ReleaseHistory.rules(of: step.new))
        let oldSettings = step.old == old ? settings : newSettings ?? settings
        let oldPlane = ControlPlane(rules: before, settings: oldSettings)
        let newPlane = ControlPlane(rules: after, settings: newSettings ?? settings)
        return UpgradeStep(step, of: workloads).withFixes(in: cluster, from: oldPlane, to: newPlane)
      }
      return (steps, walk.podsWithDataplane)
    }
    var (steps, podsWithDataplane) = walk(representatives.cluster)
    var edits = steps.flatMap(\.fixes).flatMap(\.fix.edits)
    // What is mended may show what comes after it, whose fixes may again; nothing has more than a few in a row.
    for _ in 0..<3 where !edits.isEmpty {
      guard let mended = representatives.cluster.applying(edits) else { break }
      let known = steps.map(\.fixes.count)
      for (index, step) in walk(mended).steps.enumerated() { steps[index].add(followUps: step.lasting) }
      let more = zip(steps, known).flatMap { $0.fixes.dropFirst($1) }.flatMap(\.fix.edits)
      if more.isEmpty { break }
      edits += more
    }
    for index in steps.indices {
      let oldSettings = index == 0 ? settings : newSettings ?? settings
      let plane = ControlPlane(rules: ReleaseHistory.rules(of: steps[index].old), settings: oldSettings)
      steps[index].addUnread(of: cluster)
      steps[index].addNotes(
        on: Cluster(representatives.cluster, under: plane), of: workloads, counting: representatives.count(like:))
      let newPlane = ControlPlane(rules: ReleaseHistory.rules(of: steps[index].new), settings: newSettings ?? settings)
      steps[index].addNoteFixes(in: representatives.cluster, from: plane, to: newPlane)
    }
    self.steps = steps
    self.workloads = workloads.count
    pods = workloads.pods
    dataplanes = workloads.count(of: podsWithDataplane)
    premises = cluster.premises
    failing = workloads.failing(
      in: representatives.cluster, under: ControlPlane(rules: ReleaseHistory.rules(of: old), settings: settings),
      and: ControlPlane(rules: ReleaseHistory.rules(of: new), settings: newSettings ?? settings))
  }
}

extension UpgradeStep {
  /// Adds the notes that concern objects of a cluster under the release before; of Pods, those that are of interest.
  fileprivate mutating func addNotes(
    on cluster: Cluster, of workloads: WorkloadsOfPods, counting count: (ObjectName) -> Int
  ) {
    notes = cluster.notes(from: old, to: new, counting: count).filter { note in
      note.object.kind != Pod.kind || workloads.contains(note.object.objectName)
    }
  }
}

extension UpgradeStep {
  /// All that mends something in the step, in the order in which it is found.
  fileprivate var fixes: [UpgradeFix] { (lasting + followUps).flatMap(\.fixes) }

  /// Adds what needs attention once fixes are made, without what did before.
  fileprivate mutating func add(followUps troubles: [Trouble]) {
    struct Known: Hashable {
      let effect: TroubleEffect
      let subject: UpgradeSubject
    }
    let known = Set(
      (lasting + followUps).flatMap { trouble in
        trouble.workloads.map { Known(effect: trouble.effect, subject: $0.subject) }
      })
    for var trouble in troubles {
      trouble.workloads.removeAll { known.contains(Known(effect: trouble.effect, subject: $0.subject)) }
      if !trouble.workloads.isEmpty { followUps.append(trouble) }
    }
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
      failing: failing)
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
