public import KubernetesObjects

/// What changes for some objects between two releases, and which changes of Kuma do it.
public struct ReleaseComparison: Sendable, Hashable {
  /// The release before.
  public let old: KumaRelease
  /// The release after.
  public let new: KumaRelease
  /// What changes, by the Pods' namespaces and names.
  public let changes: [Change]
  /// The Pods of which the input does not let one know whether more changes, by their namespaces and names.
  public let undecided: [Undecided]
  /// The Pods that have a Dataplane under the release before, as far as the input lets one know: what the verdict rests on.
  public let podsWithDataplane: Set<ObjectName>

  /// A Pod of which something that might change rests on objects that the input lacks.
  public struct Undecided: Sendable, Hashable {
    /// The Pod.
    public let pod: ObjectName
    /// What the input would have to hold.
    public let needs: [Completeness.Kind]
    /// Whether something that might change would need attention; where not, it is harmless either way.
    public let mayNeedAttention: Bool

    /// A Pod of which the given kinds are needed.
    public init(pod: ObjectName, needs: [Completeness.Kind], mayNeedAttention: Bool) {
      self.pod = pod
      self.needs = needs
      self.mayNeedAttention = mayNeedAttention
    }
  }

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
  ///   - completeness: What the objects let one know; nil where they tell that themselves (``Completeness``).
  public init(
    of objects: [ClusterObject],
    from old: KumaRelease,
    to new: KumaRelease,
    settings: ControlPlaneSettings = ControlPlaneSettings(),
    completeness: Completeness? = nil
  ) {
    let cluster = Cluster(objects, under: ControlPlane(release: old), completeness: completeness)
    self.init(of: cluster, from: old, to: new, settings: settings)
  }

  /// Compares what two releases make of the objects of a cluster, as far as those let one know. A pure function of its arguments, of the
  /// same cost as with the objects alone.
  ///
  /// - Parameters:
  ///   - cluster: The cluster; under which control plane it is does not matter.
  ///   - old: The release before.
  ///   - new: The release after.
  ///   - settings: The settings of both control planes; what they leave open is each release's default.
  public init(
    of cluster: Cluster,
    from old: KumaRelease,
    to new: KumaRelease,
    settings: ControlPlaneSettings = ControlPlaneSettings()
  ) {
    self.old = old
    self.new = new
    let search = CauseSearch(in: cluster, old: old, new: new, settings: settings)
    podsWithDataplane = search.podsWithDataplane
    (changes, undecided) = search.changes()
  }
}
