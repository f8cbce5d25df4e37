/// Whether a Pod gets a sidecar when it is created, and why.
public enum InjectionDecision: Sendable, Hashable {
  /// It does.
  case inject(InjectReason)
  /// It does not, and is created without.
  case skip(SkipReason)
  /// The injector answers with an error.
  case reject(RejectReason)

  /// Why a sidecar is added.
  public enum InjectReason: Sendable, Hashable {
    /// The switch is on.
    case requested(by: Evidence)
  }

  /// Why none is added.
  public enum SkipReason: Sendable, Hashable {
    /// The API server does not ask: no webhook matches.
    case webhookNotCalled([WebhookCall.Miss])
    /// A label of the Pod is one of the exceptions.
    case excepted(Evidence)
    /// The Pod has a sidecar.
    case alreadyInjected(Evidence)
    /// The switch is off.
    case optedOut(Evidence)
    /// There is no switch anywhere.
    case notRequested
  }

  /// Why the injector answers with an error.
  public enum RejectReason: Sendable, Hashable {
    /// The switch says neither on nor off.
    case unreadableSwitch(Evidence)
    /// The Pod's Namespace is not among the objects.
    case namespaceNotFound(String)
    /// The Pod's mesh does not exist.
    case meshNotFound(String)
    /// These containers run as the user of the sidecar.
    case sidecarUserInUse(containers: [String], user: Int64)
    /// The annotation of the administration port is not a number.
    case unreadableAdminPort(Evidence)
  }
}
