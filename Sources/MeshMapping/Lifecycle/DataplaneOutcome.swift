/// What happens to the Dataplane of a Pod: the verdict, and the resource that is or will be there by it.
public struct DataplaneOutcome: Sendable, Hashable {
  /// What is done, and why.
  public let verdict: DataplaneVerdict
  /// What is applied, or will be; nil where nothing is.
  public let resource: ProxyResource?
  /// The values of the resource that the input does not let one know, by what they need and then in the order of the resource.
  /// They are left out of it.
  public let unknownValues: [Unknown]

  /// An outcome of the given verdict and resource.
  private init(_ verdict: DataplaneVerdict, _ resource: ProxyResource? = nil, unknownValues: [Unknown] = []) {
    self.verdict = verdict
    self.resource = resource
    let isAnyOfControlPlane = unknownValues.contains { $0.needs == .controlPlane }
    self.unknownValues =
      isAnyOfControlPlane
      ? unknownValues.filter { $0.needs != .controlPlane } + unknownValues.filter { $0.needs == .controlPlane }
      : unknownValues
  }

  /// A Dataplane is created or brought to this.
  public static func apply(_ dataplane: Dataplane) -> DataplaneOutcome {
    DataplaneOutcome(.apply, .dataplane(dataplane))
  }

  /// A resource is created or brought to this.
  public static func apply(_ resource: ProxyResource) -> DataplaneOutcome {
    DataplaneOutcome(.apply, resource)
  }

  /// The resource will be this, but for something that only the cluster can give.
  public static func pending(_ resource: ProxyResource, _ reason: DataplaneVerdict.PendingReason) -> DataplaneOutcome {
    DataplaneOutcome(.pending(reason), resource)
  }

  /// The Dataplane will be this, but for something that only the cluster can give.
  public static func pending(_ dataplane: Dataplane, _ reason: DataplaneVerdict.PendingReason) -> DataplaneOutcome {
    DataplaneOutcome(.pending(reason), .dataplane(dataplane))
  }

  /// A Dataplane that exists is deleted.
  public static func delete(_ reason: DataplaneVerdict.DeleteReason) -> DataplaneOutcome {
    DataplaneOutcome(.delete(reason))
  }

  /// The control plane leaves the Pod alone.
  public static func leave(_ reason: DataplaneVerdict.LeaveReason) -> DataplaneOutcome {
    DataplaneOutcome(.leave(reason))
  }

  /// The control plane gives up.
  public static func fail(_ failure: MappingFailure) -> DataplaneOutcome {
    DataplaneOutcome(.fail(failure))
  }

  /// What decides is not in the input.
  public static func unknown(needs: [Completeness.Kind]) -> DataplaneOutcome {
    DataplaneOutcome(.unknown(needs: needs))
  }

  /// The same verdict with what is known of the resource, and what is not.
  ///
  /// - Parameters:
  ///   - resource: The resource without the values that are unknown.
  ///   - unknownValues: Those values.
  public func replacing(resource: ProxyResource, unknownValues: [Unknown]) -> DataplaneOutcome {
    DataplaneOutcome(verdict, resource, unknownValues: unknownValues)
  }

  /// What becomes of a Pod that is mapped.
  init(_ result: Result<Dataplane, MappingFailure>) {
    switch result {
    case .success(let dataplane): self = .apply(dataplane)
    case .failure(let failure): self = .fail(failure)
    }
  }

  /// The Dataplane that is or will be; nil where there is none.
  public var dataplane: Dataplane? { resource?.dataplane }
}
