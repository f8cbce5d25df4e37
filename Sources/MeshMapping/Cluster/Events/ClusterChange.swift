public import KubernetesObjects

/// What changes in a plan about the Dataplane of one name.
public struct ClusterChange: Sendable, Hashable {
  /// The namespace and name of Pod and Dataplane.
  public let name: ObjectName
  /// What the plan said before; nil where it said nothing.
  public let old: PlanItem?
  /// What the plan says now; nil where it says nothing.
  public let new: PlanItem?
  /// The object that the event was about; nil where two plans were compared.
  public let cause: ObjectReference?

  /// A change with the given values.
  public init(name: ObjectName, old: PlanItem?, new: PlanItem?, cause: ObjectReference? = nil) {
    self.name = name
    self.old = old
    self.new = new
    self.cause = cause
  }

  /// What becomes different.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Effect: Sendable, Hashable {
    /// There will be a Dataplane, where there was to be none.
    case created(ProxyResource)
    /// The Dataplane will be another; the fields that differ.
    case updated(ProxyResource, [FieldDifference])
    /// There will be no Dataplane, where one exists.
    case deleted(ProxyResource)
    /// There will be no Dataplane, where there was to be one. None is among the objects; one that exists all the same would be
    /// deleted.
    case noLongerCreated(ProxyResource)
    /// The control plane now gives up on the Pod.
    case failureBegan(MappingFailure)
    /// The control plane no longer gives up on the Pod.
    case failureEnded(MappingFailure)
  }

  /// What becomes different, the Dataplane first.
  public var effects: [Effect] {
    dataplaneEffect + failureEffects
  }

  private var dataplaneEffect: [Effect] {
    switch (old?.result, new?.result) {
    case (nil, let after?): [.created(after)]
    case (let before?, nil): if case .create = old { [.noLongerCreated(before)] } else { [.deleted(before)] }
    case (let before?, let after?) where before != after: [.updated(after, before.differences(to: after))]
    default: []
    }
  }

  private var failureEffects: [Effect] {
    let (before, after) = (old?.failure, new?.failure)
    guard before != after else { return [] }
    return (before.map { [.failureEnded($0)] } ?? []) + (after.map { [.failureBegan($0)] } ?? [])
  }
}
