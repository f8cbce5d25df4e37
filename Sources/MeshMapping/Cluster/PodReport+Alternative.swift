public import KubernetesObjects

extension PodReport {
  /// What happens to the Pod if something holds that the input does not let one know.
  public struct Alternative: Sendable, Hashable {
    /// What holds.
    public let condition: Condition
    /// Whether the Pod gets a sidecar then.
    public let decision: InjectionDecision
    /// What happens to its Dataplane then.
    public let outcome: DataplaneOutcome

    /// An alternative of the given values.
    public init(_ condition: Condition, decision: InjectionDecision, outcome: DataplaneOutcome) {
      self.condition = condition
      self.decision = decision
      self.outcome = outcome
    }

    init(_ condition: Condition, _ report: PodReport) {
      self.init(condition, decision: report.admission.decision, outcome: report.outcome)
    }
  }

  /// Something that may hold or not.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Condition: Sendable, Hashable {
    /// The Pod's Namespace has these labels and no others that Kuma reads.
    case namespaceLabels(StringMap)
    /// The Mesh of this name exists.
    case meshExists(ExactString)
    /// The Mesh of this name does not exist.
    case meshMissing(ExactString)
  }
}
