public import KubernetesObjects

/// How a Dataplane that exists differs from what the rules give.
public struct VerificationProblem: Sendable, Hashable {
  /// The namespace and name of the Dataplane, and of its Pod.
  public let name: ObjectName
  /// What is wrong.
  public let kind: Kind

  /// A problem of the given name and kind.
  public init(name: ObjectName, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// What is wrong with a Dataplane.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Kind: Sendable, Hashable {
    /// The rules give one and there is none.
    case missing
    /// There is one, and the control plane would delete it.
    case superfluous(DataplaneVerdict.DeleteReason)
    /// There is one, and the control plane would not make it; what it does instead.
    case unexpected(DataplaneVerdict)
    /// There is one, and the Pod that owns it is not there.
    case orphaned
    /// There is one that a Pod owns, and no Pod of its name.
    case withoutPod
    /// A field differs: what it is, and what the rules give.
    case differs(FieldDifference)
  }
}
