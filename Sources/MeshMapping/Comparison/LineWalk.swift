import KubernetesObjects

/// The releases of one line, each compared with the one before the line.
///
/// What is said of a Pod is worked out anew only where something else becomes of it than under the release that was visited last.
struct LineWalk {
  private let search: CauseSearch
  private let settings: ControlPlaneSettings
  /// What becomes of the Pods under the release that was visited last.
  private(set) var found: ComparedCluster
  /// What differs under it; nil before the first one is visited.
  private var differences: ClusterDifferences?
  /// What is said of each Pod of which anything is.
  private var verdicts: [ObjectName: PodVerdict] = [:]
  /// What is said of lists of direct access, which other Pods have a part in.
  private var access: [ObjectName: PodVerdict] = [:]
  private var events: [UpgradeWalk.Event] = []
  private var undecided: [ObjectName: ReleaseComparison.Undecided] = [:]
  private let old: KumaRelease
  private let new: KumaRelease

  /// What is said of a Pod.
  private struct PodVerdict {
    /// What needs attention, with the place of its event.
    var shown: [PodDifference.Identity: Int] = [:]
    /// Whether something changes that needs no attention.
    var isHarmlessChange = false
    /// Whether its inbounds lose all tags, as those of every Dataplane do.
    var losesTags = false
  }

  init(
    _ search: CauseSearch,
    from old: KumaRelease,
    to new: KumaRelease,
    settings: ControlPlaneSettings,
    _ before: ComparedCluster
  ) {
    self.search = search
    self.settings = settings
    self.old = old
    self.new = new
    found = before
  }

  /// What happens in the line, as far as it was visited.
  var step: UpgradeWalk.Step {
    var step = UpgradeWalk.Step(old: old, new: new)
    step.events = events
    step.podsWithHarmlessChanges = Set(verdicts.lazy.filter(\.value.isHarmlessChange).map(\.key))
    step.podsLosingTags = Set(verdicts.lazy.filter(\.value.losesTags).map(\.key))
    step.undecided = undecided.values.sorted { $0.pod < $1.pod }
    return step
  }

  /// Looks at a release behind the one that was visited last.
  ///
  /// - Returns: The Pods that something else becomes of than under that one; none where its rules are the same.
  mutating func visit(_ release: KumaRelease) -> [ObjectName] {
    let target = CauseSearch.Target(release: release, settings: settings)
    // As the release before it, which was looked at.
    if search.controlPlane(without: [], as: target) == found.cluster.controlPlane { return [] }
    found = ComparedCluster(search.cluster(without: [], as: target), of: found.names)
    let differences = search.differences(to: found, knowing: differences)
    self.differences = differences
    var new: [ReleaseComparison.Change] = []
    let loss = differences.telling.tagLoss
    let changed = found.names.filter { !differences.unchanged.contains($0) }
    for pod in changed {
      verdicts[pod] = verdict(
        on: pod, differences.own[pod]?.told ?? [], where: loss, before: verdicts[pod], in: release, adding: &new)
    }
    for pod in Set(access.keys).union(differences.access.keys) {
      access[pod] = verdict(
        on: pod, differences.access[pod] ?? [], where: loss, before: access[pod], in: release, adding: &new)
    }
    new.sort { $0.pod == $1.pod ? "\($0.difference.place)" < "\($1.difference.place)" : $0.pod < $1.pod }
    for change in search.explained(new, in: target, as: differences) {
      let identity = change.difference.identity
      if change.difference.isOfAllPods {
        access[change.pod]?.shown[identity] = events.count
      } else {
        verdicts[change.pod]?.shown[identity] = events.count
      }
      events.append(.init(change: change, first: release))
    }
    addUndecided(differences)
    return changed
  }

  /// Whether something else becomes of a Pod under the release that was visited last than before the line.
  func changes(_ pod: ObjectName) -> Bool { search.before.pods[pod] != found.pods[pod] }

  /// What the step is made of.
  func ground(_ policies: PolicySelections) -> UpgradeGround {
    let differences = differences ?? search.differences(to: found)
    return UpgradeGround(before: search.before, after: found, differences: differences, policies: policies)
  }

  /// What is said of a Pod; nil where nothing differs.
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - differences: What differs.
  ///   - loss: Whose matter it is that tags are gone.
  ///   - before: What was said of it under the release that was visited last.
  ///   - release: The release.
  ///   - new: Takes what needs attention and did not show before.
  private mutating func verdict(
    on pod: ObjectName,
    _ differences: [PodDifference],
    where loss: TagLoss,
    before: PodVerdict?,
    in release: KumaRelease,
    adding new: inout [ReleaseComparison.Change]
  ) -> PodVerdict? {
    var verdict = PodVerdict()
    for difference in differences {
      let change = search.change(of: pod, difference, to: found)
      if loss == .everywhere, difference.isTagGone { verdict.losesTags = true }
      guard difference.needsAttention(where: loss) || !change.selectedBy.isEmpty else {
        verdict.isHarmlessChange = true
        continue
      }
      let identity = difference.identity
      if let index = before?.shown[identity] {
        verdict.shown[identity] = index
      } else {
        new.append(change)
      }
    }
    for (identity, index) in before?.shown ?? [:] where verdict.shown[identity] == nil { events[index].gone = release }
    return differences.isEmpty ? nil : verdict
  }

  /// Adds the Pods of which the input does not let one know all, with what decides whether anything needs attention, or else with what is
  /// harmless either way. Those of which the same differs as before were added.
  private mutating func addUndecided(_ differences: ClusterDifferences) {
    for (pod, own) in differences.own where !own.gap.needs.isEmpty && !differences.unchanged.contains(pod) {
      let (known, mayNeedAttention) = (undecided[pod], own.gap.mayNeedAttention)
      if known?.mayNeedAttention == true, !mayNeedAttention { continue }
      let needs = mayNeedAttention ? own.gap.decisive : own.gap.needs
      let others = known.flatMap { $0.mayNeedAttention == mayNeedAttention ? $0.needs : nil } ?? []
      undecided[pod] = .init(
        pod: pod, needs: Completeness.Kind.inOrder(needs.union(others)), mayNeedAttention: mayNeedAttention,
        missing: own.gap.missing.union(known?.missing ?? []).sorted())
    }
  }
}
