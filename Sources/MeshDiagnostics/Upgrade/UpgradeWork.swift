public import KubernetesObjects
public import MeshMapping

/// The work on an ``UpgradePath``, in pieces that may be done at the same time: each is some steps of the way.
///
/// What the fixes of one round show is looked at in the next one, so there are a few rounds. The path is the same however many pieces a
/// round has.
///
/// ```swift
/// var work = UpgradeWork(of: cluster, from: old, to: new)
/// while !work.isDone {
///   let results = await withTaskGroup(of: (Int, UpgradeWork.Result).self) { group in
///     for (place, piece) in work.pieces(2).enumerated() { group.addTask { (place, piece.result()) } }
///     return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }.sorted { $0.key < $1.key }.map(\.value)
///   }
///   work.take(results)
/// }
/// print(work.path.verdict)
/// ```
public struct UpgradeWork: Sendable {
  private let cluster: Cluster
  private let representatives: Representatives
  private let workloads: WorkloadsOfPods
  /// How many workloads want no Pods.
  private let idle: Int
  private let way: UpgradeStretch
  private let new: KumaRelease
  private var round = Round.first
  private var outbounds: WalkedOutbounds
  private let extent: ComparisonExtent
  private var steps: [UpgradeStep] = []
  private var podsWithDataplane: Set<ObjectName> = []
  private var edits: [Edit] = []
  private var offers: [ExactString: Set<ObjectName>] = [:]

  /// What there is to do next.
  private enum Round {
    case first
    /// What is fixed may show what comes after it.
    case followUp(FollowUp)
    case done
  }

  /// A walk after fixes.
  private struct FollowUp {
    let number: Int
    /// The cluster after the fixes.
    let cluster: Cluster
    /// The Pods that something else may become of.
    let names: [ObjectName]?
  }
}

extension UpgradeWork {
  /// The work on the way of a cluster from one release to another, of which nothing is done but to find the Pods that are alike. O(*n*)
  /// for *n* Pods.
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
    self.init(
      of: cluster, from: old, to: new, settings: settings, newSettings: newSettings, looking: .whatMayDiffer, where: isChosen
    )
  }

  /// The same, with how much is looked at.
  package init(
    of cluster: Cluster,
    from old: KumaRelease,
    to new: KumaRelease,
    settings: ControlPlaneSettings = ControlPlaneSettings(),
    newSettings: ControlPlaneSettings? = nil,
    looking extent: ComparisonExtent,
    where isChosen: (ObjectName) -> Bool = { _ in true }
  ) {
    self.cluster = cluster
    self.new = new
    self.extent = extent
    outbounds = extent == .everything ? .asWritten : .atEnds
    representatives = Representatives(of: cluster, settings: [settings, newSettings].compactMap(\.self))
    workloads = WorkloadsOfPods(representatives, where: isChosen)
    idle = cluster.idleWorkloads(where: isChosen)
    way = UpgradeStretch(from: old, to: new, settings: settings, newSettings: newSettings ?? settings)
  }

  /// Whether nothing is left to do.
  public var isDone: Bool { if case .done = round { true } else { false } }

  /// The pieces of the next round, in order; none where nothing is left to do.
  ///
  /// - Parameter count: How many there are at most; more than there are cores even out what some take longer.
  public func pieces(_ count: Int) -> [Piece] {
    switch round {
    case .first:
      return way.parts(count).map { part in
        Piece(
          cluster: representatives.cluster, stretch: part, workloads: workloads, outbounds: outbounds,
          extent: extent, notes: representatives)
      }
    case .followUp(let followUp):
      var first = 0
      return way.parts(count).map { part in
        defer { first += part.count }
        return Piece(
          cluster: followUp.cluster, stretch: part, workloads: workloads, names: followUp.names,
          outbounds: outbounds == .asWritten ? .asWritten : .ignored,
          extent: extent, known: steps[first..<(first + part.count)].map(\.knownTroubles))
      }
    case .done: return []
    }
  }

  /// Takes the results of the pieces of a round, all of them in the order of the pieces.
  ///
  /// - Complexity: O(*n*) for *n* troubles, and for Pods where there are fixes.
  public mutating func take(_ results: [Result]) {
    switch round {
    case .first:
      steps = results.flatMap(\.steps)
      podsWithDataplane = results.first?.podsWithDataplane ?? []
      for result in results {
        offers.merge(result.offers) { $0.union($1) }
        if result.outbounds == .asWritten { outbounds = .asWritten }
      }
      edits = steps.flatMap(\.fixes).flatMap(\.fix.edits)
      prepareFollowUp(1)
    case .followUp(let followUp):
      let known = steps.map(\.fixes.count)
      for (index, step) in results.flatMap(\.steps).enumerated() { steps[index].followUps += step.lasting }
      let more = zip(steps, known).flatMap { $0.fixes.dropFirst($1) }.flatMap(\.fix.edits)
      edits += more
      if more.isEmpty { round = .done } else { prepareFollowUp(followUp.number + 1) }
    case .done: break
    }
  }

  /// Makes what is shown after fixes the next round; nothing has more than a few in a row.
  private mutating func prepareFollowUp(_ number: Int) {
    guard number <= 3, !edits.isEmpty, let mended = representatives.cluster.applying(edits) else {
      round = .done
      return
    }
    let isEverythingLookedAt = extent == .everything || outbounds == .asWritten
    let names = isEverythingLookedAt ? nil : FixedPods(in: mended, by: edits).names(among: offers)
    round = .followUp(FollowUp(number: number, cluster: mended, names: names))
  }

  /// The path, where all is done; before that, as far as it is known.
  ///
  /// - Complexity: O(*n*) for *n* Pods.
  public var path: UpgradePath {
    var steps = steps
    for index in steps.indices { steps[index].addUnread(of: cluster) }
    return UpgradePath(
      old: way.old, new: new, steps: steps, workloads: workloads.count, pods: workloads.pods,
      dataplanes: workloads.count(of: podsWithDataplane),
      premises: cluster.premises,
      failing: workloads.failing(
        in: representatives.cluster, under: ControlPlane(rules: ReleaseHistory.rules(of: way.old), settings: way.settings),
        and: ControlPlane(rules: ReleaseHistory.rules(of: new), settings: way.newSettings), without: podsWithDataplane),
      idle: idle)
  }
}
