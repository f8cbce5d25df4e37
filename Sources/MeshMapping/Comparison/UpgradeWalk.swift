package import KubernetesObjects

/// What happens on the way from one release to another, line by line and, within each, patch release by patch release.
///
/// Each release is compared with the newest one of the line before, where somebody comes from. Releases with equal rules are looked at
/// once. Nothing is kept of a line but what happens in it.
package struct UpgradeWalk: Sendable {
  /// The Pods that have a Dataplane under the release before the first step.
  package let podsWithDataplane: Set<ObjectName>
  /// Whether the validator refuses outbounds under a release that was visited, so that what was left out of them matters: the walk has
  /// to be made with outbounds as they are written.
  package private(set) var areOutboundsRefused: Bool
  /// The services that Pods offer under the releases that were visited, each with those Pods.
  package private(set) var offers: [ExactString: Set<ObjectName>] = [:]
  private let objects: Cluster
  private let settings: ControlPlaneSettings
  private let policies: PolicySelections
  private let outbounds: WalkedOutbounds
  private let extent: ComparisonExtent
  private var lines: ArraySlice<[KumaRelease]>
  /// The release that was visited last, and its control plane.
  private var before: (release: KumaRelease, controlPlane: ControlPlane)
  /// What becomes of the Pods under it.
  private var found: ComparedCluster
  /// Whether the validator allows outbounds that are made of it; nil where nobody looked.
  private var areOffersAllowed: Bool?
  /// The cluster with outbounds as they are written under the release that was visited last; nil where nobody asked for it.
  private var written: Cluster?

  /// The way from one release to the newest one of the next line, or to the release where the way ends.
  package struct Step: Sendable {
    /// The release before.
    package let old: KumaRelease
    /// The release after.
    package let new: KumaRelease
    /// What needs attention in any of the releases on the way.
    package var events: [Event] = []
    /// The Pods of which something changes from one end of the step to the other that needs no attention.
    package var podsWithHarmlessChanges: Set<ObjectName> = []
    /// The Pods whose inbounds lose all tags at the end of the step, as those of every Dataplane do.
    package var podsLosingTags: Set<ObjectName> = []
    /// The Pods of which the input does not let one know all.
    package var undecided: [ReleaseComparison.Undecided] = []

    /// A step in which nothing is known to happen yet.
    package init(old: KumaRelease, new: KumaRelease) {
      self.old = old
      self.new = new
    }
  }

  /// A change that needs attention, and the releases in which it shows.
  package struct Event: Sendable, Hashable {
    /// The change with what causes it.
    package let change: ReleaseComparison.Change
    /// The first release of the line that shows it.
    package let first: KumaRelease
    /// The first release of the line that does not show it any more; nil where all later ones do.
    package var gone: KumaRelease?

    /// A change that shows from a release on.
    package init(change: ReleaseComparison.Change, first: KumaRelease) {
      self.change = change
      self.first = first
    }
  }

  /// A walk from one release to another, which has yet to be made.
  ///
  /// - Parameters:
  ///   - cluster: The objects; one Pod may stand for others (``Representatives``).
  ///   - stretch: The releases.
  ///   - names: The Pods that are looked at, in order; all where none are given.
  ///   - outbounds: How outbounds are looked at.
  ///   - extent: How much is looked at again and again.
  package init(
    in cluster: Cluster,
    along stretch: UpgradeStretch,
    of names: [ObjectName]? = nil,
    outbounds: WalkedOutbounds,
    looking extent: ComparisonExtent = .whatMayDiffer
  ) {
    self.extent = extent
    objects = cluster
    settings = stretch.newSettings
    policies = cluster.policySelections
    self.outbounds = outbounds
    lines = stretch.lines[...]
    let controlPlane = ControlPlane(rules: ReleaseHistory.rules(of: stretch.old), settings: stretch.settings)
    before = (stretch.old, controlPlane)
    found = ComparedCluster(
      Cluster(cluster, under: outbounds.controlPlane(controlPlane)).preparedForPreviews(), of: names)
    podsWithDataplane = Set(found.pods.filter { $0.value.contains { $0.base.outcome.resource != nil } }.keys)
    areOutboundsRefused = false
    lookAtOffers(of: found.names, under: controlPlane)
  }

  /// Goes the next step; nil where the walk is at its end.
  ///
  /// - Returns: The step, and what it is made of.
  package mutating func next() -> (step: Step, ground: UpgradeGround)? {
    guard let line = lines.popFirst(), let last = line.last else { return nil }
    let search = CauseSearch(from: found, old: before.release, policies: policies, outbounds: outbounds, looking: extent)
    var walk = LineWalk(search, from: before.release, to: last, settings: settings, found)
    for release in line {
      let changed = walk.visit(release)
      found = walk.found
      lookAtOffers(of: changed, under: ControlPlane(rules: ReleaseHistory.rules(of: release), settings: settings))
    }
    let controlPlane = ControlPlane(rules: ReleaseHistory.rules(of: last), settings: settings)
    var step = walk.step
    addOutboundChanges(to: &step, of: walk, under: controlPlane)
    before = (last, controlPlane)
    return (step, walk.ground(policies))
  }

  /// Looks at what the Pods offer, of which others' outbounds are made.
  ///
  /// - Parameters:
  ///   - pods: Those that something else becomes of than before.
  ///   - controlPlane: The control plane, with outbounds as it writes them.
  private mutating func lookAtOffers(of pods: [ObjectName], under controlPlane: ControlPlane) {
    if !pods.isEmpty { areOffersAllowed = nil }
    for pod in pods {
      for inbound in found.dataplanes(of: pod).lazy.flatMap(\.networking.inbound) {
        guard let service = inbound.tags[KumaKey.serviceTag] else { continue }
        offers[ExactString(service), default: []].insert(pod)
      }
    }
    guard outbounds != .asWritten, controlPlane.writesOutbounds else { return }
    let areAllowed =
      areOffersAllowed ?? (found.offersAreAllowed && objects.existingDataplanes.allSatisfy(\.offersAreAllowed))
    areOffersAllowed = areAllowed
    if !areAllowed { areOutboundsRefused = true }
  }

  /// Adds the Pods in which nothing harmless changes but outbounds, where those are looked at only here.
  private mutating func addOutboundChanges(to step: inout Step, of walk: LineWalk, under controlPlane: ControlPlane) {
    guard outbounds == .atEnds, before.controlPlane.writesOutbounds || controlPlane.writesOutbounds else {
      written = nil
      return
    }
    let old = written ?? Cluster(objects, under: before.controlPlane).preparedForPreviews()
    let new = Cluster(objects, under: controlPlane).preparedForPreviews()
    written = new
    var pods = found.names.filter { !step.podsWithHarmlessChanges.contains($0) }
    if old.givesOutbounds(asIn: new) { pods = pods.filter(walk.changes) }
    guard !pods.isEmpty else { return }
    let differences = ClusterDifferences(
      from: ComparedCluster(old, of: pods), to: ComparedCluster(new, of: pods), policies: policies)
    for pod in pods where differences.own[pod]?.told.contains(where: \.isOfOutbounds) ?? false {
      step.podsWithHarmlessChanges.insert(pod)
    }
  }
}
