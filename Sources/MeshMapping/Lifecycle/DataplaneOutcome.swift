/// What happens to the Dataplane of a Pod.
public enum DataplaneOutcome: Sendable, Hashable {
  /// It is created or brought to this.
  case apply(Dataplane)
  /// One that exists is deleted.
  case delete(DeleteReason)
  /// The control plane leaves the Pod alone.
  case none(NoneReason)
  /// It will be this, but for something that only the cluster can give.
  case pending(Dataplane, PendingReason)
  /// The control plane gives up.
  case fail(MappingFailure)

  /// Why a Dataplane is deleted.
  public enum DeleteReason: String, Sendable, Hashable, CaseIterable {
    case podSucceeded
    case podHasNoAddress
    case podEvicted
  }

  /// Why the control plane leaves a Pod alone.
  public enum NoneReason: String, Sendable, Hashable, CaseIterable {
    /// The injector's mark is missing or off.
    case notInjected
    case podHasNoAddress
    /// All containers but the sidecar have ended, or none has a status.
    case podFinished
    case namespaceTerminating
    /// The Pod gets a ZoneIngress, which is not mapped here.
    case zoneIngress
    /// The Pod gets a ZoneEgress, which is not mapped here.
    case zoneEgress
    /// The Pod gets the Dataplane of a gateway that Kuma runs, which is not mapped here.
    case builtinGateway
    /// The Pod is not injected, so that there will be no Dataplane.
    case willNotBeInjected
  }

  /// What only the cluster can give.
  public enum PendingReason: String, Sendable, Hashable, CaseIterable {
    case podHasNoAddress
  }

  /// What becomes of a Pod that is mapped.
  init(_ result: Result<Dataplane, MappingFailure>) {
    switch result {
    case .success(let dataplane): self = .apply(dataplane)
    case .failure(let failure): self = .fail(failure)
    }
  }

  /// The Dataplane that is or will be; nil where there is none.
  public var dataplane: Dataplane? {
    switch self {
    case .apply(let dataplane), .pending(let dataplane, _): dataplane
    case .delete, .none, .fail: nil
    }
  }
}
