import KubernetesObjects

/// What a control plane does about the Dataplane of a Pod, and why, without the Dataplane itself.
public enum DataplaneVerdict: Sendable, Hashable {
  /// It is created, or the one that exists is brought to what it should be.
  case apply
  /// One that exists is deleted.
  case delete(DeleteReason)
  /// The control plane leaves the Pod alone.
  case leave(LeaveReason)
  /// It will be applied, but for something that only the cluster can give.
  case pending(PendingReason)
  /// The control plane gives up.
  case fail(MappingFailure)
  /// What decides is not in the input.
  case unknown(needs: [Completeness.Kind])

  /// Why a Dataplane is deleted.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum DeleteReason: String, Sendable, Hashable, CaseIterable {
    /// The Pod has succeeded.
    case podSucceeded
    /// The Pod has no IP address.
    case podHasNoAddress
    /// The Pod was evicted.
    case podEvicted
    /// Only the sidecar still runs, which a second controller of old releases tells to quit.
    case onlySidecarRuns
  }

  /// Why the control plane leaves a Pod alone.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum LeaveReason: String, Sendable, Hashable, CaseIterable {
    /// The injector's annotation is missing or off.
    case notInjected
    /// The Pod has no IP address.
    case podHasNoAddress
    /// All containers but the sidecar have ended, or none has a status.
    case podFinished
    /// The Namespace is being deleted.
    case namespaceTerminating
    /// The Pod is not injected, or is refused, so that there will be no Dataplane.
    case willNotBeInjected
  }

  /// What only the cluster can give.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum PendingReason: String, Sendable, Hashable, CaseIterable {
    /// The Pod has no IP address.
    case podHasNoAddress
    /// A Service or Pod that is written among the outbounds has none.
    case outboundHasNoAddress
  }

  /// What is done, without why.
  public enum Action: String, Sendable, Hashable, CaseIterable {
    /// The Dataplane is created, or brought to what the rules give.
    case apply
    /// A Dataplane that exists is deleted.
    case delete
    /// The Pod is left alone.
    case leave = "none"
    /// The Dataplane will be applied once the cluster gives what is missing.
    case pending
    /// The control plane gives up, or what it writes is refused.
    case fail
    /// What decides is not in the input.
    case unknown
  }

  /// What is done, without why.
  public var action: Action {
    switch self {
    case .apply: .apply
    case .delete: .delete
    case .leave: .leave
    case .pending: .pending
    case .fail: .fail
    case .unknown: .unknown
    }
  }

  /// What the input would have to hold for the verdict to be known; nothing where it is.
  public var needs: [Completeness.Kind] {
    if case .unknown(let needs) = self { needs } else { [] }
  }

  /// The kind of the object that is missing, where the control plane gives up for that.
  var missingKind: Completeness.Kind? {
    if case .fail(let failure) = self { failure.missingKind } else { nil }
  }

  /// The object that is missing, where the control plane gives up for one.
  var missingObject: ObjectReference? {
    if case .fail(let failure) = self { failure.missingObject } else { nil }
  }
}
