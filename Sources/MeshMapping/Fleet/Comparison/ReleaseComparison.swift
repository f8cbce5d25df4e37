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
    /// The rows of the release history without which the difference is not there, by their identifiers in the table's order.
    /// Each of them alone makes it, or, where none does, all of them together.
    public let causes: [String]
  }

  /// Compares what two releases make of the same objects. A pure function of its arguments.
  ///
  /// Causes are found by taking rows of the release history away and mapping again. O(*p* + *d* · *r*) for *p* Pods, *d* Pods with
  /// differences and *r* rows between the releases.
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
