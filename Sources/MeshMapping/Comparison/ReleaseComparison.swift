public import KubernetesObjects

/// What changes for some objects between two releases, and which changes of Kuma do it.
public struct ReleaseComparison: Sendable, Hashable {
  /// The release before.
  public let old: KumaRelease
  /// The release after.
  public let new: KumaRelease
  /// What changes, by the Pods' namespaces and names.
  public let changes: [Change]

  /// One difference with what causes it.
  public struct Change: Sendable, Hashable {
    /// The Pod.
    public let pod: ObjectName
    /// What the two releases do differently with it.
    public let difference: PodDifference
    /// Rows of the release history, in the table's order: each of those that the difference needs, so that
    /// taking any one of them back undoes it; or, where none is needed since several would do, those that undo it only where they
    /// are taken back together.
    public internal(set) var causes: [ReleaseChange]

    /// A change of the given values.
    public init(pod: ObjectName, difference: PodDifference, causes: [ReleaseChange]) {
      self.pod = pod
      self.difference = difference
      self.causes = causes
    }
  }

  /// Compares what two releases make of the same objects. A pure function of its arguments.
  ///
  /// Causes are found by taking rows of the release history back and mapping again. O(*p* · *r*) for *p* Pods and *r* rows between
  /// the releases.
  ///
  /// - Parameters:
  ///   - objects: The objects of a cluster.
  ///   - old: The release before.
  ///   - new: The release after.
  ///   - settings: The settings of both control planes; what they leave open is each release's default.
  public init(
    of objects: [ClusterObject],
    from old: KumaRelease,
    to new: KumaRelease,
    settings: ControlPlaneSettings = ControlPlaneSettings()
  ) {
    self.old = old
    self.new = new
    let search = CauseSearch(objects: objects, old: old, new: new, settings: settings)
    changes = search.changes()
  }
}
