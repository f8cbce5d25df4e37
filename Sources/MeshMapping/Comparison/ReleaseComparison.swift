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
    /// The objects that the Pod is refused for, or its Dataplane cannot be made for, since they are not in the input, in order.
    public let missing: [ObjectReference]

    /// A Pod of which the given kinds are needed.
    public init(
      pod: ObjectName, needs: [Completeness.Kind], mayNeedAttention: Bool, missing: [ObjectReference] = []
    ) {
      self.pod = pod
      self.needs = needs
      self.mayNeedAttention = mayNeedAttention
      self.missing = missing
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
  ///   - newSettings: The settings of the control plane after, where they are others.
  ///   - edited: The cluster after, where its objects are others.
  public init(
    of cluster: Cluster,
    from old: KumaRelease,
    to new: KumaRelease,
    settings: ControlPlaneSettings = ControlPlaneSettings(),
    newSettings: ControlPlaneSettings? = nil,
    edited: Cluster? = nil
  ) {
    self.init(
      doing: ReleaseComparisonWork(
        of: cluster, from: old, to: new, settings: settings, newSettings: newSettings, edited: edited))
  }

  /// The comparison that some work gives, done in one piece.
  package init(doing work: ReleaseComparisonWork) {
    self = work.comparison(work.pieces(1).map { $0.result() })
  }

  /// A comparison that was made.
  init(
    from old: KumaRelease,
    to new: KumaRelease,
    changes: [Change],
    undecided: [Undecided],
    podsWithDataplane: Set<ObjectName>
  ) {
    self.old = old
    self.new = new
    self.changes = changes
    self.undecided = undecided
    self.podsWithDataplane = podsWithDataplane
  }
}
