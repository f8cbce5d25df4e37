public import KubernetesObjects

/// How the Dataplanes that exist compare with what the rules give.
public struct Verification: Sendable, Hashable {
  /// What differs, by namespace and name.
  public let problems: [VerificationProblem]
  /// What could not be checked, or not all of it, by namespace and name.
  public let unchecked: [Unchecked]

  /// A verification of the given results.
  public init(problems: [VerificationProblem], unchecked: [Unchecked]) {
    self.problems = problems
    self.unchecked = unchecked
  }

  /// A Dataplane, or a Pod that should have one, that could not be checked, or not all of it.
  public struct Unchecked: Sendable, Hashable {
    /// The namespace and name.
    public let name: ObjectName
    /// Why.
    public let reason: Reason

    /// What is unchecked for the given reason.
    public init(name: ObjectName, reason: Reason) {
      self.name = name
      self.reason = reason
    }

    /// Why something could not be checked.
    #if hasAttribute(nonexhaustive)
      @nonexhaustive
    #endif
    public enum Reason: Sendable, Hashable {
      /// What decides about all of it or about some values is not in the input: objects of these kinds.
      case needs([Completeness.Kind])
      /// The Dataplane, or the Pod that owns it, is there and could not be read.
      case unreadable(ObjectReference)
      /// No Pod owns the Dataplane, so that the rules say nothing about it.
      case notOwnedByPod
      /// The control plane gives up on the Pod, or what it writes is refused, so that the Dataplane stays as it is, whatever it is.
      case stays(MappingFailure)
    }
  }
}
