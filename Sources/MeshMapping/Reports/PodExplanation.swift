import KubernetesObjects

/// The full story of a Pod: every step with what it rests on, what did not match included.
public struct PodExplanation: Sendable, Hashable {
  /// What happens to the Pod.
  public let report: PodReport
  /// What stands at each place where the switch of the injection is read, in order.
  public let switches: [Lookup]
  /// What stands at each place where the mesh is read, in order.
  public let meshes: [Lookup]
  /// Every Service of the Pod's namespace, with whether it belongs to the Pod: those first that do, and each by name.
  public let services: [ServiceExplanation]
  /// The labels that are not among the tags, each with why.
  public let droppedLabels: [DroppedLabel]

  /// An explanation of the given values.
  public init(
    report: PodReport,
    switches: [Lookup],
    meshes: [Lookup],
    services: [ServiceExplanation],
    droppedLabels: [DroppedLabel]
  ) {
    self.report = report
    self.switches = switches
    self.meshes = meshes
    self.services = services
    self.droppedLabels = droppedLabels
  }

  /// A place that was looked at, and what stands there.
  public struct Lookup: Sendable, Hashable {
    /// The place.
    public let place: MetadataPlace
    /// What stands there; nil where nothing does, or nobody knows.
    public let evidence: Evidence?
    /// What the input would have to hold for one to know what stands there; nil where that is known.
    public let needs: Completeness.Kind?
    /// What the place had to do with the answer.
    public let standing: Standing

    /// A place with what stands there.
    public init(place: MetadataPlace, evidence: Evidence?, needs: Completeness.Kind? = nil, standing: Standing) {
      self.place = place
      self.evidence = evidence
      self.needs = needs
      self.standing = standing
    }

    /// What a place had to do with the answer.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
      /// What stands there decided.
      case decisive
      /// It was looked at, and nothing stood there.
      case lookedAt
      /// It was not looked at: what stands at a place before it decided, or nobody asked.
      case notReached
    }
  }
}
