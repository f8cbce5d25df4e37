import KubernetesObjects

extension DataplaneOutcome {
  /// What is done in this and in all of some other cases, of which the input does not let one know which holds: where not the same is
  /// done, that is unknown, and so are the values in which the resources differ.
  ///
  /// - Parameter others: What happens in each other case, with the kind of object that decides which holds.
  func agreeing(with others: [(kind: Completeness.Kind, outcome: DataplaneOutcome)]) -> DataplaneOutcome {
    let action = verdict.action
    let deciding = others.filter { $0.outcome.verdict.action != action }.map(\.kind)
    guard deciding.isEmpty else { return .unknown(needs: Completeness.Kind.inOrder(deciding)) }
    if case .fail(let failure) = verdict, let blend = Self.blended(failure, others.map(\.outcome)) { return .fail(blend) }
    return others.reduce(self) { $0.withoutValues(differingIn: $1.outcome, needing: $1.kind) }
  }

  /// The same without the values of the resource that another outcome has otherwise: they are unknown, and need a kind of object.
  private func withoutValues(differingIn other: DataplaneOutcome, needing kind: Completeness.Kind) -> DataplaneOutcome {
    guard let resource, let counterpart = other.resource, let agreement = resource.agreement(with: counterpart),
      !agreement.differing.isEmpty
    else { return self }
    let told = Set(unknownValues.map { ExactString($0.path) })
    let new = agreement.differing.filter { !told.contains(ExactString($0)) }.map { Unknown(path: $0, needs: kind) }
    return replacing(resource: agreement.common, unknownValues: unknownValues + new)
  }

  /// A failure that stands for those of some other outcomes too; nil where they are not alike.
  static func blended(_ failure: MappingFailure, _ others: [DataplaneOutcome]) -> MappingFailure? {
    others.reduce(failure) { blend, other in
      guard case .fail(let counterpart) = other.verdict else { return nil }
      return blend?.blended(with: counterpart)
    }
  }

  /// Whether there may be inbounds beside those that are known, of a Service that could not be read.
  var needsServices: Bool { unknownValues.contains { $0.needs == .services } }

  /// The same where nobody knows which outbounds there will be.
  ///
  /// - Parameter kind: What the input would have to hold for one to know.
  func withoutOutbounds(needing kind: Completeness.Kind) -> DataplaneOutcome {
    guard var dataplane else { return self }
    dataplane.networking.outbound = []
    let unknown = Unknown(path: Dataplane.outboundPath, needs: kind)
    let isTold = unknownValues.contains(unknown)
    return replacing(resource: .dataplane(dataplane), unknownValues: unknownValues + (isTold ? [] : [unknown]))
  }
}

extension Dataplane.Gateway {
  /// The gateway without what its first inbound, and so the first Service, gives it; nil where no Service matters to it: Kuma runs it, or
  /// it is named after its Deployment.
  fileprivate var withoutServices: Dataplane.Gateway? {
    guard type == .delegated, !tags.isEmpty, tags[KumaKey.gatewayServiceName] == nil else { return nil }
    let given = [
      KumaKey.serviceTag, KumaKey.protocolTag, KumaKey.instanceTag, KumaKey.kubernetesService,
      KumaKey.kubernetesServicePort,
    ]
    let known = tags.filter { tag in !given.contains { $0.hasSameBytes(as: tag.key) } }
    return Dataplane.Gateway(type: type, tags: Tags(known))
  }
}

extension Variations {
  /// What one pass of the controller does with a Pod as it stands, as far as the input lets one know.
  func outcome(of prepared: PreparedPod, previous: Dataplane?) -> DataplaneOutcome {
    let outcomes = observedOutcomes(of: prepared, previous: previous)
    return told(outcomes.base.agreeing(with: outcomes.others))
  }

  /// An outcome with what a Service that could not be read may add: inbounds, beside those that are known, and the tags that a gateway
  /// has of its first one.
  func told(_ outcome: DataplaneOutcome) -> DataplaneOutcome {
    if lacksServices, case .fail(.zoneProxyServices) = outcome.verdict { return .unknown(needs: [.services]) }
    guard lacksServices, var dataplane = outcome.dataplane else { return outcome }
    if let gateway = dataplane.networking.gateway {
      guard let known = gateway.withoutServices else { return outcome }
      dataplane.networking.gateway = known
      let unknown = Unknown(path: "spec.networking.gateway.tags", needs: .services)
      return outcome.replacing(resource: .dataplane(dataplane), unknownValues: outcome.unknownValues + [unknown])
    }
    // Nothing stands in for a Service where there may be one.
    dataplane.networking.inbound.removeAll { $0.port == Dataplane.reservedPort }
    let unknown = Unknown(path: Dataplane.inboundPath, needs: .services)
    return outcome.replacing(resource: .dataplane(dataplane), unknownValues: outcome.unknownValues + [unknown])
  }

  /// What one pass of the controller does with a Pod as it stands: under what is taken for granted, and where something else holds.
  func observedOutcomes(
    of prepared: PreparedPod,
    previous: Dataplane?
  ) -> (base: DataplaneOutcome, others: [(kind: Completeness.Kind, outcome: DataplaneOutcome)]) {
    let outcome = base.mapper.outcome(of: prepared, previous: previous)
    let mesh = base.mapper.mesh(of: prepared.pod).name
    let others = concerning(prepared.pod, in: mesh).map { variation in
      let subject = variation.namespace.subject(prepared)
      return (kind: variation.kind, outcome: variation.namespace.mapper.outcome(of: subject, previous: previous))
    }
    return (outcome, others)
  }
}
