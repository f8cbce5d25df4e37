/// What an event changes about the Dataplane of one name.
public struct FleetChange: Sendable, Hashable {
  /// The namespace and name of Pod and Dataplane.
  public let name: ObjectName
  /// What the plan said before; nil where it said nothing.
  public let old: PlanItem?
  /// What the plan says now; nil where it says nothing.
  public let new: PlanItem?
  /// The object that the event was about.
  public let cause: ObjectReference

  /// What becomes different.
  public enum Effect: Sendable, Hashable {
    /// There will be a Dataplane, where there was to be none.
    case created(Dataplane)
    /// The Dataplane will be another; the fields that differ.
    case updated(Dataplane, [FieldDifference])
    /// There will be no Dataplane, where there was to be one.
    case deleted(Dataplane)
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
    case (let before?, nil): [.deleted(before)]
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
