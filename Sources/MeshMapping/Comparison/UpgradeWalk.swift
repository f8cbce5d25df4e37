package import KubernetesObjects

/// What happens on the way from one release to another, line by line and, within each, patch release by patch release.
///
/// Each release is compared with the newest one of the line before, where somebody comes from. Releases with equal rules are looked at
/// once.
package struct UpgradeWalk: Sendable {
  /// The steps in order; none where both releases are the same.
  package let steps: [Step]
  /// The Pods that have a Dataplane under the release before the first step.
  package let podsWithDataplane: Set<ObjectName>

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

  /// Goes from one release to another.
  ///
  /// - Parameters:
  ///   - cluster: The objects; one Pod may stand for others (``Representatives``).
  ///   - old: The release before.
  ///   - new: The release after, a later one.
  ///   - settings: The settings of all control planes.
  ///   - newSettings: The settings of the control planes after the first release, where they are others.
  package init(
    in cluster: Cluster,
    from old: KumaRelease,
    to new: KumaRelease,
    settings: ControlPlaneSettings,
    newSettings: ControlPlaneSettings? = nil
  ) {
    let controlPlane = ControlPlane(rules: ReleaseHistory.rules(of: old), settings: settings)
    var before = (release: old, found: ComparedCluster(Cluster(cluster, under: controlPlane).preparedForPreviews()))
    let policies = cluster.policySelections
    podsWithDataplane = CauseSearch(from: before.found, old: old, policies: policies).podsWithDataplane
    var steps: [Step] = []
    for line in Self.lines(from: old, to: new) {
      guard let last = line.last else { continue }
      let search = CauseSearch(from: before.found, old: before.release, policies: policies)
      var walk = LineWalk(search, from: before.release, to: last, settings: newSettings ?? settings, before.found)
      for release in line { walk.visit(release) }
      steps.append(walk.step)
      before = (last, walk.found)
    }
    self.steps = steps
  }

  /// The releases behind one up to another, line by line. What is announced is on the way only where it is the end of it.
  private static func lines(from old: KumaRelease, to new: KumaRelease) -> [[KumaRelease]] {
    let releases = (new.isAnnounced ? KumaRelease.known : KumaRelease.all).filter { $0 > old && $0 <= new }
    var lines: [[KumaRelease]] = []
    for release in releases {
      if let last = lines.last?.last, (last.major, last.minor) == (release.major, release.minor) {
        lines[lines.count - 1].append(release)
      } else {
        lines.append([release])
      }
    }
    return lines
  }
}
