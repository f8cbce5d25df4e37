public import KubernetesObjects

extension ReleaseComparison {
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
    /// What else than the release has a part in it, in the same way.
    public internal(set) var otherCauses: Set<OtherCause>
    /// Who selects by what is gone or has another value.
    public internal(set) var selectedBy: [SelectingPolicy]

    /// A change of the given values.
    public init(
      pod: ObjectName,
      difference: PodDifference,
      causes: [ReleaseChange],
      otherCauses: Set<OtherCause> = [],
      selectedBy: [SelectingPolicy] = []
    ) {
      self.pod = pod
      self.difference = difference
      self.causes = causes
      self.otherCauses = otherCauses
      self.selectedBy = selectedBy
    }
  }

  /// What may not be the same on both sides of a comparison beside the release.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum OtherCause: String, Sendable, Hashable, CaseIterable {
    /// The settings of the control planes.
    case settings
    /// The objects.
    case objects
  }
}

extension ReleaseComparison.Change {
  /// What kind of change it is, by what it does to the Pod and by what causes it (CMP-5). Tags that all Dataplanes lose are a matter of the
  /// whole cluster.
  public var kind: ChangeKind {
    if difference.isTagGone, causes.contains(where: { $0.kind == .everywhere }) { return .everywhere }
    if let kind = difference.kind { return kind }
    let others = causes.map(\.kind).filter { !$0.needsAttention }
    return others.min() ?? .field
  }

  /// Whether somebody has to look at it before an upgrade (CMP-5): by its kind, or since somebody selects by what is gone.
  public var needsAttention: Bool { kind.needsAttention || !selectedBy.isEmpty }

  /// Whether nothing is known that causes it.
  var isUnexplained: Bool { causes.isEmpty && otherCauses.isEmpty }

  /// Leaves out who selects by what is gone in a way that does not matter.
  package mutating func ignorePolicies(where isIgnored: (SelectingPolicy) -> Bool) { selectedBy.removeAll(where: isIgnored) }

  /// Adds a cause.
  mutating func add(_ cause: ChangeCause) {
    switch cause {
    case .row(let row): causes.append(row)
    case .settings: otherCauses.insert(.settings)
    case .objects: otherCauses.insert(.objects)
    }
  }
}
