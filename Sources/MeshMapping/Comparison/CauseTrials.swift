import KubernetesObjects

/// The trials of a search for causes: some are taken back, and it is looked which changes are left.
///
/// What is said of a Pod is worked out only where something else becomes of it than in a trial before; what is only enough together is
/// found by halving; and the outbounds that old releases write are looked at for changes of outbounds alone.
struct CauseTrials {
  private let search: CauseSearch
  private let new: CauseSearch.Target
  private let suspects: [ChangeCause]
  private var changes: [ReleaseComparison.Change]
  /// The objects as they are after, prepared.
  private let source: Cluster
  /// What makes each change the same one.
  private let identities: [PodDifference.Identity]
  /// What trials are held against, with outbounds as they are written.
  private var written: TrialGround
  /// The same without outbounds, for what is no change of them; nil where nobody writes any, or one is refused.
  private var bare: TrialGround?
  /// Whether outbounds are written after the changes.
  private let isAnyWritten: Bool

  /// Trials about some changes.
  ///
  /// - Parameters:
  ///   - changes: The changes.
  ///   - suspects: What may cause them.
  ///   - new: What is compared with the old release.
  ///   - found: What differs.
  ///   - search: The search that they are part of.
  init(
    of changes: [ReleaseComparison.Change],
    among suspects: [ChangeCause],
    in new: CauseSearch.Target,
    as found: ClusterDifferences,
    by search: CauseSearch
  ) {
    self.search = search
    self.new = new
    self.suspects = search.suspects(suspects, thatMatterTo: search.before.cluster)
    isAnyWritten = found.after.cluster.controlPlane.writesOutbounds
    source = found.after.cluster
    self.changes = changes
    identities = changes.map(\.difference.identity)
    written = TrialGround(from: search.before, as: found, policies: search.policies)
    bare = search.bareGround(as: found, new)
  }

  /// The changes with what causes them.
  mutating func explained() -> [ReleaseComparison.Change] {
    findSingleCauses()
    let unexplained = changes.indices.filter { changes[$0].isUnexplained }
    if !unexplained.isEmpty { findSets(of: unexplained) }
    return changes
  }

  /// Finds the causes that a change needs: each is taken back once, for all Pods together.
  private mutating func findSingleCauses() {
    let all = Members(changes.indices, of: changes)
    let rules = ReleaseHistory.rules(of: new.release)
    for suspect in suspects {
      // A row that later ones lie over changes nothing.
      if case .row = suspect, search.rules(without: [suspect], as: new) == rules { continue }
      for place in undone(all, without: [suspect]) { changes[place].add(suspect) }
    }
  }
}

extension CauseTrials {
  /// Some changes by what they depend on.
  private struct Members {
    /// Those that are a Pod's own, and of what it reaches.
    var (own, outbounds): ([ObjectName: [Int]], [ObjectName: [Int]]) = ([:], [:])
    /// Those that depend on all Pods.
    var ofAllPods: [Int] = []

    init(_ places: some Sequence<Int>, of changes: [ReleaseComparison.Change]) {
      for place in places {
        let change = changes[place]
        if change.difference.isOfAllPods {
          ofAllPods.append(place)
        } else if change.difference.isOfOutbounds {
          outbounds[change.pod, default: []].append(place)
        } else {
          own[change.pod, default: []].append(place)
        }
      }
    }

    /// The Pods, in order; nil where all have to be looked at.
    var pods: [ObjectName]? { ofAllPods.isEmpty ? Set(own.keys).union(outbounds.keys).sorted() : nil }
  }

  /// Which of some changes are not left where some causes are taken back.
  private mutating func undone(_ members: Members, without reverted: Set<ChangeCause>) -> [Int] {
    let controlPlane = search.controlPlane(without: reverted, as: new)
    let objects = reverted.contains(.objects) ? TrialGround.Objects.asBefore : .asFound
    func trial(_ controlPlane: ControlPlane, of pods: [ObjectName]?) -> ComparedCluster {
      // What is after is mostly prepared as in the trial.
      let cluster =
        objects == .asFound
        ? Cluster(source, under: controlPlane).preparedForPreviews()
        : search.cluster(without: reverted, under: controlPlane)
      return ComparedCluster(cluster, of: pods ?? search.before.names)
    }
    var undone: [Int] = []
    var members = members
    if bare != nil, controlPlane.writesOutbounds, !members.own.isEmpty || !members.ofAllPods.isEmpty {
      // Others' outbounds are made of what each Pod offers, so that all are looked at.
      let all = trial(WalkedOutbounds.ignored.controlPlane(controlPlane), of: nil)
      if all.offersAreAllowed {
        undone = bareUndone(members, in: all, finding: objects)
        (members.own, members.ofAllPods) = ([:], [])
      }
    }
    guard members.pods?.isEmpty != true else { return undone }
    let seen = trial(controlPlane, of: members.pods)
    let isGone = !controlPlane.writesOutbounds && !isAnyWritten
    if bare != nil, !controlPlane.writesOutbounds {
      undone += bareUndone(members, in: seen, finding: objects)
    } else {
      undone += written.undone(members.own, identities, in: seen, finding: objects)
      undone += written.undone(members.ofAllPods, of: changes, in: seen, finding: objects)
    }
    return undone
      + written.undone(
        members.outbounds, identities, in: seen, finding: objects, of: isGone ? .outboundsThatAreGone : .anything)
  }

  /// Which of some changes that are not of outbounds are not left in a trial without these.
  private mutating func bareUndone(
    _ members: Members, in trial: ComparedCluster, finding objects: TrialGround.Objects
  ) -> [Int] {
    let own = bare?.undone(members.own, identities, in: trial, finding: objects) ?? []
    return own + (bare?.undone(members.ofAllPods, of: changes, in: trial, finding: objects) ?? [])
  }
}

extension CauseTrials {
  /// The changes that the same is known of in the search for sets.
  private struct Group {
    /// The causes that the set needs, by their places among the suspects.
    var needed: [Int]
    /// Together with the suspects from the first place on they are enough; with those from the second one on they are not.
    var (enough, notEnough): (Int, Int)
    /// The places of the changes.
    var places: [Int]
  }

  /// Finds, for changes that nothing alone undoes, a set of causes that undo each where they are taken back together, and from which
  /// none can be left out: those of which each would be enough to make it.
  ///
  /// Of several sets it is the one of the latest suspects: the first of it is the last one without which those behind it are not
  /// enough, which halving finds, and so on with the others.
  private mutating func findSets(of unexplained: [Int]) {
    guard !suspects.isEmpty else { return }
    var groups = [Group(needed: [], enough: 0, notEnough: suspects.count, places: unexplained)]
    while var group = groups.popLast() {
      if group.notEnough - group.enough > 1 {
        let middle = (group.enough + group.notEnough) / 2
        let (undone, left) = trial(group, from: middle)
        if !undone.isEmpty {
          groups.append(.init(needed: group.needed, enough: middle, notEnough: group.notEnough, places: undone))
        }
        if !left.isEmpty {
          groups.append(.init(needed: group.needed, enough: group.enough, notEnough: middle, places: left))
        }
        continue
      }
      group.needed.append(group.enough)
      let (undone, left) = trial(group, from: suspects.count)
      for place in undone { for cause in group.needed { changes[place].add(suspects[cause]) } }
      let next = group.enough + 1
      if next < suspects.count {
        if !left.isEmpty {
          groups.append(.init(needed: group.needed, enough: next, notEnough: suspects.count, places: left))
        }
      } else {
        for place in left { for suspect in suspects { changes[place].add(suspect) } }
      }
    }
  }

  /// Which of some changes are undone by what they need and the suspects from a place on, and which are left.
  private mutating func trial(_ group: Group, from place: Int) -> (undone: [Int], left: [Int]) {
    let reverted = Set((group.needed + Array(place..<suspects.count)).map { suspects[$0] })
    let undone = Set(undone(Members(group.places, of: changes), without: reverted))
    return (group.places.filter(undone.contains), group.places.filter { !undone.contains($0) })
  }
}

extension CauseSearch {
  /// What trials are held against for what is no change of outbounds; nil where nobody writes those, or one would be refused.
  fileprivate func bareGround(as found: ClusterDifferences, _ new: Target) -> TrialGround? {
    let (old, newer) = (before.cluster.controlPlane, found.after.cluster.controlPlane)
    guard edited == nil, old.writesOutbounds || newer.writesOutbounds,
      before.cluster.existingDataplanes.allSatisfy(\.offersAreAllowed)
    else { return nil }
    func withoutOutbounds(_ compared: ComparedCluster) -> ComparedCluster {
      guard compared.cluster.controlPlane.writesOutbounds else { return compared }
      let controlPlane = WalkedOutbounds.ignored.controlPlane(compared.cluster.controlPlane)
      return ComparedCluster(Cluster(compared.cluster, under: controlPlane).preparedForPreviews(), of: compared.names)
    }
    let (bare, after) = (withoutOutbounds(before), withoutOutbounds(found.after))
    guard !old.writesOutbounds || bare.offersAreAllowed, !newer.writesOutbounds || after.offersAreAllowed else { return nil }
    return TrialGround(
      from: bare, as: ClusterDifferences(from: bare, to: after, policies: policies), policies: policies)
  }
}
