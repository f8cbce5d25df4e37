/// What one pass of the control plane does about the Dataplane of one name, or the resource of a zone's proxy.
public indirect enum PlanItem: Sendable, Hashable {
  /// It is created.
  case create(ProxyResource)
  /// The one that exists is brought to this; with the fields that differ.
  case update(ProxyResource, [FieldDifference])
  /// The one that exists is as it should be.
  case unchanged(ProxyResource)
  /// The one that exists is deleted by the control plane.
  case delete(DataplaneVerdict.DeleteReason, existing: ProxyResource)
  /// The one that exists is left for the garbage collector, since its Pod is gone.
  case collect
  /// The control plane gives up on the Pod; the Dataplane that exists stays as it is.
  case fail(MappingFailure, existing: ProxyResource?)
  /// The control plane leaves the Pod alone, and the Dataplane that exists as it is.
  case leave(DataplaneVerdict.LeaveReason, existing: ProxyResource)
  /// What decides is not in the input, so what becomes of the existing Dataplane is unknown.
  case unknown(needs: [Completeness.Kind], existing: ProxyResource?)

  /// The resource that there is afterwards; nil where there is none.
  public var result: ProxyResource? {
    switch self {
    case .create(let resource), .update(let resource, _), .unchanged(let resource): resource
    case .leave(_, let existing): existing
    case .fail(_, let existing), .unknown(_, let existing): existing
    case .delete, .collect: nil
    }
  }

  /// Why the control plane gives up; nil where it does not.
  public var failure: MappingFailure? {
    guard case .fail(let failure, _) = self else { return nil }
    return failure
  }
}
