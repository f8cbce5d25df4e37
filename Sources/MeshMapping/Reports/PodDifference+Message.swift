import KubernetesObjects

extension PodDifference {
  /// The kind of the difference, which never changes its meaning.
  public var code: String {
    switch self {
    case .gainsSidecar: "gainsSidecar"
    case .losesSidecar: "losesSidecar"
    case .injection: "injectionChanged"
    case .outcome(_, .fail): "dataplaneFails"
    case .outcome: "outcomeChanged"
    case .serviceRenamed: "serviceRenamed"
    case .inboundMerged: "inboundMerged"
    case .reachableServicesUnread: "reachableServicesUnread"
    case .field(let difference): difference.code
    case .directAccessName(_, .serviceTag): "directAccessMatches"
    case .directAccess, .directAccessName: "directAccessBroken"
    }
  }

  /// The difference as a sentence, safe to print.
  public var message: String {
    switch self {
    case .gainsSidecar(let decision): "New Pods get a sidecar, which they did not before. \(decision.message)"
    case .losesSidecar(.reject(let reason)): "New Pods are refused. \(InjectionDecision.reject(reason).message)"
    case .losesSidecar(let decision): "New Pods no longer get a sidecar. \(decision.message)"
    case .injection(_, .reject(let reason)): "New Pods are refused. \(InjectionDecision.reject(reason).message)"
    case .injection(.reject, let new): "New Pods are no longer refused. \(new.message)"
    case .injection(let old, let new): "New Pods are treated otherwise. Before: \(old.message) After: \(new.message)"
    case .outcome(let old, .leave(.willNotBeInjected)) where old.action == .apply || old.action == .pending:
      "Nothing is made of the Pod any more, which gets no sidecar."
    case .outcome(let old, let new) where old.action == new.action:
      "The Dataplane still \(new.action.phrase), for another reason\(new.message.map { ": \($0)" } ?? ".")"
    case .outcome(let old, let new):
      "Instead of \(old.action.gerund), the Dataplane \(new.action.phrase)\(new.message.map { ": \($0)" } ?? ".")"
    case .serviceRenamed(let old, let new): "The service \(old.printedSafely) is renamed to \(new.printedSafely)."
    case .inboundMerged(let service, let port, let other):
      "The inbound of \(service.printedSafely) on port \(port) is merged into that of \(other.printedSafely)."
    case .reachableServicesUnread(let services):
      "The list of reachable services, \(services.printedSafely), is not read any more: the reachable backends that the Pod lists say alone what it reaches."
    case .field(let difference): difference.message
    case .directAccess(let entry, let renamed):
      "The direct access entry \(entry.string.quotedSafely) no longer matches: that service is renamed to \(renamed.printedSafely)."
    case .directAccessName(let entry, .nothing):
      "The direct access entry \(entry.string.quotedSafely) no longer matches anything: only \(DirectAccess.wildcard) counts."
    case .directAccessName(let entry, .serviceLabel):
      "The direct access entry \(entry.string.quotedSafely) matches only Dataplanes with the label \(KumaKey.serviceTag)=\(entry.printedSafely)."
    case .directAccessName(let entry, .serviceTag):
      "The direct access entry \(entry.string.quotedSafely) matches the inbounds with the tag \(KumaKey.serviceTag)=\(entry.printedSafely)."
    }
  }
}

extension DataplaneVerdict.Action {
  /// What happens to the Dataplane, as the end of a sentence.
  fileprivate var phrase: String {
    switch self {
    case .apply, .pending: "is created"
    case .delete: "is deleted"
    case .leave: "is left alone"
    case .fail: "cannot be made"
    case .unknown: "is unknown"
    }
  }

  /// The same as what something else takes the place of.
  fileprivate var gerund: String {
    switch self {
    case .apply, .pending: "being created"
    case .delete: "being deleted"
    case .leave: "being left alone"
    case .fail: "failing"
    case .unknown: "being unknown"
    }
  }
}

extension FieldDifference {
  /// The kind of the difference, which never changes its meaning.
  public var code: String {
    let part =
      switch path {
      case .inboundTag, .gatewayTag: "tag"
      case .inbound: "inbound"
      case .label: "label"
      case .annotation: "annotation"
      default: "field"
      }
    return part + (old == nil ? "Added" : new == nil ? "Removed" : "Changed")
  }

  /// The difference as a sentence, safe to print.
  public var message: String {
    switch (old, new) {
    case (nil, let new?): "\(path) is added: \(new.quotedSafely)."
    case (let old?, nil): "\(path) is removed; it was \(old.quotedSafely)."
    case (let old?, let new?): "\(path) changes from \(old.quotedSafely) to \(new.quotedSafely)."
    case (nil, nil): "\(path) is absent in both."
    }
  }
}
