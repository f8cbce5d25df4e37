/// The rules of which Pods get a Dataplane.
public struct LifecycleRules: Sendable, Hashable {
  /// In which order the controller looks at a Pod (LIFE-2, LIFE-3).
  public var procedure: Procedure
  /// Whether the controller looks the Pod's Namespace up (LIFE-6).
  public var namespaceLookup: RuleReading
  /// How the mark of the injector is read (LIFE-1).
  public var injectedMark: InjectedMark
  /// What becomes of a Pod that was evicted (LIFE-4).
  public var evicted: Evicted
  /// What becomes of a Pod whose Namespace is being deleted (LIFE-5).
  public var terminatingNamespace: TerminatingNamespace
  /// Whether zone egresses are known (LIFE-7).
  public var zoneEgress: GatewayRules.Builtin

  /// In which order the controller looks at a Pod.
  public enum Procedure: Sendable, Hashable {
    /// First whether it has an address and runs, and leaves it alone where not; then what it is.
    case stateFirst
    /// First what it is; then whether it has an address and runs, and deletes its Dataplane where not.
    case kindFirst
  }

  /// How `kuma.io/sidecar-injected` is read.
  public enum InjectedMark: Sendable, Hashable {
    /// As Go's `strconv.ParseBool` reads.
    case asGoBool
    case asSwitch
  }

  /// What becomes of an evicted Pod.
  public enum Evicted: Sendable, Hashable {
    case mapped
    case deleted
  }

  /// What becomes of a Pod whose Namespace is being deleted.
  public enum TerminatingNamespace: Sendable, Hashable {
    case notLookedAt
    case leftAlone
  }
}
