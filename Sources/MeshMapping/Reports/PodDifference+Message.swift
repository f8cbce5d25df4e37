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
    case .field(let difference): difference.code
    case .directAccessName(_, .serviceTag): "directAccessMatches"
    case .directAccess, .directAccessName: "directAccessBroken"
    }
  }

  /// The difference as a sentence, safe to print.
  public var message: String {
    switch self {
    case .gainsSidecar(let decision): "Created anew, the Pod gains a sidecar. \(decision.message)"
    case .losesSidecar(let decision): "Created anew, the Pod loses its sidecar. \(decision.message)"
    case .injection(let old, let new): "Created anew, the Pod is decided otherwise: \(old.message) becomes: \(new.message)"
    case .outcome(let old, let new) where old.action == new.action:
      "The Dataplane's action stays \(new.action.rawValue), for another reason\(new.message.map { ": \($0)" } ?? ".")"
    case .outcome(let old, let new):
      "The Dataplane's action \(old.action.rawValue) becomes \(new.action.rawValue)\(new.message.map { ": \($0)" } ?? ".")"
    case .serviceRenamed(let old, let new): "The service \(old.printedSafely) is renamed \(new.printedSafely)."
    case .inboundMerged(let service, let port, let other):
      "The inbound of \(service.printedSafely) on port \(port) is merged into that of \(other.printedSafely)."
    case .field(let difference): difference.message
    case .directAccess(let entry, let renamed):
      "The direct access entry \(entry.printedSafely) no longer matches: that service is renamed \(renamed.printedSafely)."
    case .directAccessName(let entry, .nothing):
      "The direct access entry \(entry.printedSafely) no longer matches anything: only \(DirectAccess.wildcard) counts."
    case .directAccessName(let entry, .serviceLabel):
      "The direct access entry \(entry.printedSafely) matches only Dataplanes whose label \(KumaKey.serviceTag) it is."
    case .directAccessName(let entry, .serviceTag):
      "The direct access entry \(entry.printedSafely) matches the inbounds whose tag \(KumaKey.serviceTag) it is."
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
    case (let old?, nil): "\(path) is removed, which was \(old.quotedSafely)."
    case (let old?, let new?): "\(path) changes from \(old.quotedSafely) to \(new.quotedSafely)."
    case (nil, nil): "\(path) is absent in both."
    }
  }
}
